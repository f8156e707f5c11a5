// Odd rows that hold other files: archives that climb out of their folder, bombs, mails, Word files that are not what they say.
import { readFile } from 'node:fs/promises';
import { makeMsg } from '@vanban/pages/make-msg';
import { makeZip } from '@vanban/pages/make-zip';
import type { OddFile } from './odd-file.ts';
import { onePage } from './pdf-source.ts';

const words = (index: number): Buffer => Buffer.from(`UBND TỈNH\nSố: ${index}/UBND-TH\n1. Sở Tài chính báo cáo trước ngày 31/01/2025.\n`);
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 2 ** 20);

function nested(layers: number): Buffer {
  let zip = makeZip([{ name: 'cv.txt', data: words(90) }]);
  for (let layer = 1; layer < layers; layer++) zip = makeZip([{ name: `${layer}.zip`, data: zip }]);
  return zip;
}

const wordFile = (body: string): Buffer =>
  makeZip([
    { name: '[Content_Types].xml', data: Buffer.from('<Types/>') },
    {
      name: 'word/_rels/document.xml.rels',
      data: Buffer.from(
        '<Relationships><Relationship Id="r1" Type="image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/></Relationships>',
      ),
    },
    {
      name: 'word/document.xml',
      data: Buffer.from(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`),
    },
  ]);

const LETTER = { subject: 'Công văn', body: 'Gửi kèm.', from: ['Sở Y tế', 'a@b.vn'] } as const;

/** The sector where a compound file's names begin is said to follow itself. */
function inARing(file: Buffer): Buffer {
  const [table, names] = [file.readUInt32LE(76), file.readUInt32LE(48)];
  file.writeUInt32LE(names, (table + 1) * 512 + names * 4);
  return file;
}

const MAIL = `From: a@b.vn
Subject: Cong van
MIME-Version: 1.0
Content-Type: multipart/related; boundary=x

--x
Content-Type: text/html

<img src="http://127.0.0.1:9/pixel.gif"><p>Gui kem cong van.</p>
--x
Content-Type: application/octet-stream
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="../../cv.txt"

${words(91).toString('base64')}
--x--
`;

export const ODD_CONTAINERS: readonly OddFile[] = [
  {
    name: 'climbing.zip',
    what: 'names that lead out of the folder: .., absolute, devices, backslashes',
    made: 'ZIP written by hand',
    outcome: 'record',
    make: () =>
      makeZip(
        ['../../out-1.txt', '/tmp/out-2.txt', 'C:\\out-3.txt', '..\\out-4.txt', 'con.txt'].map((name, index) => ({ name, data: words(92 + index) })),
      ),
  },
  {
    name: 'odd-names.zip',
    what: 'control, direction and decomposed characters, a name of 4,000 bytes, one name twice',
    made: 'ZIP written by hand',
    outcome: 'record',
    make: () =>
      makeZip(
        ['new\nline.txt', 'gpj.\u202etxt.txt', 'công văn.txt'.normalize('NFD'), `${'d'.repeat(4000)}.txt`, 'a.txt', 'a.txt'].map((name, index) => ({
          name,
          data: words(100 + index),
        })),
      ),
  },
  {
    name: 'link.zip',
    what: 'a symbolic link to a file of the machine',
    made: 'Unix mode of a link',
    outcome: 'input-link',
    make: () => makeZip([{ name: 'link.txt', data: Buffer.from('/etc/passwd'), mode: 0o120777 }]),
  },
  {
    name: 'bomb.zip',
    what: '101 MB of zeros in 100 KB',
    made: 'one file, sound',
    outcome: 'archive-limit',
    make: () => makeZip([{ name: 'a', data: zeros(101) }]),
  },
  {
    name: 'lying-bomb.zip',
    what: 'a file that says it has 5 bytes and has a million',
    made: 'size in the directory changed',
    outcome: 'input-damaged',
    make: () => makeZip([{ name: 'a.txt', data: zeros(1), claims: 5 }]),
  },
  { name: 'nested.zip', what: 'archives five deep', made: 'ZIP in ZIP', outcome: 'archive-limit', make: () => nested(5) },
  {
    name: 'crowd.zip',
    what: '1,500 files',
    made: 'the same letter under 1,500 names',
    outcome: 'archive-limit',
    make: () => makeZip(Array.from({ length: 1500 }, (_, index) => ({ name: `${index}.txt`, data: words(1) }))),
  },
  {
    name: 'locked.zip',
    what: 'an archive under a password',
    made: 'the old cipher',
    outcome: 'input-password',
    make: () => makeZip([{ name: 'cv.txt', data: words(2), password: 'secret' }]),
  },
  { name: 'empty.zip', what: 'an archive without a file', made: 'the end of a directory alone', outcome: 'no-documents', make: () => makeZip([]) },
  {
    name: 'cut.zip',
    what: 'an archive whose end is missing',
    made: 'the directory cut off',
    outcome: 'input-damaged',
    make: () => makeZip([{ name: 'cv.txt', data: words(3) }]).subarray(0, -60),
  },
  {
    name: 'mail.eml',
    what: 'a mail with a picture on another machine and a name that climbs',
    made: 'MIME text',
    outcome: 'record',
    make: () => Buffer.from(MAIL),
  },
  {
    name: 'pdf-in-zip.pdf',
    what: 'an archive under a PDF name',
    made: 'ZIP with a PDF in it',
    outcome: 'record',
    make: () => makeZip([{ name: 'a.pdf', data: onePage() }]),
  },
  {
    name: 'links.docx',
    what: 'a Word file with a picture on another machine',
    made: 'external relationship',
    outcome: 'record',
    make: () => wordFile('<w:p><w:r><w:t>1. Sở Tài chính báo cáo trước ngày 31/01/2025.</w:t></w:r></w:p>'),
  },
  {
    name: 'bomb.docx',
    what: 'a Word file whose text unpacks to 60 MB',
    made: 'a paragraph repeated',
    outcome: 'input-too-large',
    make: () => wordFile('<w:p><w:r><w:t>Sở Tài chính.</w:t></w:r></w:p>'.repeat(1_200_000)),
  },
  {
    name: 'laughs.docx',
    what: 'entities that multiply',
    made: 'a document type with nested entities',
    outcome: 'input-damaged',
    make: () =>
      makeZip([
        { name: '[Content_Types].xml', data: Buffer.from('<Types/>') },
        {
          name: 'word/document.xml',
          data: Buffer.from(
            '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document xmlns:w="x"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>',
          ),
        },
      ]),
  },
  {
    name: 'mail.msg',
    what: 'a mail of Outlook with an attachment whose name climbs',
    made: 'compound file with a property stream',
    outcome: 'record',
    make: () => makeMsg({ ...LETTER, attachments: [{ name: '../../../cv.txt', data: words(91) }] }),
  },
  {
    name: 'ring.msg',
    what: 'a mail of Outlook whose list of names runs in a ring',
    made: 'the same, one link of its sectors changed',
    outcome: 'input-damaged',
    make: () => inARing(makeMsg({ ...LETTER, attachments: [{ name: 'cv.txt', data: words(92) }] })),
  },
  {
    name: 'locked.docx',
    what: 'a Word file under a password',
    made: 'saved in `packages/pages/src/testing`',
    outcome: 'input-office-password',
    make: () => readFile(new URL('../../packages/pages/src/testing/locked-agile.docx', import.meta.url)),
  },
];
