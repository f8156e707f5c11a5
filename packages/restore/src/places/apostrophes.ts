// Names of the highlands that are written with an apostrophe, which readers lose or take for another sign.
// Invariant: only words whose letters are exactly those of a name of the gazetteer change, and only their marks and the apostrophe; capitals stay.
//   "Đắk" "R" "lắp" → "Đắk" "R'lấp"   "ĐẮK" "R`LÁP" → "ĐẮK" "R'LẤP"   not: "Đắk" "R" "là"
import { hasMarks } from '@vanban/text';
import type { Decision } from '../model/decide.ts';
import type { FlowToken } from '../model/flow.ts';
import { SPACE } from '../model/tokens.ts';
import { casedLike } from './capitals.ts';
import type { Gazetteer } from './gazetteer.ts';

const SURE = 0.95;

export function settleApostrophes(tokens: readonly FlowToken[], decisions: readonly Decision[], gazetteer: Gazetteer): Decision[] {
  const settled = [...decisions];
  for (let i = 1; i < tokens.length; i++) {
    const [before, token, next] = [tokens[i - 1], tokens[i], tokens[i + 1]] as [FlowToken, FlowToken, FlowToken | undefined];
    const torn = /^\p{Lu}$/u.test(token.core) && next?.before === SPACE && /^\p{L}{3,}$/u.test(next.core);
    const read = torn ? `${token.core}'${next.core}` : token.core.replace(/[`’‘]/gu, "'");
    if (token.before !== SPACE || !/^\p{Lu}'\p{L}/u.test(read)) continue;
    const [first, second] = gazetteer.spelt([before.core, read]) ?? [];
    if (first === undefined || second === undefined) continue;
    // "Đăk" is written beside "Đắk".
    if (!hasMarks(before.core)) settled[i - 1] = written(before.core, first);
    settled[i] = torn ? { ...written(token.core, casedLike(read, second)), alternatives: [] } : written(token.core, casedLike(read, second));
    if (torn) settled[i + 1] = { text: '', sure: SURE, alternatives: [] };
  }
  return settled;
}

function written(core: string, name: string): Decision {
  const text = casedLike(core, name);
  return { text: text === core ? null : text, sure: SURE, alternatives: text === core ? [] : [core], by: 'gazetteer/place' };
}
