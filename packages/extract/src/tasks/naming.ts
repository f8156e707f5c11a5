// Who is named for what follows: turning the names of a phrase into owners, and stand-ins into the one addressee.
// Invariant: a name is the text's own words; only a stand-in ("quý Bộ", "đơn vị") is replaced, and only where there is exactly one addressee.
//   Kính gửi: Bộ Y tế … "đề nghị quý Bộ" → Bộ Y tế
import type { Role } from '@vanban/contract';
import { fold } from '@vanban/text';
import type { NamePart } from '../owners/name.ts';
import type { NamedOwner, Naming } from './draft.ts';
import { type Passage, toDocument } from './passage.ts';
import type { Unit } from './unit.ts';

export function ownersOf(passage: Passage, unit: Unit, names: readonly NamePart[], role: Role, addressees: readonly string[]): NamedOwner[] {
  return names.flatMap((name) => {
    const start = (unit.tokens[name.start]?.start ?? 0) + unit.span.start;
    const end = (unit.tokens[name.end - 1]?.end ?? 0) + unit.span.start;
    const words = passage.text.slice(start, end).replace(/\s+/gu, ' ').trim();
    const span = toDocument(passage, { start, end });
    if (addressees.length > 1 && ALL_ADDRESSEES.test(fold(words))) return addressees.map((addressee) => ({ role, name: addressee, span }));
    return [{ role, name: standsFor(words, addressees) ?? words, span }];
  });
}

/** "quý đơn vị", "quý cơ quan, đơn vị" in a letter to several; not "quý Bộ", which is one of them. */
const ALL_ADDRESSEES = /^quy (?:don vi|co quan|co quan, don vi|dia phuong|co quan, don vi, dia phuong)$/u;

const COMPANIES = /^(?:cong ty|doanh nghiep|hop tac xa|dntn|tong cong ty|tap doan|chi nhanh)(?: |$)/u;

/** The addressee that a stand-in means; null where the words are a name of their own. */
function standsFor(words: string, addressees: readonly string[]): string | null {
  const [only] = addressees;
  if (only === undefined || addressees.length !== 1) return null;
  const folded = fold(words);
  const head = folded.replace(/^quy /u, '');
  if (
    !/^(?:quy )?(?:bo|so|co quan|don vi|cong ty|ban|cuc|chi cuc|vien|truong|ubnd tinh|ubnd|uy ban|uy ban nhan dan tinh|tinh|hoi|doanh nghiep|ong|ba|tong cong ty|tap doan|trung tam|phong|tong cuc|vu|benh vien|ngan hang|so nganh|dia phuong|nha truong|chi nhanh|xi nghiep|nha may|hop tac xa)$/u.test(
      folded,
    )
  )
    return null;
  const target = fold(only);
  if (/^(?:cac|nhung|moi|don vi|co quan) /u.test(target)) return null;
  return /^(?:co quan|don vi|doanh nghiep|dia phuong)$/u.test(head) || target.startsWith(head) || (COMPANIES.test(head) && COMPANIES.test(target))
    ? only
    : null;
}

export const isEmpty = (naming: Naming | null): boolean => naming === null || naming.leads.length === 0;

/** The addressees as leads of what names nobody. */
export function namingOfAddressees(addressees: readonly string[]): Naming | null {
  return addressees.length === 0 ? null : { leads: addressees.map((name) => ({ role: 'lead', name, span: null })), supports: [], from: 'addressees' };
}
