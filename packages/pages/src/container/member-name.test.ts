import { expect, it } from 'vitest';
import { decodeName } from './member-name.ts';

it.each([
  ['UTF-8 without its mark', Buffer.from('Công văn số 15.pdf'), 'Công văn số 15.pdf'],
  ['decomposed UTF-8', Buffer.from('Công văn.pdf'.normalize('NFD')), 'Công văn.pdf'],
  ['code page 1258 of Vietnamese Windows', Buffer.from('43f46e672076e36e2073f4ec2031352e706466', 'hex'), 'Công văn số 15.pdf'],
  ['code page 437 of DOS', Buffer.from('52822073756d822e747874', 'hex'), 'Ré sumé.txt'],
  ['plain letters', Buffer.from('cv-15.pdf'), 'cv-15.pdf'],
])('%s', (_what, bytes, name) => expect(decodeName(bytes)).toBe(name));
