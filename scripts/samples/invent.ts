// Letters that nobody wrote: grammatical office text put together by rule from lists of bodies, deeds, things and dates.
// Invariant: the same seed gives the same letter; nobody real is named as the one who signs; nothing of it states a fact.
//   inventLetter(seeded(7), { table: true }).body[0] → "Căn cứ Kế hoạch số 412/KH-UBND ngày 09/3/2024 của Ủy ban nhân dân tỉnh …"
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Letter } from './letter.ts';
import type { Random } from './random.ts';

const GAZETTEERS = join(import.meta.dirname, '..', '..', 'data', 'gazetteers');

/** One column of a gazetteer. */
function column(file: string, name: string): string[] {
  const [head = '', ...rows] = readFileSync(join(GAZETTEERS, file), 'utf8').trim().split('\n');
  const at = head.split('\t').indexOf(name);
  return rows.map((row) => row.split('\t')[at] ?? '').filter(Boolean);
}

const MINISTRIES = column('bodies.tsv', 'name');
const DEPARTMENTS = column('departments.tsv', 'name');
const PROVINCES = column('provinces.tsv', 'name');

/** Phrases parted by bars; a line may break after a bar. */
function listOf(text: string): string[] {
  return text.split('|').map((phrase) => phrase.trim());
}

const DEEDS = listOf(`
  rà soát|tổng hợp|hướng dẫn|kiểm tra|đôn đốc|triển khai thực hiện|báo cáo|thẩm định|công khai|cập nhật|đánh giá|khắc phục`);
const THINGS = listOf(`
  các thủ tục hành chính thuộc phạm vi quản lý|dự toán kinh phí năm|danh mục công trình thủy lợi bị hư hỏng|
  kế hoạch tuyển dụng công chức, viên chức|tình hình giải ngân vốn đầu tư công|hồ sơ quản lý đất đai|
  cơ sở dữ liệu chuyên ngành|việc tiếp công dân và giải quyết đơn thư|các biện pháp phòng cháy, chữa cháy rừng|
  chỉ tiêu giảm nghèo bền vững|công tác phòng, chống dịch bệnh trên đàn gia súc, gia cầm|giá dịch vụ khám bệnh, chữa bệnh|
  quy chế phối hợp giữa các cơ quan`);
const WHEREFORES = listOf(`
  bảo đảm đúng tiến độ, chất lượng theo quy định của pháp luật|kịp thời tháo gỡ khó khăn, vướng mắc ngay từ cơ sở|
  không để xảy ra sai sót, lãng phí, tiêu cực|phục vụ tốt hơn người dân và doanh nghiệp|
  tránh hình thức, chồng chéo và bỏ sót nhiệm vụ`);
/** Kind of paper and its code. */
const KINDS = listOf('Kế hoạch=KH|Quyết định=QĐ|Công văn=CV|Thông báo=TB|Nghị quyết=NQ|Chỉ thị=CT').map((kind) => kind.split('='));

const two = (value: number): string => String(value).padStart(2, '0');
const dateOf = (random: Random): string => `${two(random.whole(1, 28))}/${random.whole(1, 12)}/${random.whole(2015, 2026)}`;
const bodyOf = (random: Random): string => random.of(random.next() < 0.5 ? DEPARTMENTS : MINISTRIES);
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function basis(random: Random): string {
  const [kind = '', code = ''] = random.of(KINDS);
  return `Căn cứ ${kind} số ${random.whole(1, 4999)}/${code}-UBND ngày ${dateOf(random)} của ${random.of(['Ủy ban nhân dân tỉnh', 'Hội đồng nhân dân tỉnh', bodyOf(random)])} về việc ${deed(random)};`;
}

const deed = (random: Random): string => `${random.of(DEEDS)} ${random.of(THINGS)}`;

/** One sentence of an order, with an owner and often a day. */
function order(random: Random): string {
  const [owner, helper] = [bodyOf(random), bodyOf(random)];
  const by = random.of([
    `trước ngày ${dateOf(random)}`,
    `trong quý ${random.of(['I', 'II', 'III', 'IV'])}/${random.whole(2024, 2026)}`,
    `chậm nhất ngày ${dateOf(random)}`,
  ]);
  return random.of([
    `Giao ${owner} chủ trì, phối hợp với ${helper} ${deed(random)}, ${random.of(WHEREFORES)}; hoàn thành ${by}.`,
    `${owner} có trách nhiệm ${deed(random)}; ${deed(random)} và gửi ${helper} ${by} để tổng hợp.`,
    `Đề nghị ${owner} ${deed(random)} theo quy định tại khoản ${random.whole(1, 9)} Điều ${random.whole(1, 60)} của Luật; báo cáo kết quả ${by}.`,
    `Tỷ lệ ${deed(random)} phải đạt ít nhất ${random.whole(50, 99)},${random.whole(0, 9)}%, kinh phí không quá ${random.whole(1, 900)}.${two(random.whole(0, 99))}0.000 đồng, ${random.of(WHEREFORES)}.`,
  ]);
}

function paragraphs(random: Random, count: number): string[] {
  const parts = Array.from(
    { length: count },
    (_, index) => `${index + 1}. ${capitalised(order(random))}${random.next() < 0.5 ? ` ${capitalised(order(random))}` : ''}`,
  );
  return [...Array.from({ length: random.whole(1, 3) }, () => basis(random)), ...parts];
}

function tableOf(random: Random): string[][] {
  const rows = Array.from({ length: random.whole(3, 6) }, (_, index) => [
    String(index + 1),
    capitalised(deed(random)),
    bodyOf(random),
    `${two(random.whole(1, 28))}/${two(random.whole(1, 12))}/${random.whole(2024, 2026)}`,
  ]);
  return [['TT', 'Nội dung công việc', 'Cơ quan chủ trì', 'Thời hạn'], ...rows];
}

/** `length`: paragraphs of orders; about nine fill a page. */
export function inventLetter(random: Random, { length, table }: { readonly length: number; readonly table: boolean }): Letter {
  const province = random.of(PROVINCES);
  const about = deed(random);
  return {
    name: '',
    header: {
      left: ['ỦY BAN NHÂN DÂN', province.toUpperCase()],
      right: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
      number: `Số: ${random.whole(1, 9999)}/UBND-${random.of(['TH', 'KTN', 'VX', 'NC'])}`,
      date: `${province.replace(/^(?:Tỉnh|Thành phố) /u, '')}, ngày ${two(random.whole(1, 28))} tháng ${random.whole(1, 12)} năm ${random.whole(2015, 2026)}`,
      about: `V/v ${about}`,
    },
    title: [],
    heading: '',
    addressees: random
      .some(DEPARTMENTS, random.whole(1, 3))
      .map((name, index, all) => (all.length === 1 ? `${name}.` : `- ${name}${index === all.length - 1 ? '.' : ';'}`)),
    body: [...paragraphs(random, length), 'Yêu cầu Thủ trưởng các cơ quan, đơn vị nghiêm túc thực hiện./.'],
    ...(table ? { table: tableOf(random) } : {}),
    copies: ['- Như trên;', `- ${bodyOf(random)} (để phối hợp);`, '- CT, các PCT;', '- Lưu: VT, TH.'],
    // The names of sample forms, so that nobody real signs what nobody wrote.
    signature: { lines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: random.of(['Nguyễn Văn A', 'Nguyễn Văn An']) },
  };
}
