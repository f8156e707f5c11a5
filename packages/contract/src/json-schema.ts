// The record's form for programs in other languages: JSON Schema 2020-12, made from the zod schemas of record.ts.
//   node packages/contract/src/json-schema.ts     writes record.schema.json anew (a test fails while it is not fresh)
// What a schema cannot say (spans lie in the text, places on pages that are there) is in the README and checked by the pipeline.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Record, SCHEMA_VERSION } from './record.ts';

export const SCHEMA_FILE = fileURLToPath(new URL('../record.schema.json', import.meta.url));

export function recordSchema(): string {
  const schema = z.toJSONSchema(Record, { target: 'draft-2020-12' });
  return `${JSON.stringify({ $schema: schema.$schema, $id: `urn:vanban:record:${SCHEMA_VERSION}`, ...schema }, null, 2)}\n`;
}

if (import.meta.main) writeFileSync(SCHEMA_FILE, recordSchema());
