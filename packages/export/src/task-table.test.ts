import { Record } from '@vanban/contract';
import { describe, expect, it } from 'vitest';
import { sampleRecord } from './sample-record.ts';
import { tasksCsv } from './task-table.ts';

describe('tasksCsv', () => {
  it('is built on a valid record', () => {
    expect(Record.safeParse(sampleRecord).success).toBe(true);
  });

  it('writes a row for each task, quoted as RFC 4180 asks, readable by Excel', () => {
    const lines = tasksCsv([sampleRecord]).split('\r\n');
    expect(lines[0]?.startsWith('\ufeffdocument,number,issuedOn,task')).toBe(true);
    expect(lines[1]).toBe(
      'cong-van.pdf,15/UBND-TH,2025-01-15,1#1,1,"báo cáo UBND tỉnh, ""gửi bản giấy""",Sở Tài chính,Sở Nội vụ,2025-01-31,trước ngày 31/01/2025,0.90,,1',
    );
    expect(lines.filter(Boolean)).toHaveLength(4);
  });

  it('never lets a spreadsheet run a cell', () => {
    expect(tasksCsv([sampleRecord])).not.toMatch(/(^|,|")=HYPERLINK/u);
  });
});
