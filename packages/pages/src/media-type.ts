// What kind of file it is, by its bytes alone: names lie.
// Invariant: total; null for what this program does not know.
//   mediaTypeOf(bytes of '%PDF-1.7…') → 'application/pdf'
// A PDF may begin with some foreign bytes, as viewers allow. Text is what decodes as UTF-8, UTF-16 or an old Vietnamese code without control characters.

import { officeTypeOf } from './office/office-type.ts';
import { isHeif, kindOfHeif } from './picture/heif-brand.ts';
import { decodeOldText } from './text/old-text.ts';

export const MAIL = 'message/rfc822';

const ascii = (text: string): number[] => [...text].map((letter) => letter.codePointAt(0) as number);

interface Signature {
  readonly type: string;
  readonly at: number;
  readonly bytes: readonly number[];
}

const SIGNATURES: readonly Signature[] = [
  { type: 'image/png', at: 0, bytes: [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a] },
  { type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/tiff', at: 0, bytes: [0x49, 0x49, 0x2a, 0] },
  { type: 'image/tiff', at: 0, bytes: [0x4d, 0x4d, 0, 0x2a] },
  { type: 'image/tiff', at: 0, bytes: [0x49, 0x49, 0x2b, 0] },
  { type: 'image/tiff', at: 0, bytes: [0x4d, 0x4d, 0, 0x2b] },
  { type: 'image/webp', at: 8, bytes: ascii('WEBP') },
  { type: 'image/gif', at: 0, bytes: ascii('GIF8') },
];

export function mediaTypeOf(bytes: Uint8Array): string | null {
  const known = SIGNATURES.find(({ at, bytes: sign }) => sign.every((byte, index) => bytes[at + index] === byte));
  if (known) return known.type;
  if (isHeif(bytes)) return kindOfHeif(bytes);
  const office = officeTypeOf(bytes);
  if (office) return office;
  if (isMail(bytes)) return MAIL;
  if (hasPdfHeader(bytes)) return 'application/pdf';
  return looksLikeText(bytes) ? 'text/plain' : null;
}

function hasPdfHeader(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-');
}

/** Markup and programs for printers are text too, but not documents that anybody wrote or scanned. */
function looksLikeText(bytes: Uint8Array): boolean {
  const text = decodeText(bytes.subarray(0, 65_536), true);
  if (text === null || /^\s*(?:<!doctype|<html|<\?xml|\{\\rtf|%!PS)/iu.test(text)) return false;
  const strange = text.match(/(?!\s)[\p{Cc}\ufffd]/gu)?.length ?? 0;
  return strange <= text.length / 1000;
}

const HEAD = 8192;

/** Header lines from the first one on: "Return-Path: …", "MIME-Version: 1.0". */
export function isMail(bytes: Uint8Array): boolean {
  const head =
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD))
      .toString('latin1')
      .split(/\r?\n\r?\n/u, 1)[0] ?? '';
  return (
    /^(?:\xef\xbb\xbf)?(?:Return-Path|Received|From|Date|Message-ID|MIME-Version|Delivered-To|Subject|To|Content-Type|(?:X|ARC|DKIM)-[\w-]+):/iu.test(
      head,
    ) && /^(?:Content-Type|MIME-Version|Message-ID|Received):/imu.test(head)
  );
}

/** UTF-8, UTF-16 by its mark, or an old Vietnamese code; null where the bytes are none of these. A part of a file may end within a letter. */
export function decodeText(bytes: Uint8Array, part = false): string | null {
  return decodeUnicode(bytes, part) ?? decodeOldText(bytes);
}

function decodeUnicode(bytes: Uint8Array, part: boolean): string | null {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: part });
  } catch {
    return null;
  }
}
