// Is what looks like a clause's title the work itself?
// Invariant: looks at the line and at what stands right below it.
//   "1. Sở A rà soát hồ sơ" above dashes   "1. Báo cáo lao động" above "- Hạn nộp báo cáo: …"   not: "1. Sở A", "1. Rà soát hồ sơ" above dashes
import type { ClauseNode, Span } from '@vanban/contract';
import { fold } from '@vanban/text';
import { LABEL_LINE } from './labels.ts';
import { type Reader, readUnit, type Unit } from './unit.ts';

/** @param closes true for the last of several points of one line each: behind it the sender closes. */
export function isWorkItself(text: string, heading: Span, reader: Reader, closes: boolean): boolean {
  return isSentence(text, heading, reader) || isLabelled(text, heading, reader) || (closes && isBeforeClosing(text, heading, reader));
}

export const isOneLine = ({ own }: ClauseNode): boolean => own.length < 2;

/** True where what looks like a title gives somebody named work: its sentence goes on in the lines below. */
function isSentence(text: string, heading: Span, reader: Reader): boolean {
  const unit = unitOf(text, heading, reader, true);
  return unit.kind === 'task' && unit.phrase.leads.length > 0;
}

/** "1. Tổ chức tuyên truyền Luật" above "a) Cơ quan chủ trì: Bộ A": a title that labels complete is the work. */
function isLabelled(text: string, heading: Span, reader: Reader): boolean {
  if (!LABEL_LINE.test(text.slice(heading.end, heading.end + 70).replace(/^\s*(?:[a-zđ]\)|[-+•])\s*/u, ''))) return false;
  return isCommand(text, heading, reader);
}

/** "4. Báo cáo tai nạn lao động" above "Sở A đề nghị các đơn vị …" in Sở A's own letter: the last point, no title of what the sender closes with. */
function isBeforeClosing(text: string, heading: Span, reader: Reader): boolean {
  const { sender } = reader;
  const closing = fold(text.slice(heading.end, heading.end + 120))
    .replace(/\s+/gu, ' ')
    .trimStart();
  if (sender === undefined || sender === null || !closing.startsWith(`${sender} `)) return false;
  return (
    /^(?:(?:tinh|thanh pho) .{2,30} )?(?:kinh )?(?:de nghi|yeu cau) /u.test(closing.slice(sender.length + 1)) && isCommand(text, heading, reader)
  );
}

function isCommand(text: string, heading: Span, reader: Reader): boolean {
  const unit = unitOf(text, heading, reader, false);
  return unit.kind === 'task' && unit.phrase.form === 'command';
}

const unitOf = (text: string, { start, end }: Span, reader: Reader, title: boolean): Unit =>
  readUnit(text.slice(start, end), { start: 0, end: end - start }, reader, true, false, title);
