// Makes the sample scans in data/samples: typesets each letter, damages the pages like an office scanner does and writes an image-only PDF,
// with the printed lines beside it as NAME.txt. Run: node scripts/samples/make.ts
import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { type Damage, damage } from './damage.ts';
import { readLetters } from './letter.ts';
import { DPI } from './press.ts';
import { typeset } from './typeset.ts';

const OUT = join(import.meta.dirname, '..', '..', 'data', 'samples');

const DAMAGES: readonly Damage[] = [
  { skew: 0.6, noise: 4, shade: 0.25, specks: 0.0001 },
  { skew: -0.9, noise: 6, shade: 0, specks: 0.0004 },
  { skew: 0.3, noise: 5, shade: 0.35, specks: 0.0001 },
  { skew: 1.4, noise: 5, shade: 0.1, specks: 0.0002 },
  { skew: -0.4, noise: 6, shade: 0.15, specks: 0.0002 },
];

mkdirSync(OUT, { recursive: true });
for (const [index, letter] of readLetters().entries()) {
  const { pages, lines, seal } = typeset(letter);
  const settings = DAMAGES[index % DAMAGES.length] as Damage;
  const size: [number, number] = [((pages[0]?.width ?? 0) / DPI) * 72, ((pages[0]?.height ?? 0) / DPI) * 72];
  const pdf = new PDFDocument({ autoFirstPage: false, info: { Title: letter.name, CreationDate: new Date(0), ModDate: new Date(0) } });
  const file = createWriteStream(join(OUT, `${letter.name}.pdf`));
  pdf.pipe(file);
  for (const [number, page] of pages.entries()) {
    const scanned = damage(page, settings, number === pages.length - 1 ? seal : null, index * 100 + number + 1);
    pdf.addPage({ size, margin: 0 }).image(scanned.toBuffer('image/jpeg', 45), 0, 0, { width: size[0], height: size[1] });
  }
  pdf.end();
  await once(file, 'close');
  writeFileSync(
    join(OUT, `${letter.name}.txt`),
    `${lines
      .flat()
      .map(({ text }) => text)
      .join('\n')}\n`,
  );
  console.log(`${letter.name}: ${pages.length} pages`);
}
