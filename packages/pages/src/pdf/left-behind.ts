// Promises of damaged files that pdf.js rejects when nobody waits for them any more.
// Invariant: such a rejection does not end the process, which may be reading the next file by then; any other one still does.
//   import './left-behind.ts';

const OF_DAMAGED_FILES = new Set(['XRefEntryException', 'XRefParseException', 'ParserEOFException', 'MissingDataException', 'FormatError']);

process.on('unhandledRejection', (reason) => {
  const name = typeof reason === 'object' && reason !== null && 'name' in reason ? reason.name : null;
  if (!(typeof name === 'string' && OF_DAMAGED_FILES.has(name))) throw reason;
});
