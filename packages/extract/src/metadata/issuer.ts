// Which body issued the document, and under which body does it stand?
//   'ỦY BAN NHÂN DÂN' 'TỈNH LÀO CAI' → "Ủy ban nhân dân tỉnh Lào Cai"
//   'UBND TỈNH KIÊN GIANG' 'SỞ Y TẾ' → "Sở Y tế tỉnh Kiên Giang" under "UBND tỉnh Kiên Giang"
//   'BỘ TÀI CHÍNH' 'TỔNG CỤC THUẾ' → "Tổng cục Thuế" under "Bộ Tài chính"
// Read from the capitals of the header; where the header names nobody the issuer is null, not guessed from symbol or body.
import { foldEvenly, isCapitals, phrase, type Row } from '@vanban/segment';
import { createFinder } from '../bodies/find-body.ts';
import { absent, type Found, found } from './found.ts';
import { type Letter, spanOf } from './page.ts';
import { writtenPlace } from './places.ts';

export interface Issuer {
  readonly name: string;
  readonly parent: string | null;
  readonly id?: string | null;
}

/** Words that begin a body's name; other rows go on with the name above. */
const BODY =
  /^(?:uy ban|uy ban|ubnd|hoi dong|hdnd|so |bo |cuc |tong cuc|chi cuc|phong |van phong|ban |dang bo|dang uy|dang doan|tinh uy|thanh uy|huyen uy|quan uy|thi uy|chi bo|cong an|truong |benh vien|trung tam|tong cong ty|cong ty|vien |thanh tra|chi nhanh|bao hiem|ngan hang|kho bac|lien doan|mat tran|uy ban mat tran|hoi |doan |toa an|vien kiem sat|quoc hoi|chinh phu|thu tuong|chu tich|bo tu lenh|bo chi huy|hoc vien|dai hoc|tap doan|quy |to |thuong truc|dai |bao |xi nghiep|doi |tram |hat |vuon |khu |cong doan|thuong vu|ttlt|bch|bcd|lien |(?:thue|thong ke|hai quan) (?:tinh|thanh pho|co so|khu vuc) )/u;

const PLACE = /(?<![\p{L}])((?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường)\s(?!ủy|đoàn|hội)\p{L}[\p{L}’' .-]{0,60})$/iu;

/** Local bodies whose own name leaves out whose they are. */
const LOCAL =
  /^(?:so|phong|chi cuc|thanh tra|cong an|van phong|ban|dang uy|uy ban kiem tra|uy ban mat tran|lien doan|hoi|doan|trung tam|bo chi huy|hdnd|hoi dong)(?![\p{L}])/u;

/** @param place of the date line: on a scan it puts a spoilt place name of the header right ("TỈNH PEÚ THỌ" beside "Phú Thọ, ngày"). */
export function readIssuer(letter: Letter, place: string | null): Found<Issuer | null> {
  const rows = issuerRows(letter);
  if (rows.length === 0) return absent;
  const names: [Row, ...Row[]][] = [];
  for (const row of rows) {
    const goesOn = names.length > 0 && !BODY.test(`${foldEvenly(tidy(row.text))} `);
    if (goesOn) names.at(-1)?.push(row);
    else names.push([row]);
  }
  const written = names.map((parts) => parts.map((row) => tidy(row.text)).join(' '));
  const parent = written.length > 1 ? letter.caser.name(written.at(-2) as string) : null;
  const scanned = rows.some((row) => letter.isScanned(row));
  const own = completed(letter.caser.name(written.at(-1) as string), parent);
  const name = scanned ? withWrittenPlace(own, place) : own;
  const last = names.at(-1) ?? [];
  const known = BODY.test(`${foldEvenly(tidy(last[0]?.text ?? ''))} `);
  return found({ name, parent }, spanOf(last), known ? 0.96 : 0.7, known ? [] : ['issuer-unusual']);
}

/** The body of the gazetteer that the issuer certainly is: its id, and on a scan its name as it is written. */
export function identifyIssuer(letter: Letter, issuer: Found<Issuer | null>, issuedOn: string | null, place: string | null): Found<Issuer | null> {
  if (issuer.value === null) return issuer;
  const body = createFinder({ issuedOn, issuer: issuer.value, place }).find(issuer.value.name);
  const scanned = letter.rows('header').some((row) => letter.isScanned(row));
  return { ...issuer, value: { ...issuer.value, name: scanned && body !== null ? body.name : issuer.value.name, id: body?.id ?? null } };
}

/** The header's capitals that are neither motto nor number nor date, of the first run of them. */
function issuerRows(letter: Letter): Row[] {
  const header = letter.rows('header');
  const limit = header.findIndex((row) => phrase.isNumberLine(row));
  const above = header.slice(0, limit < 0 ? header.length : limit).filter(isIssuerRow);
  if (above.length > 0) return above;
  return header.filter(isIssuerRow);
}

function isIssuerRow(row: Row): boolean {
  if (phrase.isMotto(row) || phrase.isDateLine(row) || phrase.isNumberLine(row) || phrase.isStamp(row)) return false;
  return (
    isCapitals(row.text) &&
    /\p{L}{2}/u.test(row.text) &&
    (row.text.length < 100 || isLongName(row)) &&
    (!/\d{2}/u.test(row.text) || isLongName(row)) &&
    !isSymbol(row.text) &&
    row.text.replace(/[^\p{L}]/gu, '').length > 3
  );
}

/** "BAN CHỈ ĐẠO SẮP XẾP … CHÍNH QUYỀN ĐỊA PHƯƠNG 02 CẤP": a board is called by all that it is for, figures too. */
const isLongName = (row: Row): boolean =>
  row.text.length < 200 &&
  /^(?:ban chi dao|hoi dong|to cong tac|tieu ban|uy ban|ban chi huy|ban to chuc) \p{L}/u.test(row.folded) &&
  !/[/:]/u.test(row.text);

/** "/BTP-TCTHADS", "2 6 BCT-ATMT": a number or what is left of one. Not "SỞ QUY HOẠCH - KIẾN TRÚC". */
function isSymbol(text: string): boolean {
  const slash = text.indexOf('/');
  const digit = text.search(/\d/u);
  return (slash >= 0 && text.lastIndexOf('-') > slash) || (digit >= 0 && /\p{Lu}{2}-\p{Lu}{2}/u.test(text.slice(digit)));
}

const tidy = (text: string): string =>
  text
    .replace(/^SỞ(?=\p{Lu})/u, 'SỞ ')
    .replace(/[~–—]/gu, '-')
    .replace(/[^\p{L}\p{N}’',&\s()-]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** "Sở Y tế" under "UBND tỉnh Kiên Giang" is "Sở Y tế tỉnh Kiên Giang"; a name that ends in "tỉnh" gets the province's name. */
function completed(name: string, parent: string | null): string {
  if (parent !== null && isOfCentralCommittee(name, parent)) return `${name} Trung ương`;
  if (parent !== null && (/^(?:Thanh tra|Văn phòng)$/u.test(name) || isOfCommittee(name, parent))) return `${name} ${parent}`;
  const place = PLACE.exec(parent ?? '')?.[1];
  if (place === undefined || !LOCAL.test(foldedStart(name))) return name;
  const [kind] = /^(?:thành phố|thị xã|thị trấn|\p{L}+)/iu.exec(place) as RegExpExecArray;
  if (name.toLowerCase().endsWith(` ${kind.toLowerCase()}`))
    return `${name.slice(0, -kind.length)}${place.slice(0, kind.length).toLowerCase()}${place.slice(kind.length)}`;
  return PLACE.test(name) ? name : `${name} ${place.slice(0, 1).toLowerCase()}${place.slice(1)}`;
}

/** "BAN CHẤP HÀNH TRUNG ƯƠNG" / "BAN TỔ CHỨC": a body of the Party's Central Committee. */
const isOfCentralCommittee = (name: string, parent: string): boolean =>
  /^ban chap hanh trung uong(?: dang)?$/u.test(foldEvenly(parent)) &&
  /^(?:ban|uy ban kiem tra|van phong)(?: |$)/u.test(foldEvenly(name)) &&
  !/trung uong/u.test(foldEvenly(name));

/** "TỈNH ỦY QUẢNG NINH" / "BAN TUYÊN GIÁO VÀ DÂN VẬN": a body of a local committee of the Party. */
const isOfCommittee = (name: string, parent: string): boolean =>
  /^(?:tinh|thanh|huyen|quan|thi) uy /u.test(foldEvenly(parent)) &&
  /^(?:ban (?:to chuc|tuyen giao|dan van|noi chinh|kinh te|bao ve)|uy ban kiem tra)/u.test(foldEvenly(name)) &&
  !/ (?:tinh|thanh|huyen|quan|thi) uy/u.test(foldEvenly(name));

/** "huyện Đák R Láp" → "huyện Đắk R'Lấp". */
const withWrittenPlace = (name: string, seat: string | null): string =>
  name.replace(PLACE, (place) => {
    const kind = /^(?:thành phố|thị xã|thị trấn|\p{L}+)\s/iu.exec(place)?.[0] ?? '';
    const written = writtenPlace(place.slice(kind.length));
    const spoilt = seat !== null && seat.length === written.length && phrase.likeness(foldEvenly(written), foldEvenly(seat)) > 0.5;
    return kind + (spoilt ? seat : written);
  });

const foldedStart = (name: string): string => name.slice(0, 24).normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase();
