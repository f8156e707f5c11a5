// The figures as one picture: bars of errors on the left, of pages a minute on the right, one colour for each program. Plain SVG, readable in light and dark.
//   plot([{ title: 'CER %', groups: [{ label: 'whole page', bars: [{ program: 'vanban', value: 0.9 }] }] }])

export interface Bar {
  readonly program: string;
  readonly value: number;
}

export interface Panel {
  readonly title: string;
  readonly groups: readonly { readonly label: string; readonly bars: readonly Bar[] }[];
}

const [WIDTH, MARGIN, HEAD, BAR, GAP, TITLE] = [920, 20, 44, 20, 18, 26];
/** Okabe and Ito's colours, told apart with any kind of sight. */
const COLOURS = ['#0072b2', '#56b4e9', '#e69f00', '#d55e00', '#999999'];

const escaped = (text: string): string => text.replace(/[<>&"]/gu, (char) => `&#${char.codePointAt(0)};`);
const text = (x: number, y: number, words: string, style = ''): string => `<text x="${x}" y="${y}"${style}>${escaped(words)}</text>`;

/** One SVG document; panels stand side by side, bars lie. */
export function plot(panels: readonly Panel[]): string {
  const programs = [...new Set(panels.flatMap(({ groups }) => groups.flatMap(({ bars }) => bars.map(({ program }) => program))))];
  const legend = programs.map((program, index) => legendEntry(program, index)).join('');
  const width = (WIDTH - MARGIN * (panels.length + 1)) / panels.length;
  const top = HEAD + 22 * Math.ceil(programs.length / 2);
  const drawn = panels.map((panel, index) => drawPanel(panel, programs, MARGIN + index * (width + MARGIN), top, width));
  const height = Math.max(...drawn.map(({ bottom }) => bottom)) + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="13">`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/><g fill="#222222">`,
    legend,
    ...drawn.map(({ svg }) => svg),
    '</g></svg>\n',
  ].join('\n');
}

function legendEntry(program: string, index: number): string {
  const [x, y] = [MARGIN + (index % 2) * (WIDTH / 2 - MARGIN / 2), MARGIN + 22 * Math.floor(index / 2)];
  return `<rect x="${x}" y="${y}" width="14" height="14" fill="${COLOURS[index % COLOURS.length]}"/>${text(x + 20, y + 12, program)}`;
}

function drawPanel({ title, groups }: Panel, programs: readonly string[], x: number, top: number, width: number): { svg: string; bottom: number } {
  const longest = Math.max(...groups.flatMap(({ bars }) => bars.map(({ value }) => value)), Number.MIN_VALUE);
  const parts = [text(x, top + 16, title, ' font-weight="bold"')];
  let y = top + TITLE;
  for (const { label, bars } of groups) {
    parts.push(text(x, y + 12, label));
    y += GAP;
    for (const { program, value } of bars) {
      const length = Math.max(1, ((width - 60) * value) / longest);
      const colour = COLOURS[programs.indexOf(program) % COLOURS.length];
      parts.push(`<rect x="${x}" y="${y}" width="${length.toFixed(1)}" height="${BAR - 4}" fill="${colour}"/>`);
      parts.push(text(x + length + 6, y + 13, value >= 10 ? value.toFixed(1) : value.toFixed(2)));
      y += BAR;
    }
    y += GAP / 2;
  }
  return { svg: parts.join('\n'), bottom: y };
}
