import { describe, expect, test } from 'vitest';
import { createLiveLines } from './live-lines.ts';
import { renderTable } from './table.ts';
import { bar, createTimeLeft, sayDuration } from './time-left.ts';
import { cut, pad, widthOf, wrap } from './width.ts';

describe('width', () => {
  test.each([
    ['Kế hoạch thực hiện', 18],
    ['Kế hoạch thực hiện'.normalize('NFD'), 18],
    ['ĐIỀU 5. ₫', 9],
    ['公文', 4],
    ['✓ 😀', 4],
    ['\x1b[31mđỏ\x1b[39m', 2],
    ['', 0],
  ])('%j takes %i columns', (text, width) => expect(widthOf(text)).toBe(width));

  test('cutting keeps letters whole, also decomposed ones', () => {
    expect(cut('Thực hiện nhiệm vụ', 10)).toBe('Thực hiện…');
    expect(cut('quyết'.normalize('NFD'), 4)).toBe(`${'quy'}…`);
    expect(cut('vừa', 3)).toBe('vừa');
    expect(pad('ệ'.normalize('NFD'), 3)).toHaveLength('ệ'.normalize('NFD').length + 2);
  });

  test('wrapping breaks at blanks, long words after a hyphen or anywhere', () => {
    expect(wrap('Sở Tài chính chủ trì', 9)).toEqual(['Sở Tài', 'chính chủ', 'trì']);
    expect(wrap('xem owner-inherited nhé', 10)).toEqual(['xem owner-', 'inherited', 'nhé']);
    expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
    expect(wrap('', 3)).toEqual(['']);
  });
});

describe('tables', () => {
  const rows = [
    ['1.a', 'xây dựng, ban hành kế hoạch thực hiện', '2025-06-30'],
    ['2', 'báo cáo', ''],
  ];
  const columns = [{ title: 'Mục' }, { title: 'Việc', shrink: 1 }, { title: 'Hạn' }];

  test('take what they need, and wrap what may shrink', () => {
    expect(renderTable(columns, rows, 80).split('\n')).toHaveLength(4);
    const narrow = renderTable(columns, rows, 40).split('\n');
    expect(Math.max(...narrow.map(widthOf))).toBeLessThanOrEqual(40);
    expect(narrow.join('\n')).toBe(
      [
        'Mục  Việc                     Hạn',
        '───  ───────────────────────  ──────────',
        '1.a  xây dựng, ban hành kế    2025-06-30',
        '     hoạch thực hiện',
        '2    báo cáo',
      ].join('\n'),
    );
  });

  test('columns line up whatever the form of the letters', () => {
    const decomposed = rows.map((row) => row.map((cell) => cell.normalize('NFD')));
    expect(renderTable(columns, decomposed, 50).normalize('NFC')).toBe(renderTable(columns, rows, 50));
  });
});

describe('time left', () => {
  test('is told once two pages are done', () => {
    let now = 0;
    const left = createTimeLeft(() => now);
    now = 10;
    left.done(1);
    expect(left.say(5)).toBe('');
    left.done(1);
    expect(left.say(6)).toBe('~30 gi');
    expect(left.say(0)).toBe('');
  });

  test.each([
    [0.2, '1 gi'],
    [65, '1 ph 05 gi'],
    [7300, '2 giờ 01 ph'],
  ])('%d s is said %s', (length, words) => expect(sayDuration(length)).toBe(words));

  test('bars have their width', () => expect([bar(0, 4), bar(0.5, 4), bar(1, 4), bar(7, 4)]).toEqual(['░░░░', '██░░', '████', '████']));
});

describe('live lines', () => {
  const output = (isTTY: boolean) => {
    const written: string[] = [];
    return { written, isTTY, columns: 20, write: (text: string) => written.push(text) > 0 };
  };

  test('are drawn over the last ones, with lasting lines above', () => {
    const out = output(true);
    const live = createLiveLines(out as never);
    live.draw(['một', 'hai']);
    live.draw(['một', 'hai']);
    live.say('xong');
    live.draw(['một dòng dài hơn cả màn hình']);
    live.end();
    expect(out.written).toEqual([
      '\x1b[2Kmột\n\x1b[2Khai\n\x1b[0J',
      '\x1b[2A\x1b[0Jxong\n\x1b[2Kmột\n\x1b[2Khai\n',
      '\x1b[2A\x1b[2Kmột dòng dài hơn c…\n\x1b[0J',
      '\x1b[1A\x1b[0J',
    ]);
  });

  test('are left out where there is no terminal', () => {
    const out = output(false);
    const live = createLiveLines(out as never);
    live.draw(['một']);
    live.say('xong');
    live.end();
    expect(out.written).toEqual(['xong\n']);
  });
});
