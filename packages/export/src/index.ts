export { deadlineEvents } from './calendar.ts';
export { drawPlaces, type PageView, type Place } from './places.ts';
export { addTextLayer } from './searchable-pdf.ts';
export { dueText, taskRows, tasksCsv } from './task-table.ts';
