// Amounts of money whose đồng lost its stroke, and what they are for.
// Invariant: figures never change; only letters that stand behind a figure do, where marks were lost.
// The model leaves what was settled here alone (flow.ts).
//   110.000d/kg → 110.000đ/kg   780d/lit → 780đ/lít   75.000dong/kg → 75.000đồng/kg   not: 2d, 1.5d, 12.345du, 5d/x
import { eachPiece, peel, type Rule } from './rule.ts';

/** What prices and allowances are counted by, without marks → as it is written. */
const UNITS: ReadonlyMap<string, string> = new Map(
  `kg g m met:mét m2 m3 km ha lit:lít tan:tấn ta:tạ yen:yến thung:thùng trai:trái chi:chỉ luong:lượng cay:cây con chiec:chiếc cai:cái bo:bộ goi:gói hop:hộp
  chai bao vien:viên suat:suất luot:lượt lan:lần buoi:buổi tiet:tiết gio:giờ ngay:ngày dem:đêm tuan:tuần thang:tháng quy:quý nam:năm nguoi:người ho:hộ kWh`
    .split(/\s+/u)
    .map((entry) => entry.split(':'))
    .map(([bare = '', marked = bare]) => [bare, marked]),
);
/** "110.000d", "780d/lit", "75.000dong/kg,", "(-563dong/kg)…", "5.000dong/m2/thang", "18.000-23.000dong/kg", "13d6ng/kg" (another engine), "d6ng/m2/thang"; not "2d", "12.345du". */
const AMOUNT =
  /^([(“"]?[-+–]?(?:\d{1,3}(?:[.,]\d{3})*(?:[-–]\d{1,3}(?:[.,]\d{3})*)?|\d*))(d|d[\p{L}6]{1,2}ng|đ|đồng)((?:\/[\p{L}\d]+)*)([).,;:”"…]*)$/u;
const THOUSANDS = /[.,]\d{3}$/u;

/** What this rule calls itself. */
export const CURRENCY = 'rule/currency';

export const repairCurrency: Rule = eachPiece(CURRENCY, 0.97, (text, _before, _after, { channel }) => {
  if (channel !== 'bare' && channel !== 'damaged') return null;
  const [, figure, currency, behind = '', tail = ''] = AMOUNT.exec(text) ?? [];
  if (figure === undefined || currency === undefined) return null;
  const units = behind.split('/').slice(1);
  const counted = units.length > 0 && units.every((unit) => UNITS.has(unit)) && (/\d/u.test(figure) || currency.endsWith('g'));
  if (!counted && !THOUSANDS.test(figure)) return null;
  const marked = units.map((unit) => `/${UNITS.get(unit) ?? unit}`).join('');
  const repaired = `${figure}${currency.endsWith('g') ? 'đồng' : 'đ'}${marked}${tail}`;
  return repaired === text ? null : repaired;
});

/** "ý)", "ý." whose letter looks like a currency; not "¥ 500", "500 ¥", "¥/kg". */
export const repairLoneYen: Rule = eachPiece('rule/letter-read-as-yen', 0.95, (text, before, after, { channel }) => {
  const { head, core, tail } = peel(text);
  if (channel !== 'damaged' || core !== '¥') return null;
  const counted = (head === '' && /\p{Nd}/u.test(before(1))) || (tail === '' && /\p{Nd}/u.test(after));
  return counted ? null : `${head}ý${tail}`;
});
