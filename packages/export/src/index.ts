export { deadlineEvents } from './calendar.ts';
export { addTextLayer } from './searchable-pdf.ts';
export { taskRows, tasksCsv } from './task-table.ts';
