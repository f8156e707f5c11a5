// ZIP archives, e-mails and mails of Outlook → what lies in them: within the limits, with names in NFC (what they must not hold as paths is the intake's business).
import { unpack } from '@vanban/pages/container';
import { makeMsg } from '@vanban/pages/make-msg';
import { strToU8, zipSync } from 'fflate';
import { mutateBytes } from '../mutate/bytes.ts';
import { mutateCompound, mutateZip } from '../mutate/fields.ts';
import { mutateText } from '../mutate/text.ts';
import type { Random } from '../random.ts';
import { letterTexts, wordFiles } from '../seeds/letters.ts';
import { holds, type Target } from '../target.ts';

const LIMIT = 16 * 2 ** 20;

export const containers: Target = {
  name: 'containers',
  what: 'ZIP archives, e-mails, mails of Outlook → the files in them',
  async start() {
    const [letter = ''] = letterTexts();
    const [word = new Uint8Array()] = wordFiles();
    const archive = zipSync({ 'công văn/cv.txt': strToU8(letter), 'cv.docx': word, 'trong.zip': zipSync({ 'a.txt': strToU8(letter) }) });
    const outlook = makeMsg({
      subject: 'Công văn',
      body: letter,
      from: ['Sở Y tế', 'a@example.org'],
      attachments: [
        { name: 'cv.zip', data: archive },
        { name: 'tiếp', data: { subject: 'tiếp', body: 'x', from: ['A', 'a@example.org'], attachments: [{ name: 'a.txt', data: strToU8('một') }] } },
      ],
    });
    return {
      make: (random) =>
        random.pick([
          () => mutateBytes(archive, random, word),
          () => mutateZip(archive, random),
          () => Buffer.from(mail(letter, archive, random)),
          () => (random.once(4) ? mutateBytes(outlook, random, archive) : mutateCompound(outlook, random)),
        ])(),
      check: async (input) => {
        let count = 0;
        const options = { maxBytes: LIMIT, maxPixels: 1e7, passwords: [], isLitter: () => false };
        for await (const found of unpack(input, options)) {
          count++;
          for (const name of found.path) holds(name === name.normalize('NFC'), `the name ${JSON.stringify(name)}`);
          if (found.kind === 'document') holds(found.bytes.length <= LIMIT, `${found.bytes.length} bytes unpacked`);
        }
        return count > 0 ? 'files' : 'none';
      },
    };
  },
};

function mail(letter: string, archive: Uint8Array, random: Random): string {
  const text = [
    'From: =?UTF-8?B?U+G7nyBZIHThur8=?= <a@example.org>',
    'To: b@example.org',
    'Subject: =?UTF-8?Q?C=C3=B4ng_v=C4=83n?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<p>${letter.slice(0, 200)}</p>`,
    '--b1',
    'Content-Type: application/zip',
    "Content-Disposition: attachment; filename*=UTF-8''c%C3%B4ng%20v%C4%83n.zip",
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(archive).toString('base64').replace(/.{76}/gu, '$&\r\n'),
    '--b1--',
    '',
  ].join('\r\n');
  return random.once(2) ? mutateText(text, random) : Buffer.from(mutateBytes(Buffer.from(text), random)).toString('latin1');
}
