// Makes the picture at the top of the README: a sample letter with the places of what was read, and the tasks beside it.
//   node scripts/picture.ts RECORD.json SOURCE.pdf        writes data/pictures/result.jpg
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Anchor, Record, Task } from '@vanban/contract';
import { dueText } from '@vanban/export';
import { drawPlaces, type Place } from '@vanban/export/places';
import { DEFAULT_LIMITS, openSource } from '@vanban/pages';

const OUT = join(import.meta.dirname, '..', 'data', 'pictures');
const PAGE_WIDTH = 820;
const PANEL_WIDTH = 620;
const COLOUR = { lead: '#2e7d32', support: '#00838f', deadline: '#c62828', action: '#1565c0' } as const;

const [recordFile, sourceFile] = process.argv.slice(2);
if (!recordFile || !sourceFile) throw new Error('give a record and its source');
const record: Record = JSON.parse(readFileSync(recordFile, 'utf8'));
const source = await openSource(sourceFile, { limits: DEFAULT_LIMITS });
const image = await source.view(1, 150);
await source.close();
const page = record.pages[0];
if (!image || !page) throw new Error('the source has no picture');
const drawn = drawPlaces({ image, turn: page.rotation, width: page.width }, record.tasks.flatMap(placesOf), PAGE_WIDTH);
mkdirSync(OUT, { recursive: true });
writeFileSync(join(OUT, 'result.jpg'), compose(drawn).toBuffer('image/jpeg', 82));

function placesOf(task: Task): Place[] {
  const at = (anchors: readonly Anchor[] | undefined, colour: string, label = ''): Place[] =>
    (anchors ?? []).filter((anchor) => anchor.page === 1).map(({ box }, index) => ({ box, colour, label: index === 0 ? label : '' }));
  const owners = task.owners.filter(({ role, inheritedFrom }) => (role === 'lead' || role === 'support') && inheritedFrom === null);
  return [
    ...at(task.anchors, 'rgba(21,101,192,0.35)', task.id),
    ...owners.flatMap(({ role, anchors }) => at(anchors, role === 'lead' ? COLOUR.lead : COLOUR.support)),
    ...at(task.deadline?.anchors, COLOUR.deadline),
  ];
}

function compose(left: Canvas): Canvas {
  const canvas = createCanvas(PAGE_WIDTH + PANEL_WIDTH, left.height);
  const ink = canvas.getContext('2d');
  ink.fillStyle = '#10151c';
  ink.fillRect(0, 0, canvas.width, canvas.height);
  ink.drawImage(left, 0, 0);
  let y = 54;
  const { document } = record;
  y = write(ink, `${document.type?.name ?? ''} ${document.number ?? ''}`, y, 'bold 26px Tinos', '#ffffff');
  y = write(ink, [document.issuer?.name, document.place, document.issuedOn].filter(Boolean).join(' · '), y + 4, '20px Tinos', '#9fb3c8');
  for (const task of record.tasks) {
    y = write(ink, `${task.id}   ${Math.round(task.confidence * 100)} %`, y + 22, 'bold 19px Tinos', '#7fb2ff');
    y = write(ink, task.action.replace(/\s+/gu, ' '), y + 2, '19px Tinos', '#e6edf3', 2);
    for (const role of ['lead', 'support'] as const) {
      const names = task.owners.filter((owner) => owner.role === role).map((owner) => owner.name);
      if (names.length > 0)
        y = write(
          ink,
          `${role === 'lead' ? 'chủ trì' : 'phối hợp'}: ${names.join('; ')}`,
          y + 2,
          '19px Tinos',
          role === 'lead' ? '#7ee787' : '#67d5e0',
          2,
        );
    }
    if (task.deadline)
      y = write(
        ink,
        `hạn: ${task.deadline.kind === 'recurring' ? task.deadline.rrule : dueText(task.deadline)}  “${task.deadline.text.replace(/\s+/gu, ' ')}”`,
        y + 2,
        '19px Tinos',
        '#ff9a8f',
        2,
      );
  }
  return canvas;
}

/** Writes wrapped text into the panel, at most `most` lines, and returns the y below it. */
function write(ink: SKRSContext2D, text: string, top: number, font: string, colour: string, most = 3): number {
  ink.font = font;
  ink.fillStyle = colour;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && ink.measureText(longer).width <= PANEL_WIDTH - 60) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const shown = lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]} …`] : lines;
  shown.forEach((line, index) => void ink.fillText(line, PAGE_WIDTH + 30, top + index * 26));
  return top + shown.length * 26;
}
