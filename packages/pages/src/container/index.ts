// Files that hold others: what kind they are, and what lies in them.
export type { Found, Message } from './found.ts';
export { containerTypeOf, type UnpackOptions, unpack, unpackPdf } from './unpack.ts';
