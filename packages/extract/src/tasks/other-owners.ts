// Who else has a part in the work: who approves what is submitted, who receives the report, who watches over it?
// Invariant: only names behind "trình", "báo cáo", "gửi" and before "phê duyệt", "ban hành"; leads and supports are read elsewhere.
//   "trình UBND tỉnh phê duyệt" → approver UBND tỉnh      "gửi về Sở Tài chính" → recipient Sở Tài chính
import type { Role } from '@vanban/contract';
import { readNames } from '../owners/names.ts';
import { lexicon, matchAt, phrases } from '../words/lexicon.ts';
import type { NamedOwner } from './draft.ts';
import { ownersOf } from './naming.ts';
import type { Passage } from './passage.ts';
import type { Unit } from './unit.ts';

const SUBMIT = lexicon(
  phrases(
    'trình, báo cáo, báo cáo với, báo cáo về, gửi, gửi về, gửi cho, gửi đến, gửi tới, nộp về, tham mưu, tham mưu cho, tham mưu giúp, thông báo cho, gửi báo cáo về',
  ),
);
const APPROVE = lexicon(phrases('phê duyệt, ban hành, quyết định, xem xét, thông qua, cho ý kiến, ký, xem xét phê duyệt, chấp thuận, thẩm định'));

export function otherOwners(passage: Passage, unit: Unit, addressees: readonly string[]): NamedOwner[] {
  const { tokens, phrase } = unit;
  const found: NamedOwner[] = [];
  for (let at = phrase.verbAt; at < tokens.length; at++) {
    const length = matchAt(tokens, at, SUBMIT);
    if (length === 0) continue;
    const names = readNames(tokens, at + length, false, false);
    if (names === null) continue;
    if (!tokens.slice(names.names[0]?.start, names.names[0]?.end).some((token) => token.upper)) continue;
    const role: Role = matchAt(tokens, names.next, APPROVE) > 0 ? 'approver' : 'recipient';
    if (role === 'approver' || !/^(?:tham|thong)$/u.test(tokens[at]?.fold ?? ''))
      found.push(...ownersOf(passage, unit, names.names, role, addressees));
    at = names.next - 1;
  }
  return unique(found);
}

function unique(owners: readonly NamedOwner[]): NamedOwner[] {
  return owners.filter((owner, i) => owners.findIndex((other) => other.role === owner.role && other.name === owner.name) === i);
}
