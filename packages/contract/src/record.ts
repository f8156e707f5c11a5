// The record: what leaves the program and trackers read. CONTRACT (README.md of this package) says what each field means.
// Every record is validated with this schema before it is written; the JSON Schema in ../record.schema.json is made from it.
import { z } from 'zod';
import { Anchor, Box, Span } from './geometry.ts';

export const SCHEMA_VERSION = '1.0';

const IsoDate = z.iso.date();
const Confidence = z.number().min(0).max(1);
const Reasons = z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)).meta({ description: 'Why a person should look, kebab-case' });

/** Where a value was read and how sure it is. */
export const Evidence = z
  .strictObject({
    span: Span.nullable(),
    anchors: z.array(Anchor),
    confidence: Confidence,
    review: Reasons,
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof Evidence>;

export const Reference = z
  .strictObject({
    type: z.string().nullable(),
    number: z.string().nullable(),
    issuedOn: IsoDate.nullable(),
    issuer: z.string().nullable(),
    span: Span.optional(),
  })
  .meta({ id: 'Reference' });
export type Reference = z.infer<typeof Reference>;

export const DocumentFields = z
  .strictObject({
    number: z.string().nullable(),
    type: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
    subject: z.string().nullable(),
    issuer: z.strictObject({ name: z.string(), parent: z.string().nullable(), id: z.string().nullable().optional() }).nullable(),
    place: z.string().nullable(),
    issuedOn: IsoDate.nullable(),
    addressees: z.array(z.string()),
    copiedTo: z.array(z.string()),
    signatory: z.strictObject({ name: z.string().nullable(), position: z.string().nullable(), capacity: z.string().nullable() }).nullable(),
    references: z.array(Reference),
    urgency: z.string().nullable().optional().meta({ description: 'HỎA TỐC, THƯỢNG KHẨN, KHẨN as stamped' }),
    evidence: z
      .record(z.string(), Evidence)
      .optional()
      .meta({ description: 'For each field that was read (or found unreadable): its place and confidence' }),
  })
  .meta({ id: 'DocumentFields' });
export type DocumentFields = z.infer<typeof DocumentFields>;

/** The fields of a document that shows none of them. */
export const NO_FIELDS: DocumentFields = {
  number: null,
  type: null,
  subject: null,
  issuer: null,
  place: null,
  issuedOn: null,
  addressees: [],
  copiedTo: [],
  signatory: null,
  references: [],
};

export const Page = z
  .strictObject({
    number: z.int().min(1),
    width: z.number().min(0),
    height: z.number().min(0),
    dpi: z.number().min(0).optional(),
    origin: z.enum(['ocr', 'text-layer', 'text']),
    rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
    skew: z.number().optional(),
    blank: z.boolean().optional(),
    confidence: Confidence,
  })
  .meta({ id: 'Page' });
export type Page = z.infer<typeof Page>;

/** part Phần · chapter Chương · section Mục or I. · subsection Tiểu mục · article Điều · clause 1. · subclause 1.1. · point a) · dash - · plus + · item (1) · attachment Phụ lục, Quy định */
export const ClauseKind = z.enum([
  'part',
  'chapter',
  'section',
  'subsection',
  'article',
  'clause',
  'subclause',
  'point',
  'dash',
  'plus',
  'item',
  'attachment',
]);
export type ClauseKind = z.infer<typeof ClauseKind>;

const ClauseFields = z.strictObject({
  id: z.string(),
  label: z.string(),
  kind: ClauseKind,
  heading: z.string().nullable(),
  span: Span,
  anchors: z.array(Anchor),
});
export type Clause = z.infer<typeof ClauseFields> & { children: Clause[] };
export const Clause: z.ZodType<Clause> = ClauseFields.extend({
  get children() {
    return z.array(Clause);
  },
}).meta({ id: 'Clause' });

export const Role = z.enum(['lead', 'support', 'monitor', 'approver', 'recipient']);
export type Role = z.infer<typeof Role>;

export const Owner = z
  .strictObject({
    role: Role,
    name: z.string(),
    inheritedFrom: z
      .string()
      .nullable()
      .meta({ description: 'Clause id, "lead-in", "addressees" or "issuer" that the name was taken from; null where the sentence names it' }),
    id: z.string().nullable().optional().meta({ description: 'Canonical id of the body in the gazetteer, where certain' }),
    canonicalName: z.string().nullable().optional(),
    span: Span.nullable().optional(),
    anchors: z.array(Anchor).optional(),
    confidence: Confidence.optional(),
  })
  .meta({ id: 'Owner' });
export type Owner = z.infer<typeof Owner>;

const deadlineFields = {
  text: z.string(),
  inheritedFrom: z.string().nullable(),
  span: Span.nullable().optional(),
  anchors: z.array(Anchor).optional(),
  confidence: Confidence.optional(),
  rules: z.array(z.string()).optional().meta({ description: 'Ids of the rules that read it' }),
};

export const Deadline = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('date'),
      bound: z.enum(['before', 'by', 'on', 'from']),
      date: IsoDate,
      time: z.string().nullable().optional(),
      ...deadlineFields,
    }),
    z.strictObject({ kind: z.literal('period'), start: IsoDate, end: IsoDate, ...deadlineFields }),
    z.strictObject({ kind: z.literal('recurring'), rrule: z.string(), bound: z.enum(['before', 'by', 'on', 'from']).nullable(), ...deadlineFields }),
    z.strictObject({
      kind: z.literal('relative'),
      duration: z.string(),
      workingDays: z.boolean().optional(),
      from: z.string(),
      date: IsoDate.nullable(),
      ...deadlineFields,
    }),
    z.strictObject({ kind: z.literal('continuous'), ...deadlineFields }),
  ])
  .meta({ id: 'Deadline' });
export type Deadline = z.infer<typeof Deadline>;

export const Task = z
  .strictObject({
    id: z.string(),
    clauseId: z.string(),
    action: z.string(),
    span: Span,
    anchors: z.array(Anchor),
    owners: z.array(Owner),
    deadline: Deadline.nullable(),
    confidence: Confidence,
    review: Reasons,
    rules: z.array(z.string()).optional(),
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof Task>;

export const RepairEntry = z
  .strictObject({
    span: Span,
    from: z.string(),
    to: z.string(),
    confidence: Confidence,
    page: z.int().min(1),
    box: Box,
    by: z.string().optional(),
    alternatives: z.array(z.string()).optional(),
  })
  .meta({ id: 'Repair' });

export const WarningEntry = z.strictObject({ code: z.string(), message: z.string(), page: z.int().min(1).nullable() }).meta({ id: 'Warning' });

export const Container = z
  .strictObject({
    id: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: "sha256 of the container's bytes" }),
    fileName: z.string(),
    mediaType: z.string(),
    member: z.string().meta({ description: 'Name within it; names of containers inside it come before, joined by " › "' }),
    message: z
      .strictObject({ from: z.string().nullable(), sentAt: z.iso.datetime().nullable(), subject: z.string().nullable(), text: z.string() })
      .nullable()
      .meta({ description: 'The words of the e-mail that it was attached to' }),
  })
  .meta({ id: 'Container', description: 'The archive, e-mail or PDF that the source was taken out of' });
export type Container = z.infer<typeof Container>;

export const Source = z
  .strictObject({
    fileName: z.string(),
    mediaType: z.string(),
    bytes: z.int().min(0),
    pageCount: z.int().min(0),
    receivedAt: z.iso.datetime(),
    container: Container.optional(),
  })
  .meta({ id: 'Source' });
export type Source = z.infer<typeof Source>;

export const Record = z
  .strictObject({
    schemaVersion: z.literal(SCHEMA_VERSION),
    id: z.string().regex(/^[0-9a-f]{64}$/),
    source: Source,
    document: DocumentFields,
    pages: z.array(Page),
    text: z.string(),
    clauses: z.array(Clause),
    tasks: z.array(Task),
    repairs: z.array(RepairEntry),
    review: Reasons.optional().meta({ description: 'Why a person should look at the document as a whole' }),
    pipeline: z.strictObject({ version: z.string(), stages: z.record(z.string(), z.string()), warnings: z.array(WarningEntry) }),
  })
  .meta({ title: 'vanban record', description: 'Who must do what by when in one Vietnamese administrative document' });
export type Record = z.infer<typeof Record>;
