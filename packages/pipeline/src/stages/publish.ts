// Stage publish: the record, put together and checked. Nothing leaves the program that does not fit the contract.
import { assembleRecord } from '../assemble.ts';
import { checkRecord } from '../check-record.ts';
import { defineStage } from '../stage.ts';
import { VERSION } from '../version.ts';

export const publishStage = defineStage({
  name: 'publish',
  version: '2',
  scope: 'document',
  lane: 'documents',
  needs: ['inspect', 'ocr', 'restore', 'segment', 'extract'],
  dependsOn: ({ fileName, bytes, receivedAt, container, versions }) => ({
    fileName,
    bytes,
    receivedAt,
    ...(container ? { container } : {}),
    versions,
    program: VERSION,
  }),
  run: (inputs, job) => checkRecord(assembleRecord(inputs, job)),
});
