// Does a semicolon belong to the document's own title, which a sentence repeats?
// Invariant: three words on either side are those of the title.
//   title "Thi đua chào mừng Đại hội lần thứ XIV; tăng tốc, bứt phá, hoàn thành kế hoạch"
//   "tuyên truyền về Đợt thi đua chào mừng Đại hội lần thứ XIV; | tăng tốc, bứt phá, hoàn thành kế hoạch; | mở chuyên mục" → true, false
import { fold } from '@vanban/text';

const NEAR = 3;

/** The title as words and semicolons, folded; null where it has no semicolon. */
export function titleWithParts(subject: string | null): string | null {
  return subject?.includes(';') ? wordsOf(subject).join(' ') : null;
}

/** @param title see titleWithParts. @param before ends with the semicolon, `after` begins behind it. */
export function isInsideTitle(title: string | null | undefined, before: string, after: string): boolean {
  if (title === null || title === undefined) return false;
  const near = [...wordsOf(before.slice(-REACH)).slice(-NEAR - 1), ...wordsOf(after.slice(0, REACH)).slice(0, NEAR)];
  return near.length === 2 * NEAR + 1 && title.includes(near.join(' '));
}
const REACH = 80;

const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+|;/gu) ?? [];
