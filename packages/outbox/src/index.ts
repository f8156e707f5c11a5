export { type DeadLetter, deadLetters, sendAgain } from './dead-letters.ts';
export { type DeliveryReport, deliver } from './deliver.ts';
export { Endpoint, type Outbox, openOutbox } from './endpoint.ts';
export { enqueue } from './enqueue.ts';
