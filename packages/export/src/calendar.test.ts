import { describe, expect, it } from 'vitest';
import { deadlineEvents } from './calendar.ts';
import { sampleRecord } from './sample-record.ts';

describe('deadlineEvents', () => {
  const text = deadlineEvents(sampleRecord);

  it('has an event for each task with a day, and none for a continuous one', () => {
    expect(text.match(/BEGIN:VEVENT/gu)).toHaveLength(2);
    expect(text).toContain('DTSTART;VALUE=DATE:20250131');
    expect(text).not.toContain('theo dõi');
  });

  it('keeps the recurrence', () => {
    expect(text).toContain('RRULE:FREQ=MONTHLY;BYMONTHDAY=20');
  });

  it('is the same text every time', () => {
    expect(deadlineEvents(sampleRecord)).toBe(text);
  });
});
