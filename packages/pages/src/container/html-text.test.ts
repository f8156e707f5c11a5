import { expect, it } from 'vitest';
import { htmlText } from './html-text.ts';

it.each([
  ['<p>Kính gửi&nbsp;anh,</p><p>Gửi kèm <b>công văn</b> số&#160;15.<br>Trân trọng</p>', 'Kính gửi anh,\nGửi kèm công văn số 15.\nTrân trọng'],
  [
    '<style>p{}</style><!-- <p>x</p> --><table><tr><td>Việc</td><td>Hạn</td></tr><tr><td>a</td><td>b</td></tr></table><script>x()</script>',
    'Việc\tHạn\na\tb',
  ],
  ['a &lt; b &amp;amp; c &unknown; &#x1f4ce;', 'a < b &amp; c &unknown; 📎'],
  ['', ''],
])('%s', (html, text) => expect(htmlText(html)).toBe(text));
