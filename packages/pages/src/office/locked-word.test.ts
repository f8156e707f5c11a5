import { readFileSync } from 'node:fs';
import CFB from 'cfb';
import { expect, it } from 'vitest';
import { lockedWord } from '../testing/lock-word.ts';
import { unlockWord } from './locked-word.ts';
import { rc4 } from './rc4.ts';

const streamOf = (file: Uint8Array, name: string): Buffer =>
  Buffer.from(CFB.find(CFB.read(Buffer.from(file), { type: 'buffer' }), `/${name}`)?.content as Uint8Array);
const thrown = { name: 'VanbanError', code: 'input-office-password' };

it('RC4 gives the key streams that are published for it', () => {
  expect(rc4(Buffer.from('Key'))(Buffer.from('Plaintext')).toString('hex')).toBe('bbf316e8d940af0ad3');
  expect(rc4(Buffer.from('Wiki'))(Buffer.from('pedia')).toString('hex')).toBe('1021bf0420');
});

it('opens what Word 97 wrote, by the right one of the passwords', () => {
  const locked = readFileSync(new URL('../testing/locked.doc', import.meta.url));
  const open = unlockWord(locked, ['sai', 'mật khẩu']);
  expect(streamOf(open, 'WordDocument').readUInt16LE(10) & 0x100).toBe(0);
  expect(streamOf(open, 'WordDocument').toString('utf16le')).toContain('Kính gửi: Sở Tài chính');
  expect(() => unlockWord(locked, ['sai'])).toThrow(expect.objectContaining({ ...thrown, detail: 'None of the given passwords opens it.' }));
  expect(() => unlockWord(locked, [])).toThrow(expect.objectContaining(thrown));
});

it('opens what Word 2007 wrote, block by block', () => {
  const [document, table] = [Buffer.from('Nội dung. '.repeat(300)), Buffer.from('Bảng. '.repeat(200))];
  const locked = lockedWord(document, table, 'mật khẩu');
  const open = unlockWord(locked, ['mật khẩu']);
  expect(streamOf(open, 'WordDocument').subarray(68)).toEqual(document.subarray(68));
  expect(streamOf(open, '1Table').subarray(-table.length)).toEqual(table);
  expect(() => unlockWord(locked, ['mat khau'])).toThrow(expect.objectContaining(thrown));
});

it('tells broken encryption as damage, an unknown one as such', () => {
  const locked = lockedWord(Buffer.alloc(600), Buffer.alloc(10), 'x');
  const changed = (from: string, to: string): Uint8Array => {
    const at = Buffer.from(locked).indexOf(Buffer.from(from, 'hex'));
    return Buffer.concat([locked.subarray(0, at), Buffer.from(to, 'hex'), locked.subarray(at + to.length / 2)]);
  };
  expect(() => unlockWord(changed('0400020004000000', '09000900'), ['x'])).toThrow(
    expect.objectContaining({ ...thrown, detail: 'Encryption 9.9 is not known.' }),
  );
  expect(() => unlockWord(changed('0400020004000000', '0400020004000000ffffff7f'), ['x'])).toThrow(
    expect.objectContaining({ code: 'input-damaged' }),
  );
});
