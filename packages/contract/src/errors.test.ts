import { expect, it, describe as suite } from 'vitest';
import { asVanbanError, describe, ERRORS, type ErrorCode, fromEntry, toEntry, VanbanError } from './errors.ts';

suite('the error table', () => {
  it.each(Object.keys(ERRORS) as ErrorCode[])('%s says what happened and what to do in both languages', (code) => {
    const text = describe(new VanbanError(code, 'a detail', { page: 3 }));
    expect(text.split('\n→ ')).toHaveLength(3);
    expect(text).toContain(`Mã lỗi / code: ${code}`);
    expect(text).toContain('(trang 3)');
    expect(text).toContain('a detail');
    expect(text).toBe(text.normalize('NFC'));
  });
});

suite('asVanbanError', () => {
  it('knows system errors by their code, not by their words', () => {
    expect(asVanbanError(Object.assign(new Error('x'), { code: 'ENOSPC' })).code).toBe('disk-full');
    expect(asVanbanError(Object.assign(new Error('x'), { code: 'EACCES' })).code).toBe('permission-denied');
    expect(asVanbanError(new Error('ENOSPC: disk full')).code).toBe('internal');
  });

  it('keeps what is already typed, and takes anything thrown', () => {
    const error = new VanbanError('input-empty');
    expect(asVanbanError(error)).toBe(error);
    expect(asVanbanError('oops', 'page-failed').code).toBe('page-failed');
  });
});

suite('entries', () => {
  it('survive JSON', () => {
    const error = new VanbanError('page-timeout', 'after 60 s', { page: 7 });
    const back = fromEntry(JSON.parse(JSON.stringify(toEntry(error))));
    expect([back.code, back.detail, back.page, back.retry]).toEqual(['page-timeout', 'after 60 s', 7, true]);
  });

  it('of a newer version become internal errors', () => {
    expect(fromEntry({ code: 'from-the-future' as ErrorCode, detail: 'd', page: null }).code).toBe('internal');
  });
});
