export { deadlineEvents } from './calendar.ts';
export { dueText, taskRows, tasksCsv } from './task-table.ts';
