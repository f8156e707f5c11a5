// Files that are several kinds at once, or none → told apart, then taken apart or opened: what the first look at a file in the inbox does.
import { writeFileSync } from 'node:fs';
import { openSource } from '@vanban/pages';
import { containerTypeOf, unpack } from '@vanban/pages/container';
import { encodeLegacy } from '@vanban/pages/encode-legacy';
import { strToU8, zipSync } from 'fflate';
import { mutateBytes } from '../mutate/bytes.ts';
import type { Random } from '../random.ts';
import { inFolder } from '../seeds/folder.ts';
import { letterTexts, lockedFiles, officeFiles, wordFiles } from '../seeds/letters.ts';
import { pdfFiles } from '../seeds/pdfs.ts';
import { pictureFiles } from '../seeds/pictures.ts';
import { holds, type Target } from '../target.ts';
import { LIMITS, OFFICE, readAll } from './files.ts';

const CONTAINER = { maxBytes: LIMITS.maxBytes, maxPixels: LIMITS.maxPixels, passwords: [], isLitter: () => false };

export const inspect: Target = {
  name: 'inspect',
  what: 'files of several kinds at once → told apart and opened',
  async start() {
    const files = await seeds();
    const path = await inFolder('input');
    return {
      make: (random) => mixed(random.pick(files), random.pick(files), random),
      async check(input) {
        if (containerTypeOf(input) !== null) return members(input);
        writeFileSync(path, input);
        return readAll(await openSource(path, { limits: LIMITS, office: OFFICE }));
      },
    };
  },
};

async function seeds(): Promise<Uint8Array[]> {
  const [letter = ''] = letterTexts();
  const old = (['tcvn3', 'vni', 'viqr'] as const).map((encoding) => Buffer.from(encodeLegacy(letter, encoding), 'latin1'));
  const texts = [Buffer.from(letter), Buffer.from(`\ufeff${letter}`, 'utf16le'), Buffer.from(`<html><body>${letter}`), ...old];
  const mail = Buffer.from(`From: a@example.org\r\nMIME-Version: 1.0\r\nSubject: x\r\n\r\n${letter}`);
  const pdfs = await pdfFiles();
  const archive = zipSync({ 'cv.pdf': pdfs[0] ?? new Uint8Array(), 'thư.eml': mail, '[Content_Types].xml': strToU8('<Types/>') });
  return [...pdfs, ...wordFiles(), ...lockedFiles(), ...officeFiles(), ...pictureFiles(), ...texts, mail, archive];
}

/** The start of one file before another, one behind the other, one within the other; or just damaged. */
function mixed(one: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const head = other.subarray(0, random.int(random.pick([16, 1100, 9000])));
  const at = random.int(random.pick([16, 1100, one.length]));
  const made = random.pick([
    () => [head, one],
    () => [head, one.subarray(head.length)],
    () => [one, other],
    () => [one.subarray(0, at), other, one.subarray(at)],
    () => [one.subarray(0, at)],
    () => [one],
  ])();
  const whole = Uint8Array.from(Buffer.concat(made));
  return random.once(2) ? whole : mutateBytes(whole, random, other);
}

async function members(input: Uint8Array): Promise<string> {
  let count = 0;
  for await (const found of unpack(input, CONTAINER)) {
    count++;
    holds(found.path.length > 0, 'a member without a name');
  }
  return count > 0 ? 'files' : 'none';
}
