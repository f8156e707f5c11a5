import { describe, expect, test } from 'vitest';
import { workersFor } from './capacity.ts';
import { loadSettings } from './settings.ts';

describe('settings', () => {
  test('come from defaults, file, environment and flags, the later the stronger', () => {
    const settings = loadSettings({
      file: { maxPages: 10, pageSeconds: 10, workers: 1 },
      env: { VANBAN_PAGE_SECONDS: '20', VANBAN_WORKERS: '2', VANBAN_POLLING: '1', PATH: '/bin' },
      flags: { workers: 3, maxBytes: undefined },
    });
    expect(settings).toMatchObject({ maxPages: 10, pageSeconds: 20, workers: 3, polling: true });
    expect(Object.isFrozen(settings)).toBe(true);
  });

  test.each([
    [{ file: { maxPage: 10 } }, 'maxPage'],
    [{ file: { maxPages: 0 } }, 'maxPages'],
    [{ env: { VANBAN_MAX_PAGES: 'many' } }, 'maxPages'],
    [{ flags: { tessdata: '' } }, 'tessdata'],
    [{ file: null }, 'vanban.config.json'],
  ])('%j is refused by name', (from, name) => {
    expect(() => loadSettings(from)).toThrowError(expect.objectContaining({ code: 'settings-invalid', detail: expect.stringContaining(name) }));
  });

  test('as many readers as cores, if the memory holds them', () => {
    const auto = { workers: 0, documentWorkers: 0 };
    expect(workersFor(auto, { cores: 8, memory: 32_000 })).toEqual({ pages: 8, documents: 2 });
    expect(workersFor(auto, { cores: 8, memory: 2000 })).toEqual({ pages: 3, documents: 1 });
    expect(workersFor(auto, { cores: 8, memory: 100 })).toEqual({ pages: 1, documents: 1 });
    expect(workersFor({ workers: 5, documentWorkers: 2 }, { cores: 1, memory: 100 })).toEqual({ pages: 5, documents: 2 });
  });
});
