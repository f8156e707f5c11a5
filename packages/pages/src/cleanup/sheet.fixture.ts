// A typeset page for tests: print, rules and seals at known places, turned askew if wanted.
// Invariant: the same calls give the same pixels; fonts come from a package, so any machine draws the same letters.
//   drawSheet((pen) => pen.text('Kính gửi:', 300, 400), { skew: 1.5 })
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import type { PageImage } from '../image.ts';

const require = createRequire(import.meta.url);
for (const face of ['400Regular/Tinos_400Regular', '700Bold/Tinos_700Bold', '400Regular_Italic/Tinos_400Regular_Italic']) {
  GlobalFonts.registerFromPath(require.resolve(`@expo-google-fonts/tinos/${face}.ttf`), 'Tinos');
}

interface TextStyle {
  /** Points. */
  readonly size?: number;
  readonly face?: 'normal' | 'bold' | 'italic';
  readonly colour?: string;
}

export interface Pen {
  /** `x` is the left end of the line, `y` its baseline, in pixels. */
  text(text: string, x: number, y: number, style?: TextStyle): void;
  rule(x0: number, y0: number, x1: number, y1: number): void;
  /** A red round seal. */
  seal(x: number, y: number, radius: number): void;
  fill(x: number, y: number, width: number, height: number, colour: string): void;
}

export interface SheetOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dpi?: number;
  /** Degrees clockwise. */
  readonly skew?: number;
  readonly paper?: string;
}

export function drawSheet(
  draw: (pen: Pen) => void,
  { width = 1654, height = 2339, dpi = 200, skew = 0, paper = '#fff' }: SheetOptions = {},
): PageImage {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((skew * Math.PI) / 180);
  context.translate(-width / 2, -height / 2);
  draw(penOn(context, dpi));
  const rgba = context.getImageData(0, 0, width, height).data;
  const data = new Uint8Array(width * height * 3);
  for (let i = 0, j = 0; i < rgba.length; i += 4, j += 3) data.set(rgba.subarray(i, i + 3), j);
  return { width, height, dpi, channels: 3, data, bilevel: false };
}

function penOn(context: SKRSContext2D, dpi: number): Pen {
  return {
    text(text, x, y, { size = 14, face = 'normal', colour = '#111' } = {}) {
      context.font = `${face === 'normal' ? '' : face} ${(size * dpi) / 72}px Tinos`;
      context.fillStyle = colour;
      context.fillText(text, x, y);
    },
    rule(x0, y0, x1, y1) {
      context.fillStyle = '#111';
      context.fillRect(x0, y0, Math.max(3, x1 - x0), Math.max(3, y1 - y0));
    },
    seal(x, y, radius) {
      context.strokeStyle = '#d83040';
      for (const [part, line] of [
        [1, 6],
        [0.9, 3],
        [0.55, 3],
      ] as const) {
        context.lineWidth = line;
        context.beginPath();
        context.arc(x, y, radius * part, 0, 2 * Math.PI);
        context.stroke();
      }
      context.fillStyle = '#d83040';
      for (let i = 0; i < 24; i++) {
        const angle = (i * Math.PI) / 12;
        context.fillRect(x + radius * 0.72 * Math.cos(angle) - 8, y + radius * 0.72 * Math.sin(angle) - 8, 16, 16);
      }
    },
    fill(x, y, w, h, colour) {
      context.fillStyle = colour;
      context.fillRect(x, y, w, h);
    },
  };
}

/** Lines of a letter's body, for tests that need a page of print. */
export const BODY = [
  'Thực hiện Nghị quyết của Chính phủ về những nhiệm vụ, giải pháp chủ yếu,',
  'Ủy ban nhân dân tỉnh yêu cầu Thủ trưởng các sở, ban, ngành khẩn trương',
  'triển khai các nội dung sau đây và báo cáo kết quả trước ngày 15/6/2026.',
  'Giao Sở Tài chính chủ trì, phối hợp với các đơn vị liên quan tổng hợp số',
  'liệu, đề xuất phương án xử lý những khó khăn, vướng mắc phát sinh trong',
  'quá trình tổ chức thực hiện tại địa phương, bảo đảm đúng quy định hiện hành.',
  'Văn phòng Ủy ban nhân dân tỉnh có trách nhiệm theo dõi, đôn đốc việc thực',
  'hiện và định kỳ hằng quý báo cáo Chủ tịch Ủy ban nhân dân tỉnh xem xét.',
] as const;

export function bodyOn(pen: Pen, top = 500, pitch = 60): void {
  BODY.forEach((line, i) => {
    pen.text(line, 240, top + i * pitch);
  });
}
