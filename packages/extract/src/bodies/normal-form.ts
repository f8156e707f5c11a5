// Names of bodies in one form, so that "Sở KH&CN", "SỞ KHOA HỌC VÀ CÔNG NGHỆ" and "Sở Khoa học và Công nghệ" are the same.
// Invariant: lower case, without marks and signs, short forms written out; the same name always gives the same form.
//   normalForm('UBND TP. Hải Phòng') === 'uy ban nhan dan thanh pho hai phong'
import { fold } from '@vanban/text';
import { gazetteer } from './gazetteer.ts';

export function normalForm(name: string): string {
  const { shortForms } = gazetteer();
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<!\p{L})(tp|tx|tt)\s*\.\s*/gu, '$1 ')
    .split(/[\s,;:()“”"]+/u)
    .filter(Boolean)
    .map((word) => shortForms.get(word) ?? word);
  return fold(words.join(' ').replaceAll('&', ' và '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
