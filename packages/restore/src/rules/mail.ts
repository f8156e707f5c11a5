// Mail addresses whose @ OCR saw double or read as a copyright sign.
// Invariant: letters, digits and stops of an address never change; only signs around @ that no address can have.
//   "abc(@gmail.com" → "abc@gmail.com"   "abc©gmail.com" → "abc@gmail.com"   not: "©gmail.com", "(@abc)", "abc (@gmail.com)"
import { eachPiece, type Rule } from './rule.ts';

const AT = /(?<=[\p{L}\d])(?:[([{|]@|@[)\]}|]|©)(?=[a-z\d-]+(?:\.[a-z\d-]+)+)/u;

export const repairMail: Rule = eachPiece('rule/mail-sign', 0.97, (text, _before, _after, { channel }) =>
  channel !== 'right' && AT.test(text) ? text.replace(AT, '@') : null,
);
