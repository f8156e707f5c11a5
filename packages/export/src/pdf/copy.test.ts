import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PDFDict, PDFDocument, PDFName, type PDFPage, PDFRawStream, StandardFonts } from '@cantoo/pdf-lib';
import { createCanvas } from '@napi-rs/canvas';
import { DEFAULT_LIMITS, openSource } from '@vanban/pages';
import { afterEach, describe, expect, it } from 'vitest';
import { readingOf } from '../sample-reading.ts';
import { addTextLayer } from '../searchable-pdf.ts';

/** A scan of one page: a picture over all of it, and `content` before or after it with Helvetica as /F1 and a form as /Fx. */
async function scan(before: string, after: string, form = ''): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([595.44, 842.04]);
  const canvas = createCanvas(400, 566);
  const ink = canvas.getContext('2d');
  ink.fillStyle = '#f4f1ea';
  ink.fillRect(0, 0, 400, 566);
  ink.fillStyle = '#202020';
  for (let y = 60; y < 500; y += 22) ink.fillRect(50, y, 300, 9);
  page.setFont(await document.embedFont(StandardFonts.Helvetica));
  const [picture, font, drawn] = await partsOf(document, page, canvas.toBuffer('image/jpeg', 60), form);
  const content = `${before} q 595.44 0 0 842.04 0 0 cm ${picture} Do Q ${after}`.replaceAll('/F1', font).replaceAll('/Fx', drawn);
  page.node.set(PDFName.of('Contents'), document.context.register(document.context.flateStream(content)));
  return document;
}

async function partsOf(document: PDFDocument, page: PDFPage, jpeg: Uint8Array, form: string): Promise<[string, string, string]> {
  const image = await document.embedJpg(jpeg);
  const fonts = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict);
  const picture = String(page.node.newXObject('Scan', image.ref));
  if (!form) return [picture, String(fonts?.keys()[0]), ''];
  const drawing = document.context.flateStream(form.replaceAll('/F1', String(fonts?.keys()[0])), {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 596, 843],
    Resources: { Font: fonts },
  });
  return [picture, String(fonts?.keys()[0]), String(page.node.newXObject('Layer', document.context.register(drawing)))];
}

const hidden = (words: string): string => `BT 3 Tr /F1 12 Tf 70 700 Td (${words}) Tj ET`;
const seen = (words: string): string => `BT 0 Tr /F1 12 Tf 70 40 Td (${words}) Tj ET`;

describe('a searchable copy', () => {
  const folders: string[] = [];
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
  });

  async function open(pdf: Uint8Array) {
    const folder = await mkdtemp(join(tmpdir(), 'vanban-'));
    folders.push(folder);
    await writeFile(join(folder, 'scan.pdf'), pdf);
    return openSource(join(folder, 'scan.pdf'), { limits: DEFAULT_LIMITS });
  }

  async function pixels(pdf: Uint8Array): Promise<Buffer> {
    const source = await open(pdf);
    const view = await source.view(1, 60);
    await source.close();
    return Buffer.from(view?.data ?? []);
  }

  const streams = (document: PDFDocument): string =>
    document.context
      .enumerateIndirectObjects()
      .map(([, object]) =>
        object instanceof PDFRawStream && !String(object.dict.get(PDFName.of('Subtype'))).includes('Image') ? textOf(object) : '',
      )
      .join(' ');

  it.each([
    ['written invisibly', '', hidden('SAI HET'), ''],
    ['before the picture that covers it', seen('SAI HET'), '', ''],
    ['invisibly in a form', '', '/Fx Do', hidden('SAI HET')],
  ])('has no old layer %s, keeps what can be seen, and looks the same', async (_name, before, after, form) => {
    const source = await (await scan(before, `${after} ${seen('GHI CHU')}`, form)).save({ useObjectStreams: false });
    const { pdf } = await addTextLayer(source, readingOf(0), null);
    const inside = streams(await PDFDocument.load(pdf));
    expect(inside).not.toContain('SAI HET');
    expect(inside).toContain('GHI CHU');
    expect((await pixels(pdf)).equals(await pixels(source))).toBe(true);
  });

  it('leaves a page alone that was not read by OCR', async () => {
    const source = await (await scan('', hidden('GIU LAI'))).save();
    const reading = readingOf(0);
    const { pdf } = await addTextLayer(
      source,
      { ...reading, pages: reading.pages.map((page) => ({ ...page, origin: 'text-layer' as const })) },
      null,
    );
    expect(streams(await PDFDocument.load(pdf))).toContain('GIU LAI');
  });

  it('is PDF/A-2b, with title and language, where nothing stands against it; the same bytes each time', async () => {
    const source = await (await scan('', hidden('SAI HET'))).save();
    const copies = [
      await addTextLayer(source, readingOf(0), 'Công văn 1/VP: V/v thử'),
      await addTextLayer(source, readingOf(0), 'Công văn 1/VP: V/v thử'),
    ];
    expect(copies[0]?.obstacles).toEqual([]);
    expect(Buffer.from(copies[0]?.pdf ?? []).equals(Buffer.from(copies[1]?.pdf ?? []))).toBe(true);
    const document = await PDFDocument.load(copies[0]?.pdf ?? new Uint8Array(), { updateMetadata: false });
    expect(document.getTitle()).toBe('Công văn 1/VP: V/v thử');
    expect(String(document.catalog.get(PDFName.of('Lang')))).toBe('(vi)');
    const metadata = document.catalog.lookup(PDFName.of('Metadata'));
    const xmp = metadata instanceof PDFRawStream ? Buffer.from(metadata.contents).toString('utf8') : '';
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(xmp).toContain('Công văn 1/VP: V/v thử');
    expect(document.catalog.has(PDFName.of('OutputIntents'))).toBe(true);
  });

  it('does not call itself PDF/A where text is seen in a font that is not in the file', async () => {
    const { pdf, obstacles } = await addTextLayer(await (await scan('', seen('GHI CHU'))).save(), readingOf(0), null);
    expect(obstacles).toEqual(['font-not-embedded']);
    expect((await PDFDocument.load(pdf)).catalog.has(PDFName.of('Metadata'))).toBe(false);
  });

  it('carries no signature that only the source can have, and keeps how it looks', async () => {
    const document = await scan('', '');
    const { context, catalog } = document;
    const field = context.obj({ FT: 'Sig', T: 'chuky', V: { Type: 'Sig', ByteRange: [0, 1, 2, 3] }, Rect: [0, 0, 0, 0], F: 4, Subtype: 'Widget' });
    const ref = context.register(field);
    catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [ref], SigFlags: 3 }));
    document.getPage(0).node.addAnnot(ref);
    const { pdf } = await addTextLayer(await document.save(), readingOf(0), null);
    const copy = await PDFDocument.load(pdf);
    expect(copy.context.enumerateIndirectObjects().some(([, object]) => String(object).includes('ByteRange'))).toBe(false);
    expect(copy.getPage(0).node.Annots()?.size()).toBe(1);
  });
});

function textOf(stream: PDFRawStream): string {
  return Buffer.from(stream.getContents()).toString('latin1') + inflated(stream);
}

function inflated(stream: PDFRawStream): string {
  try {
    return inflateSync(stream.getContents()).toString('latin1');
  } catch {
    return '';
  }
}
