// Who leads the work of a command, where only a bracket behind it says so?
// Invariant: only names that "chủ trì" follows, or a label of leads precedes, inside the bracket; what else stands in it is left to the other rules.
//   "Rà soát các văn bản (Sở Tư pháp chủ trì, phối hợp với Sở A)" → Sở Tư pháp    "Ban hành quy chế (Đơn vị chủ trì: Sở Y tế)" → Sở Y tế
//   not: "Gửi báo cáo (qua Sở Y tế)", "Rà soát (bao gồm cả các dự án do Sở A quản lý)"
import { lexicon, matchAt, phrases } from '../words/lexicon.ts';
import { foldedText, isSign, type Token } from '../words/tokens.ts';
import type { NamePart } from './name.ts';
import { readNames } from './names.ts';

export function bracketedLeads(tokens: readonly Token[]): readonly NamePart[] {
  for (let at = 1; at < tokens.length; at++) {
    if (!isSign(tokens[at], '(')) continue;
    const label = matchAt(tokens, at + 1, LABELS);
    const labelled = label > 0 && isSign(tokens[at + 1 + label], ':');
    const names = readNames(tokens, labelled ? at + 2 + label : at + 1 + matchAt(tokens, at + 1, GIVES), false, false);
    if (names !== null && (labelled || foldedText(tokens.slice(names.next, names.next + 2)) === 'chu tri')) return names.names;
  }
  return [];
}

const LABELS = lexicon(phrases('đơn vị chủ trì, cơ quan chủ trì, đơn vị thực hiện, cơ quan thực hiện, chủ trì, đơn vị chủ trì thực hiện'));
const GIVES = lexicon(phrases('giao, do'));
