import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recordSchema, SCHEMA_FILE } from './json-schema.ts';
import { SCHEMA_VERSION } from './record.ts';

test('the committed schema is fresh (node packages/contract/src/json-schema.ts)', () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(recordSchema());
});

test('it is a 2020-12 schema of the whole record, closed against unknown fields', () => {
  const schema = JSON.parse(recordSchema());
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:vanban:record:${SCHEMA_VERSION}`,
    type: 'object',
    additionalProperties: false,
  });
  expect(schema.required).toEqual(['schemaVersion', 'id', 'source', 'document', 'pages', 'text', 'clauses', 'tasks', 'repairs', 'pipeline']);
});
