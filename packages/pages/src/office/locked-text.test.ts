import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { lockedText } from '../testing/lock-text.ts';
import { blowfish } from './blowfish.ts';
import { unlockText } from './locked-text.ts';
import { OPEN_TEXT, officeTypeOf } from './office-type.ts';

const sample = (name: string): Buffer => readFileSync(new URL(`../testing/${name}`, import.meta.url));
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const locked = (detail: unknown) => expect.objectContaining({ name: 'VanbanError', code: 'input-office-password', detail });

/** The file with words of its manifest changed. */
function withManifest(file: Uint8Array, from: string | RegExp, to: string): Uint8Array {
  const parts = unzipSync(file);
  const manifest = strFromU8(parts['META-INF/manifest.xml'] as Uint8Array);
  expect(manifest).toMatch(from);
  return zipSync({ ...parts, 'META-INF/manifest.xml': strToU8(manifest.replace(from, to)) });
}

it.each([
  ['0000000000000000', '0000000000000000', '4ef997456198dd78'],
  ['ffffffffffffffff', 'ffffffffffffffff', '51866fd5b85ecb8a'],
  ['0123456789abcdef', '1111111111111111', '61f9c3802281b096'],
  ['f0e1d2c3b4a5968778695a4b3c2d1e0f0011223344556677', 'fedcba9876543210', '05044b62fa52d080'],
])('Blowfish under %s makes of %s what is published for it', (key, block, expected) => {
  expect(blowfish(hex(key))(hex(block), Buffer.alloc(8)).toString('hex')).toBe(expected);
});

it('Blowfish takes up what is encrypted, also where the last block is short', () => {
  const decrypt = blowfish(hex('0123456789abcdeff0e1d2c3b4a59687'));
  const published = hex('e73214a2822139caf26ecf6d2eb9e76e3da3de04d1517200519d57a6c3');
  expect(decrypt(hex('fedcba9876543210'), published).toString('latin1')).toBe('7654321 Now is the time for \0');
});

it('opens what OpenOffice locks, by the right one of the passwords', () => {
  const open = unzipSync(unlockText(sample('locked-blowfish.odt'), ['sai', 'mật khẩu']));
  expect(strFromU8(open['content.xml'] as Uint8Array)).toContain('Kính gửi: Sở Tài chính');
  expect(strFromU8(open['META-INF/manifest.xml'] as Uint8Array)).not.toContain('encryption-data');
  expect(() => unlockText(sample('locked-blowfish.odt'), ['sai'])).toThrow(locked('None of the given passwords opens it.'));
});

it('believes the text itself where the check sum is OpenOffice’s wrong one', () => {
  const file = withManifest(sample('locked-blowfish.odt'), /(checksum=")[^"]+(?=")/gu, '$1AAAAAAAAAAAAAAAAAAAAAAAAAAA=');
  const open = unzipSync(unlockText(file, ['mật khẩu']));
  expect(strFromU8(open['content.xml'] as Uint8Array)).toContain('Kính gửi: Sở Tài chính');
  expect(() => unlockText(file, ['sai'])).toThrow(locked('None of the given passwords opens it.'));
});

it('opens what LibreOffice locks since 24.8: the file comes back as it was', () => {
  const file = lockedText(sample('letter.odt'), 'mật khẩu');
  expect(officeTypeOf(file)).toBe(OPEN_TEXT);
  expect(Buffer.from(unlockText(file, ['sai', 'mật khẩu']))).toEqual(sample('letter.odt'));
  expect(() => unlockText(file, ['sai'])).toThrow(locked('None of the given passwords opens it.'));
  expect(() => unlockText(file, [])).toThrow(locked(''));
});

it.each([
  ['memory without end', /argon2-memory="64"/u, 'argon2-memory="99999999"'],
  ['passes without end', /argon2-iterations="1"/u, 'argon2-iterations="1e6"'],
  ['no lane', /argon2-lanes="2"/u, 'argon2-lanes="0"'],
  ['a short vector', /vector="[^"]+"/u, 'vector="AAAA"'],
  ['no salt', /salt="[^"]+"/u, ''],
])('%s is damage', (_what, from, to) => {
  const file = withManifest(lockedText(sample('letter.odt'), 'x'), from, to);
  expect(() => unlockText(file, ['x'])).toThrow(expect.objectContaining({ code: 'input-damaged' }));
});

it.each([
  ['an unknown cipher', /#aes256-gcm/u, '#camellia', 'camellia is not known.'],
  ['a key of its own', /[\w:-]+argon2id/u, 'PGP', 'It is locked for an OpenPGP key; save it with a password or with none.'],
])('%s is told as such', (_what, from, to, detail) => {
  expect(() => unlockText(withManifest(lockedText(sample('letter.odt'), 'x'), from, to), ['x'])).toThrow(locked(detail));
});
