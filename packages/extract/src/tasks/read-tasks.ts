// Which tasks does the document hold, with whom and by when?
// Invariant: pure; every span is over `reading.text`; ids are `clauseId#n`, counted in reading order within the clause. Linear in the text's length.
//   readTasks(reading, segment(reading), document)[0].id → "III.1.b.-1#1"
// Letters, plans and decisions give tasks in their sentences, assignment tables in their rows (tables.ts).
import type { ClauseNode, DocumentFields, Reading, Segmentation, Span, Task } from '@vanban/contract';
import { readHeadingPeriod } from '@vanban/deadlines';
import { fold } from '@vanban/text';
import { printedNames } from '../owners/printed-names.ts';
import type { ClauseTasks } from './clause.ts';
import { tasksOfClause } from './clause-tasks.ts';
import type { DraftDeadline, DraftTask, Naming } from './draft.ts';
import { withoutEnactments } from './enacting.ts';
import { finishTasks } from './finish.ts';
import { applyLabels, type Labels } from './labels.ts';
import { listedTables } from './listed-tables.ts';
import { namingOfAddressees, ownersOf } from './naming.ts';
import { isOneLine, isWorkItself } from './no-title.ts';
import { passageOf, within } from './passage.ts';
import { quotedRanges } from './quoted.ts';
import { reportingBody } from './reporting-body.ts';
import { isFrame, type Reach, reachOf } from './sections.ts';
import { spreadDeadlines } from './spread.ts';
import { tasksOfTables } from './tables.ts';
import { titleWithParts } from './titled.ts';
import { type Reader, readUnit } from './unit.ts';

interface Below {
  /** True below a title such as "Mục đích, yêu cầu": clauses that begin to count anew lost their own title, and those that a body heads are its work. */
  readonly framed?: boolean;
  readonly naming: Naming | null;
  readonly reach: Reach;
  readonly period: DraftDeadline | null;
  /** True for the last of several points of one line each: behind it the sender closes. */
  readonly closes?: boolean;
}

interface Whole {
  readonly reading: Reading;
  readonly segmentation: Segmentation;
  readonly document: DocumentFields;
  readonly reader: Reader;
  readonly report: boolean;
  /** See Clause.asks. */
  asks: boolean;
  readonly tasks: DraftTask[];
}

export function readTasks(reading: Reading, segmentation: Segmentation, document: DocumentFields): Task[] {
  const report = document.type?.code === 'BC' && !concludes(reading);
  const whole: Whole = { reading, segmentation, document, reader: readerOf(reading, segmentation, document), report, asks: true, tasks: [] };
  const roots = report ? reportNaming(reading, segmentation, document) : namingOfAddressees(document.addressees);
  for (let part = 0; part < segmentation.parts.length; part++) readPart(whole, part, roots);
  const listed = listedTables(reading.text, segmentation);
  const prose = withoutEnactments(whole.tasks).filter(({ span }) => !listed.some((table) => within(span, table.span)));
  const tables = [...reading.tables, ...listed].toSorted((a, b) => a.span.start - b.span.start);
  whole.tasks.splice(0, whole.tasks.length, ...prose, ...tasksOfTables({ ...reading, tables }, segmentation, whole.reader));
  spreadDeadlines(whole.tasks);
  return finishTasks(reading, document, whole.tasks);
}

/** "… kết luận như sau:", "… có ý kiến chỉ đạo như sau:": directs, whatever its title was taken for. */
const concludes = ({ text }: Reading): boolean => /(?:kết\s+luận|chỉ\s+đạo|yêu\s+cầu)\s+như\s+sau\s*:/u.test(text);

function readPart(whole: Whole, part: number, roots: Naming | null): void {
  const { segmentation, report } = whole;
  const top = segmentation.clauses.filter((node) => node.part === part);
  const attachment = top.find((node) => node.kind === 'attachment');
  const nodes = attachment === undefined ? top : attachment.children;
  const reach: Reach =
    attachment === undefined
      ? report || whole.document.type?.code === 'TTr'
        ? 'none'
        : isNormative(whole.document)
          ? 'duties'
          : 'all'
      : reachOf(attachment, attachment.heading, 'all', report);
  const id = attachment?.id ?? '';
  const spans = bodyBefore(whole, part, nodes);
  const above = attachment === undefined ? roots : null;
  whole.asks = !isLetter(whole.document) || asks(whole.reading, spans);
  const lead = readClause(whole, id, 'lead-in', spans, { naming: above, reach, period: null });
  readNodes(whole, nodes, { naming: lead.naming ?? above, reach, period: null });
}

/**
 * A clause that only announces ("1. Giao Sở A thực hiện các việc sau:", nothing below it) names for those behind it. Below money ("Kinh phí thực hiện"), what a
 * body heads is its work, and so is what stands behind it: the title of the part on duties was lost, or its duties are of money.
 */
function readNodes(whole: Whole, nodes: readonly ClauseNode[], above: Below, onLabels?: (labels: Labels) => void): void {
  let naming = above.naming;
  const agenda = isAgenda(whole, nodes);
  let freed = false;
  for (const [at, node] of nodes.entries()) {
    freed ||= above.framed === true && (countsAnew(nodes[at - 1], node) || isHeadedByBody(whole, node));
    freed ||= above.reach === 'named' && isHeadedByBody(whole, node);
    const reach = agenda && /^(?:noi dung|chu tri|thanh phan)/u.test(opensWith(whole, node)) ? 'none' : freed ? 'all' : above.reach;
    const read = readNode(whole, node, { ...above, naming, reach, closes: at > 1 && at === nodes.length - 1 && nodes.slice(0, at).every(isOneLine) });
    if (announces(whole, node)) naming = read.naming ?? naming;
    if (read.labels !== null) onLabels?.(read.labels);
  }
}

/** "2." behind which "1." stands again. */
function countsAnew(before: ClauseNode | undefined, node: ClauseNode): boolean {
  const [last, next] = [before, node].map((one) => /^\d{1,2}(?=[.)])/u.exec(one?.label ?? '')?.[0]);
  return last !== undefined && next !== undefined && Number(next) <= Number(last);
}

function isHeadedByBody(whole: Whole, node: ClauseNode): boolean {
  const [first] = node.own;
  const line = first !== undefined && /:\s*$/u.test(whole.reading.text.slice(Math.max(first.start, first.end - 4), first.end)) ? first : null;
  const title = node.headingSpan ?? line;
  return title !== null && readTitle(whole, node, title) !== null;
}

/** "1. Chủ trì: …  2. Nội dung: …  4. Thời gian: …  5. Địa điểm: …": a meeting is called; its points are no work. */
const isAgenda = (whole: Whole, nodes: readonly ClauseNode[]): boolean =>
  [/^thoi gian/u, /^dia diem/u].every((label) => nodes.some((node) => label.test(opensWith(whole, node))));

/** The first words of a clause behind its label, folded. */
function opensWith(whole: Whole, node: ClauseNode): string {
  const first = node.own[0];
  return first === undefined ? '' : fold(whole.reading.text.slice(first.start, Math.min(first.end, first.start + 20))).replace(/^[^\p{L}]+/u, '');
}

function announces(whole: Whole, node: ClauseNode): boolean {
  const last = node.own.at(-1);
  return last !== undefined && node.children.length === 0 && node.label !== '' && /:\s*$/u.test(whole.reading.text.slice(last.start, last.end));
}

function readNode(whole: Whole, node: ClauseNode, above: Below): Pick<ClauseTasks, 'labels' | 'naming'> {
  const first = whole.tasks.length;
  const reach = reachOf(node, node.heading ?? firstLine(whole, node), above.reach, whole.report, isLetter(whole.document));
  const blocks = node.children.filter((child) => child.kind !== 'item');
  const items = node.children.filter((child) => child.kind === 'item');
  const heading =
    node.headingSpan === null || isWorkItself(whole.reading.text, node.headingSpan, whole.reader, above.closes === true) ? null : node.headingSpan;
  const isLeaf = heading !== null && node.own.every((span) => span.end <= heading.end) && blocks.length === 0;
  const title = heading === null || isLeaf ? null : readTitle(whole, node, heading);
  const naming = title ?? above.naming;
  const period = (heading === null ? null : periodOf(whole, heading, node.id)) ?? above.period;
  const own = [...node.own.filter((span) => isLeaf || heading === null || span.start >= heading.end), ...items.map((item) => item.span)];
  const spans = own.toSorted((a, b) => a.start - b.start);
  const below = readClause(whole, node.id, node.id, spans, { naming, reach, period }, blocks.length > 0);
  const lists = listsThings(whole, spans, blocks[0]?.span.start ?? 0);
  const framed = reach === 'none' && !whole.report && isFrame(node.heading ?? '');
  readNodes(whole, blocks, { naming: below.naming ?? naming, reach: lists ? 'none' : reach, period, framed }, (labels) =>
    applyLabels(whole.tasks.slice(first), labels),
  );
  return below;
}

/** "… ban hành các hướng dẫn, bao gồm:": what stands below are things; "các nhiệm vụ gồm:" announces work. */
function listsThings(whole: Whole, own: readonly Span[], first: number): boolean {
  const last = own.findLast((span) => span.end <= first);
  const words = last === undefined ? '' : fold(whole.reading.text.slice(Math.max(last.start, last.end - 120), last.end));
  if (
    /(?:dau hieu|tieu chi|truong hop|doi tuong|loai|hanh vi|ho so|tai lieu|thanh phan|dieu kien|danh muc|van ban|dich vu|nghiep vu|hinh thuc|phuong thuc)(?: [a-z]+){0,4} (?:sau|nhu sau|sau day)\s*:\s*$/u.test(
      words,
    )
  )
    return true;
  if (/hanh vi(?: [^.;:]{0,110})? nhu\s*:\s*$/u.test(words) || /(?:mot trong )?(?:cac|nhung) hanh vi\s*:\s*$/u.test(words)) return true;
  return /(?:^| )(?:bao )?gom(?: cac)?(?: [a-z]+){0,3}\s*:\s*$/u.test(words) && !/(?:nhiem vu|noi dung|cong viec|giai phap)[^.;]{0,40}$/u.test(words);
}

/** "Mục đích, yêu cầu:" on a line of its own is a title too. */
function firstLine(whole: Whole, node: ClauseNode): string | null {
  const first = node.own[0];
  const line = first === undefined ? '' : (whole.reading.text.slice(first.start, first.end).split('\n')[0] ?? '');
  return line.length < 80 && /:\s*$/u.test(line) ? line : null;
}

/** Reads a clause's own words and keeps its tasks. */
function readClause(whole: Whole, id: string, from: string, spans: readonly Span[], above: Below, heads = false): ClauseTasks {
  const passage = passageOf(whole.reading.text, spans);
  if (passage.text === '') return { tasks: [], naming: null, labels: null };
  const opening = from === 'lead-in';
  const letter = !whole.report && !whole.segmentation.parts.slice(1).some((part) => id === part.name || id.startsWith(`${part.name}.`));
  const found = tasksOfClause({
    id,
    from,
    passage,
    above: above.naming,
    reach: above.reach,
    addressees: whole.document.addressees,
    reader: whole.reader,
    opening,
    asks: whole.asks,
    letter,
    heads,
    quoted: quotedRanges(passage.text),
  });
  for (const task of found.tasks) if (above.period !== null && task.deadline === null) task.deadline = above.period;
  whole.tasks.push(...found.tasks);
  return found;
}

/** Whom a title names: "Đối với Sở A", "Trách nhiệm của Sở A", "Sở A", "Đảng ủy B chỉ đạo". */
function readTitle(whole: Whole, node: ClauseNode, heading: Span): Naming | null {
  const passage = passageOf(whole.reading.text, [heading]);
  const unit = readUnit(passage.text, { start: 0, end: passage.text.length }, whole.reader, true, false, true);
  const names = unit.kind === 'names' || (unit.phrase.form === 'assign' && /:\s*$/u.test(passage.text)) || /chi dao\s*:?$/u.test(fold(passage.text));
  if (!names || unit.phrase.leads.length === 0) return null;
  const owners = (role: 'lead' | 'support') =>
    ownersOf(passage, unit, role === 'lead' ? unit.phrase.leads : unit.phrase.supports, role, whole.document.addressees);
  return { leads: owners('lead'), supports: owners('support'), from: node.id };
}

function periodOf(whole: Whole, heading: Span, from: string): DraftDeadline | null {
  const found = readHeadingPeriod(whole.reading.text.slice(heading.start, heading.end), whole.reader);
  if (found === null) return null;
  return { found, span: { start: heading.start + found.span.start, end: heading.start + found.span.end }, inheritedFrom: from };
}

/** The body's text of a part before its first clause (all of it where there is none). */
function bodyBefore(whole: Whole, part: number, nodes: readonly ClauseNode[]): Span[] {
  const first = nodes[0]?.span.start ?? Number.POSITIVE_INFINITY;
  return whole.segmentation.segments
    .filter((segment) => segment.kind === 'body' && segment.part === part && segment.span.start < first)
    .map(({ span }) => ({ start: span.start, end: Math.min(span.end, first) }));
}

/** Laws, decrees, circulars and whatever else bears the year in its number: rules for everybody, and duties of some. */
function isNormative({ number, type }: DocumentFields): boolean {
  return /^(?:L|PL|NĐ|TT|TTLT)$/u.test(type?.code ?? '') || /^\d+\/\d{4}\//u.test(number ?? '');
}

function reportNaming(reading: Reading, segmentation: Segmentation, document: DocumentFields): Naming | null {
  const body =
    reportingBody(reading, segmentation) ?? (document.issuer === null ? null : { role: 'lead' as const, name: document.issuer.name, span: null });
  return body === null ? null : { leads: [body], supports: [], from: 'issuer' };
}

/** "so cong thuong" of a letter from "Sở Công Thương tỉnh Lào Cai". */
function senderOf(document: DocumentFields): string | null {
  const whole = fold(isLetter(document) ? (document.issuer?.name ?? '') : '');
  const name = /^(?:uy ban|ubnd|hoi dong|tinh uy|dang uy)/u.test(whole) ? whole : (whole.split(/ (?:tinh|thanh pho|tp) /u, 1)[0] ?? whole);
  return name.split(' ').length < 2 ? null : name;
}

const isLetter = ({ type, addressees }: DocumentFields): boolean => type?.code === 'CV' || (type === null && addressees.length > 0);

/** "…, Sở A đề nghị thực hiện các nội dung sau:" asks; "…, Sở A có ý kiến như sau:" does not. Without an opening nothing is known. */
function asks(reading: Reading, opening: readonly Span[]): boolean {
  const last = opening.at(-1);
  if (last === undefined) return true;
  const words = fold(reading.text.slice(Math.max(last.start, last.end - 260), last.end)).replace(/\s+/gu, ' ');
  return /(?:de nghi|yeu cau|chi dao|giao|trien khai|thuc hien|quan tam|phoi hop|bo sung|hoan thien|lam ro)[^.;]{0,160}$/u.test(words.trimEnd());
}

/** The year where the day of issue is not known: the one printed in the header. */
function readerOf(reading: Reading, segmentation: Segmentation, document: DocumentFields): Reader {
  const decides = /^(?:QĐ|NQ|QyĐ|L|NĐ|TT)$/u.test(document.type?.code ?? '');
  const header = segmentation.segments.filter(({ kind, part }) => part === 0 && (kind === 'header' || kind === 'title'));
  const year = header
    .map(({ span }) => reading.text.slice(span.start, span.end).match(/năm\s+((?:19|20)\d\d)/u)?.[1])
    .find((found) => found !== undefined);
  return {
    issuedOn: document.issuedOn,
    year: document.issuedOn === null && year !== undefined ? Number(year) : null,
    decides,
    sender: senderOf(document),
    names: printedNames(document.addressees),
    title: titleWithParts(document.subject),
  };
}
