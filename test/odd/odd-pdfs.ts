// Odd rows that are PDFs: what a scanner's software or a prankster puts into one.

import { deflateSync } from 'node:zlib';
import { formPacket } from '@vanban/pages/make-form';
import type { OddFile } from './odd-file.ts';
import { onePage, pdfOf, stream, wordsContent } from './pdf-source.ts';

const LINK = (action: string): string => `<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << ${action} >> >>`;

const XFA = '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"/></xdp:xdp>';

const FONTS = '<< /Font << /F1 5 0 R >> >>';

export const ODD_PDFS: readonly OddFile[] = [
  {
    name: 'links.pdf',
    what: 'links out: addresses, files on other machines, forms that are sent',
    made: 'annotations with URI, GoToR and SubmitForm',
    outcome: 'record',
    make: () =>
      onePage({
        page: `/Annots [${[
          LINK('/S /URI /URI (http://127.0.0.1:9/x)'),
          LINK('/S /GoToR /F (\\\\127.0.0.1\\x.pdf) /D [0 /Fit]'),
          LINK('/S /SubmitForm /F (http://127.0.0.1:9/form)'),
        ].join(' ')}]`,
      }),
  },
  {
    name: 'form.pdf',
    what: 'an XFA form behind pages that show it',
    made: 'AcroForm with a field and an XFA packet',
    outcome: 'record',
    warnings: ['form-not-read'],
    make: () => onePage({ catalog: '/AcroForm << /Fields [7 0 R] /XFA 6 0 R >>', more: [stream(XFA), '<< /FT /Tx /T (a) >>'] }),
  },
  {
    name: 'waiting-form.pdf',
    what: 'an XFA form behind a page that only asks to wait, without anything in it',
    made: 'AcroForm without fields, with an empty XFA packet',
    outcome: 'input-unsupported',
    make: () => onePage({ catalog: '/AcroForm << /Fields [] /XFA 6 0 R >> /NeedsRendering true', more: [stream(XFA)] }),
  },
  {
    name: 'live-form.pdf',
    what: 'an XFA form that only the viewer draws, filled in',
    made: 'AcroForm without fields; a packet with texts, fields, a table and their data',
    outcome: 'record',
    warnings: ['form-laid-out'],
    make: () => onePage({ catalog: `/AcroForm << /Fields [] /XFA 6 0 R /DR ${FONTS} >> /NeedsRendering true`, more: [stream(formPacket())] }),
  },
  {
    name: 'data-form.pdf',
    what: 'a form whose values stand in its XFA data alone',
    made: 'AcroForm with a field that has no value; the same packet',
    outcome: 'record',
    warnings: ['form-not-read'],
    make: () =>
      onePage({
        catalog: `/AcroForm << /Fields [7 0 R] /XFA 6 0 R /DA (/F1 12 Tf 0 g) /DR ${FONTS} >>`,
        page: '/Annots [9 0 R]',
        more: [
          stream(formPacket()),
          '<< /T (form1[0]) /Kids [8 0 R] >>',
          '<< /T (body[0]) /Parent 7 0 R /Kids [9 0 R] >>',
          '<< /Type /Annot /Subtype /Widget /FT /Tx /T (coquan[0]) /F 4 /Parent 8 0 R /DA (/F1 12 Tf 0 g) /Rect [60 500 300 520] >>',
        ],
      }),
  },
  {
    name: 'nested-flate.pdf',
    what: 'page content of 64 MB of blanks in a few hundred bytes',
    made: 'Flate within Flate',
    outcome: 'record',
    make: () => nestedFlate(64),
  },
  {
    name: 'endless-depth.pdf',
    what: 'a picture of two thousand million bits a sample',
    made: 'BitsPerComponent changed',
    outcome: 'record',
    make: () =>
      onePage({
        content: 'q 595 0 0 842 0 0 cm /I Do Q',
        resources: '/XObject << /I 6 0 R >>',
        more: [
          stream(Buffer.alloc(400, 0xff), '/Type /XObject /Subtype /Image /Width 20 /Height 20 /ColorSpace /DeviceGray /BitsPerComponent 2147483647'),
        ],
      }),
  },
  {
    name: 'deep-nesting.pdf',
    what: 'arrays a hundred thousand deep',
    made: 'opening brackets in the page dictionary',
    outcome: 'page-failed',
    make: () => onePage({ page: `/X ${'['.repeat(100_000)}` }),
  },
  {
    name: 'turned-pages.pdf',
    what: 'pages that say they are turned, by 90° and 180°',
    made: 'Rotate of two pages',
    outcome: 'record',
    make: () =>
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
        ...[90, 180].map(
          (turn) => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${turn} /Contents 5 0 R /Resources << /Font << /F1 6 0 R >> >> >>`,
        ),
        stream(wordsContent),
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ]),
  },
  {
    name: 'drawn-only.pdf',
    what: 'words drawn as outlines, without any font',
    made: 'a page of strokes',
    outcome: 'record',
    warnings: ['ink-without-text'],
    make: () =>
      onePage({ content: `2 w ${Array.from({ length: 40 }, (_, index) => `${80 + index * 10} 600 m ${84 + index * 10} 640 l S`).join(' ')}` }),
  },
];

function nestedFlate(megabytes: number): Buffer {
  const packed = deflateSync(deflateSync(Buffer.alloc(megabytes * 2 ** 20, ' '), { level: 9 }), { level: 9 });
  const head = `<< /Length ${packed.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n`;
  const content = Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]);
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>',
    content,
  ]);
}
