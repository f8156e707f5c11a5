// What is put onto the paper after printing: a seal, an incoming stamp with its date, a signature, punch holes. Sizes are for 200 dpi; `ink` may be scaled.
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Random } from '../random.ts';

const [RED, BLUE] = ['#c8232c', '#1f3f9f'];

/** A round seal about its centre. */
export function drawSeal(ink: SKRSContext2D, x: number, y: number): void {
  ink.save();
  ink.globalAlpha = 0.75;
  ink.strokeStyle = RED;
  ink.fillStyle = RED;
  for (const [radius, width] of [
    [140, 7],
    [126, 3],
    [82, 3],
  ] as const) {
    ink.lineWidth = width;
    ink.beginPath();
    ink.arc(x, y, radius, 0, 2 * Math.PI);
    ink.stroke();
  }
  ink.beginPath();
  for (let i = 0; i < 10; i++) {
    const [angle, radius] = [(i * Math.PI) / 5 - Math.PI / 2, i % 2 === 0 ? 56 : 22];
    ink.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  ink.fill();
  ink.restore();
}

/** A pen's curve to the right of (x, y). */
export function drawSignature(ink: SKRSContext2D, x: number, y: number, random: Random): void {
  ink.save();
  ink.strokeStyle = BLUE;
  ink.lineWidth = 3;
  ink.beginPath();
  ink.moveTo(x, y);
  for (let i = 1; i <= 5; i++) {
    const [from, to] = [x + 55 * (i - 1), x + 55 * i];
    ink.bezierCurveTo(from + 20, y + random.between(-70, 40), to - 20, y + random.between(-70, 60), to, y + random.between(-25, 25));
  }
  ink.stroke();
  ink.restore();
}

/** The lines of an incoming stamp in the order of reading. */
export const stampLines = (random: Random): string[] => [
  'VĂN THƯ CƠ QUAN',
  'CÔNG VĂN ĐẾN',
  `Số: ${random.whole(10, 9999)}`,
  `Ngày: ${random.whole(1, 28)}/${random.whole(1, 12)}/${random.whole(2015, 2026)}`,
];

/** A framed stamp, its top left corner at (x, y), slightly askew. */
export function drawStamp(ink: SKRSContext2D, x: number, y: number, lines: readonly string[], random: Random): void {
  ink.save();
  ink.translate(x, y);
  ink.rotate((random.between(-4, 4) * Math.PI) / 180);
  ink.globalAlpha = 0.8;
  ink.strokeStyle = RED;
  ink.fillStyle = RED;
  ink.lineWidth = 4;
  ink.strokeRect(0, 0, 330, 44 + 38 * lines.length);
  ink.font = 'bold 28px "Tinos"';
  for (const [index, line] of lines.entries()) ink.fillText(line, 16, 44 + 38 * index);
  ink.restore();
}

/** Two holes of a punch, seen as black discs, at the left edge of a page that is `height` pixels high. */
export function punchHoles(ink: SKRSContext2D, height: number): void {
  ink.save();
  ink.fillStyle = '#101010';
  for (const y of [height / 2 - 315, height / 2 + 315]) {
    ink.beginPath();
    ink.arc(85, y, 22, 0, 2 * Math.PI);
    ink.fill();
  }
  ink.restore();
}
