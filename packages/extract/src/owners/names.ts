// Which bodies does a list name, and where does it end?
// Invariant: every name is a run of tokens as printed; a list of kinds under one "các" is one name.
//   "Sở A, Sở B và các cơ quan, đơn vị có liên quan" → Sở A | Sở B | các cơ quan, đơn vị có liên quan
//   "các đơn vị như Công ty A và Công ty B" → Công ty A | Công ty B
//   "các Sở: Công Thương, Tài chính" → one name    "Các đơn vị Trung tâm A, Bệnh viện B" → Trung tâm A | Bệnh viện B
import { lexicon, matchAt, phrases } from '../words/lexicon.ts';
import { foldedText, isSign, type Token } from '../words/tokens.ts';
import { DETERMINERS, GENERAL, HEADS, LEVELS, NOT_HEADS } from './heads.ts';
import { behindAside, isLetters, type NamePart, readName } from './name.ts';
import { headAt } from './name-head.ts';
import { INTERPOSED } from './openers.ts';
import { areRank, goesOnWithPerson } from './persons.ts';
import { isOrganisation, verbPhraseAt } from './verb-phrase.ts';

const organises = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.fold === 'to' && tokens[at + 1]?.fold === 'chuc' && !isOrganisation(tokens, at);

export interface Names {
  readonly names: readonly NamePart[];
  /** Index of the token behind the list. */
  readonly next: number;
}

/** The list of names that begins here, or null. Semicolons join names only where `semicolons` is set (the list of an article or a lead-in). */
export function readNames(tokens: readonly Token[], index: number, atStart: boolean, semicolons = true): Names | null {
  const first = readOne(tokens, index, atStart);
  if (first === null) return null;
  const examples = /^như$/iu.test(tokens[first.next]?.text ?? '') ? readNames(tokens, first.next + 1, false, semicolons) : null;
  if (examples !== null) return examples;
  const names: NamePart[] = [first];
  let next = first.next;
  for (;;) {
    const behind = behindSeparator(tokens, next, semicolons);
    const more =
      behind === 0 ? null : (readOne(tokens, behind, false) ?? readLevel(tokens, names.at(-1) as NamePart, behind) ?? readLetters(tokens, behind));
    if (more === null) break;
    const before = names.at(-1) as NamePart;
    const same = isSameList(tokens, before, behind, more) || sharesOffice(tokens, before, behind) || goesOnWithPerson(tokens, before, behind);
    const one = same ? merged(before, more) : null;
    const last = one === null ? more : (colonList(tokens, one) ?? one);
    names.splice(one === null ? names.length : -1, 1, last);
    next = last.next;
  }
  return { names: withoutCaption(tokens, names), next };
}

function readOne(tokens: readonly Token[], index: number, atStart: boolean): NamePart | null {
  const head = headAt(tokens, index, atStart);
  if (head === null) return null;
  const name = readName(tokens, head);
  return colonList(tokens, name) ?? name;
}

/** "các sở | , ngành liên quan": a bare kind goes on with a list of kinds. */
function readLevel(tokens: readonly Token[], before: NamePart, index: number): NamePart | null {
  const length = matchAt(tokens, index, LEVELS);
  if (length === 0 || !(isMany(tokens, before) || endsInLevel(tokens, before)) || matchAt(tokens, index, NOT_HEADS) > 0 || organises(tokens, index))
    return null;
  return readName(tokens, { start: index, end: index + length, many: false, general: matchAt(tokens, index, GENERAL) > 0, listed: true });
}

/** "EVN, PVN, TKV": a body known by its letters, inside a list. */
function readLetters(tokens: readonly Token[], index: number): NamePart | null {
  if (!isLetters(tokens[index])) return null;
  let end = index + 1;
  while (tokens[end]?.upper && end < index + 5) end++;
  const ends = end >= tokens.length || isSign(tokens[end], ',;:') || tokens[end]?.fold === 'va' || verbPhraseAt(tokens, end) > 0;
  return ends ? { start: index, end, next: end, many: false } : null;
}

/** Index behind ",", ";", "và", "hoặc", "/" or ", và", and a comma read as a stop before another kind; 0 where the list ends. */
function behindSeparator(tokens: readonly Token[], at: number, semicolons: boolean): number {
  const joining = (token: Token | undefined): boolean => /^(?:v[àa]|ho[ặa]c|cùng|v[ớo]i)$/u.test(token?.text ?? '');
  const misread = isSign(tokens[at], '.') && tokens[at + 1]?.upper === false && matchAt(tokens, at + 1, LEVELS) > 0;
  if (misread || isSign(tokens[at], semicolons ? ',;/' : ',/')) return joining(tokens[at + 1]) ? at + 2 : at + 1;
  return joining(tokens[at]) ? at + 1 : 0;
}

/** "các sở | , ban | , ngành": the kind that follows belongs to the same many. "Sở Y tế | , xã Văn Bàn" does not. */
function isSameList(tokens: readonly Token[], before: NamePart, index: number, more: NamePart): boolean {
  if (isMany(tokens, before) && isCommittee(tokens, before.end - 2, before.end) && isCommittee(tokens, index, withoutRank(tokens, more.end)))
    return true;
  if (leadsGovernment(tokens, before, index) || isAnotherPlace(tokens, before, index) || sharesKind(tokens, before, index, more)) return true;
  const level = tokens[index]?.fold === 'chinh' ? 0 : matchAt(tokens, index, LEVELS);
  if (level === 0 || isSign(tokens[index - 1], ';') || matchAt(tokens, index, HEADS) > level) return false;
  if (tokens[index - 1]?.fold === 'va' && isClosed(tokens, before)) return false;
  if (hasOwnTail(tokens, before) && index + level < more.end) return false;
  if (repeatsHead(tokens, before, index, level, more)) return false;
  const token = tokens[index] as Token;
  const bare = index + level >= more.end;
  if (token.upper && !((bare || tokens[index + level]?.upper === false) && endsInCapitalLevel(tokens, before))) return false;
  if (!bare && isBareKind(tokens, before)) return true;
  if (tokens[index + level]?.upper && !bare && !matchAt(tokens, index + level, LEVELS) && !belongs(tokens, index + level - 1))
    return isMany(tokens, before) && (tokens[index + level]?.fold === 'ngang' || matchAt(tokens, index + level, CENTRAL) > 0);
  if (isAnotherKind(tokens, before, index)) return false;
  return isMany(tokens, before) || endsInLevel(tokens, before);
}

/** "Thủ trưởng các sở, ban | , đơn vị trực thuộc | Ủy ban nhân dân tỉnh": the capital behind it only says whose they are. */
const belongs = (tokens: readonly Token[], at: number): boolean => tokens[at]?.fold === 'thuoc' && tokens[at]?.upper === false;

/** "Ủy ban nhân dân xã, phường | và cơ quan thuế", "Bộ Chỉ huy Quân sự tỉnh | và sở, ngành", "UBND các xã | và đơn vị liên quan": bodies of another kind. */
function isAnotherKind(tokens: readonly Token[], before: NamePart, index: number): boolean {
  if (tokens[index - 1]?.fold !== 'va') return false;
  const [name, kind] = [foldedText(tokens.slice(before.start, before.end)), foldedText(tokens.slice(index, index + 2))];
  if (/^(?:chu tich )?(?:ubnd|uy ban nhan dan) cac (?:.{1,60})?(?:huyen|quan|thi xa|xa|phuong|dac khu)$/u.test(name))
    return /^(?:co quan|don vi|to chuc|luc luong|doanh nghiep)$/u.test(kind);
  return (
    !/(?:^| )(?:cac|nhung) /u.test(name) &&
    /^(?:so|nganh|ban|co quan|don vi|to chuc)(?: |,|$)/u.test(kind) &&
    /^(?:ubnd|uy ban|bo chi huy|cong an|so|ban|hoi|doan|lien doan)(?: .{1,80}|,.{1,80}| )?(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong)$/u.test(name)
  );
}

/** "các đơn vị | , cơ sở giáo dục trực thuộc", "các địa phương, đơn vị | , chủ rừng": bare kinds go on with one more in small letters. */
function sharesKind(tokens: readonly Token[], before: NamePart, index: number, more: NamePart): boolean {
  if (!before.many || more.many || isSign(tokens[index - 1], ';') || areRank(tokens, index) || !areKinds(tokens, before)) return false;
  const small = tokens.slice(index, more.end).every((token) => !token.upper);
  const tail = /^(?:\p{L}+ ){2,5}(?:truc thuoc|(?:co )?lien quan)$/u.test(foldedText(tokens.slice(index, more.end)));
  return small && (tail || matchAt(tokens, index, HEADS) === more.end - index);
}

/** "Các địa phương, đơn vị": a determiner and bare kinds, nothing that describes them. */
function areKinds(tokens: readonly Token[], { start, end }: NamePart): boolean {
  let at = start + matchAt(tokens, start, DETERMINERS);
  while (at < end) {
    const kind = matchAt(tokens, at, LEVELS);
    if (kind === 0 || tokens[at]?.upper) return false;
    at += kind + (at + kind < end && isSign(tokens[at + kind], ',') ? 1 : 0);
  }
  return at === end;
}

/** "các đơn vị trực thuộc | , lực lượng Công an xã": what is named so far has a tail of its own. */
const hasOwnTail = (tokens: readonly Token[], { end }: NamePart): boolean => foldedText(tokens.slice(end - 2, end)) === 'truc thuoc';

/** "cấp ủy | , chính quyền các địa phương", "Người đứng đầu cấp ủy | , chính quyền": one leadership. */
const leadsGovernment = (tokens: readonly Token[], before: NamePart, index: number): boolean =>
  tokens[index]?.fold === 'chinh' &&
  tokens[index + 1]?.fold === 'quyen' &&
  isSign(tokens[index - 1], ',') &&
  /(?:^| )(?:cap uy|to chuc dang)$/u.test(foldedText(tokens.slice(before.start, before.end)));

/** "UBND các huyện | , thị xã Long Khánh": places of the same kind of body; not "Sở Y tế | , xã Văn Bàn". */
const isAnotherPlace = (tokens: readonly Token[], before: NamePart, index: number): boolean =>
  tokens[index]?.upper === false &&
  PLACES.test(foldedText(tokens.slice(index, index + 2))) &&
  GOVERNMENTS.test(foldedText(tokens.slice(before.start, before.end)));
const PLACES = /^(?:huyen|quan|thi xa|thanh pho|thi tran|xa|phuong|dac khu)(?: |$)/u;
const GOVERNMENTS =
  /^(?:(?:pho )?chu tich )?(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan) (?:cac )?(?:huyen|quan|thi xa|thanh pho|xa|phuong)(?:$|,| va |(?: [a-z]+){0,12}, ?(?:huyen|quan|thi xa|thanh pho|xa|phuong))/u;

/** "lực lượng công an địa phương | , lực lượng tham gia bảo vệ": the same kind, described another way. */
const repeatsHead = (tokens: readonly Token[], before: NamePart, index: number, level: number, more: NamePart): boolean =>
  index + level < more.end &&
  before.end - before.start > level &&
  level > 1 &&
  tokens.slice(index, index + level).every((token, i) => token.fold === tokens[before.start + i]?.fold);

/** "Giám đốc | , Thủ trưởng các sở", "Bộ trưởng | , Chủ nhiệm Văn phòng Chính phủ", "các đồng chí bộ trưởng | , thủ trưởng cơ quan": a bare title goes on with another, "Thủ trưởng cơ quan Kho bạc | , cơ quan Thuế" with the next of its kind. */
function sharesOffice(tokens: readonly Token[], { start, end }: NamePart, index: number): boolean {
  if (!isSign(tokens[index - 1], ',') || end !== index - 1) return false;
  const [before, after] = [foldedText(tokens.slice(start, end)), foldedText(tokens.slice(index, index + 3))];
  if (/^(?:thu truong|nguoi dung dau) co quan \p{L}/u.test(before)) return tokens[index]?.text === 'cơ' && /^co quan (?!khac|lien)/u.test(after);
  if (/^giam doc$/u.test(before)) return /^thu truong (?:cac|nhung)$/u.test(after);
  if (/^bo truong$/u.test(before)) return /^chu nhiem /u.test(after);
  return /^cac dong chi \p{Ll}+ truong$/u.test(before) && /^thu truong /u.test(after) && tokens[index]?.upper === false;
}

/** "các cơ quan liên quan | và địa phương", "chính quyền địa phương | và cơ quan": what is named so far is complete. */
const isClosed = (tokens: readonly Token[], { start, end }: NamePart): boolean =>
  (tokens[end - 2]?.fold === 'lien' && tokens[end - 1]?.fold === 'quan') || (tokens[start]?.fold === 'chinh' && tokens[start + 1]?.fold === 'quyen');

/** "các tỉnh ủy | , thành ủy": committees without a place. */
const isCommittee = (tokens: readonly Token[], start: number, end: number): boolean =>
  end - start === 2 &&
  !tokens[start]?.upper &&
  /^(?:tinh|thanh|huyen|quan|thi|dang|chi|cap)$/u.test(tokens[start]?.fold ?? '') &&
  tokens[start + 1]?.fold === 'uy';

/** "đảng ủy | trực thuộc Trung ương": behind the kind whose rank is said. */
const withoutRank = (tokens: readonly Token[], end: number): number =>
  foldedText(tokens.slice(end - 4, end)) === 'truc thuoc trung uong' ? end - 4 : end;

/** "các bộ, cơ quan | Trung ương" */
const CENTRAL = lexicon(['trung ương']);

/** "Các xã": a determiner and one kind, nothing else. */
function isBareKind(tokens: readonly Token[], name: NamePart): boolean {
  return name.many && matchAt(tokens, name.start + 1, LEVELS) === name.end - name.start - 1;
}

function isMany(tokens: readonly Token[], name: NamePart): boolean {
  if (name.many) return true;
  for (let at = name.start; at < name.end; at++) if (/^(?:cac|nhung)$/u.test(tokens[at]?.fold ?? '')) return true;
  return false;
}

/** "Tổ chức | , cá nhân", "UBND huyện | , thị xã": the name so far ends in a bare kind. */
function endsInLevel(tokens: readonly Token[], name: NamePart): boolean {
  for (let at = name.start; at < name.end; at++)
    if (matchAt(tokens, at, LEVELS) === name.end - at)
      return at === name.start || tokens[at]?.upper === false
        ? !isFieldsLastWord(tokens, at, name)
        : /^(?:ngang|đốc|trưởng|đạo|đầu)$/u.test(tokens[at - 1]?.text ?? '');
  return false;
}

/** "Nội vụ", "Môi trường", "Xã hội": the second syllable is no kind. */
const isFieldsLastWord = (tokens: readonly Token[], at: number, name: NamePart): boolean =>
  at > name.start && at === name.end - 1 && tokens[at - 1]?.upper === true && /^(?:vu|hoi|truong|phong|vien|doan|ban)$/u.test(tokens[at]?.fold ?? '');

/** "các Sở, Ban | , Ngành": kinds with capitals go on with capitals. */
function endsInCapitalLevel(tokens: readonly Token[], name: NamePart): boolean {
  for (let at = name.start; at < name.end; at++) if (tokens[at]?.upper && matchAt(tokens, at, LEVELS) === name.end - at) return true;
  return false;
}

const merged = (a: NamePart, b: NamePart): NamePart => ({ start: a.start, end: b.end, next: b.next, many: true });

/** "các Sở: Công Thương, Tài chính và Xây dựng": the names behind the colon belong to the kind before it. */
function colonList(tokens: readonly Token[], name: NamePart): NamePart | null {
  const kind = [1, 2].some((length) => matchAt(tokens, name.end - length, LEVELS) === length) || isOfPlaces(tokens, name);
  if (!isSign(tokens[name.next], ':') || !isMany(tokens, name) || !kind) return null;
  let end = name.next + 1;
  let items = 0;
  while (tokens[end]?.upper && (headAt(tokens, end, false) === null || isWholeItem(tokens, end))) {
    const item = itemEnd(tokens, end);
    items++;
    end = item;
    const separated = isSign(tokens[end], ',;') || (tokens[end]?.fold === 'va' && tokens[end + 1]?.upper === true);
    if (!separated || !tokens[end + 1]?.upper || (headAt(tokens, end + 1, false) !== null && !isWholeItem(tokens, end + 1))) break;
    end++;
  }
  const listed = items > 1 || (items === 1 && isSign(tokens[end], ',;') && headAt(tokens, end + 1, false) !== null);
  return listed ? { start: name.start, end, next: behindAside(tokens, end), many: true } : null;
}

/** "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương | : Hà Tĩnh, Quảng Trị" */
const isOfPlaces = (tokens: readonly Token[], { start, end }: NamePart): boolean =>
  /(?:^| )cac (?:tinh|thanh pho|huyen|xa|phuong|dia phuong)(?: |,|$)/u.test(foldedText(tokens.slice(start, end)));

/** "Công an" between the signs of "các Bộ: Công an, Tư pháp": a field's name that is a head elsewhere. */
function isWholeItem(tokens: readonly Token[], at: number): boolean {
  const head = headAt(tokens, at, false);
  return (
    head !== null &&
    !head.many &&
    (isSign(tokens[head.end], ',;') || tokens[head.end]?.fold === 'va') &&
    /^(?:cong|thanh|van|dan|quoc)$/u.test(tokens[at]?.fold ?? '')
  );
}

/** End of one capitalised item: "Nông nghiệp và Môi trường". */
function itemEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    if (!token.word && !(at > from && isDashed(tokens, at))) break;
    if (
      token.word &&
      !token.upper &&
      at > from &&
      (verbPhraseAt(tokens, at) > 0 || /^(?:lập|gửi|nộp|cử)$/u.test(token.text) || matchAt(tokens, at, INTERPOSED) > 0)
    )
      break;
    if (token.fold === 'va' && (!tokens[at + 1]?.upper || (headAt(tokens, at + 1, false) !== null && !isWholeItem(tokens, at + 1)))) break;
    at++;
  }
  return at;
}

/** "Công nghiệp | - | Viễn thông Quân đội", "TP | . | HCM": one name with a sign inside. */
const isDashed = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.upper === true && (isSign(tokens[at], '-–') || (isSign(tokens[at], '.') && /^(?:tp|tx|tt)$/u.test(tokens[at - 1]?.fold ?? '')));

/** Not "các Ban Hội đồng nhân dân": those are the council's. */
const CAPTIONS = lexicon(phrases('đơn vị, cơ quan, tổ chức, doanh nghiệp, địa phương, cơ sở'));

/** "Các đơn vị | Trung tâm A, Bệnh viện B": a general caption before names that begin with a head of their own. */
function withoutCaption(tokens: readonly Token[], names: readonly NamePart[]): NamePart[] {
  const first = names[0] as NamePart;
  if (names.length < 2 || !first.many) return [...names];
  for (let at = first.start + 1; at < first.end; at++) {
    const caption = matchAt(tokens, at, CAPTIONS);
    const inner = at + caption;
    if (caption > 0 && inner < first.end && tokens[inner]?.upper && matchAt(tokens, inner, HEADS) > 0)
      return [{ ...first, start: inner, many: false }, ...names.slice(1)];
  }
  return [...names];
}
