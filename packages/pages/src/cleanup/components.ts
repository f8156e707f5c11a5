// Which pieces of ink hang together? Eight-neighbour components, found over horizontal runs.
// Invariant: every ink pixel lies in exactly one run, every run in exactly one component; components are numbered from 0 in the order of their first pixel.
//   findComponents(ink, 3, 1) of [1, 0, 1] → two components of area 1
// It does not know letters from dirt.

export interface Components {
  readonly count: number;
  /** Per component: x0, y0, x1, y1 (half-open) and number of pixels. */
  readonly boxes: Int32Array;
  readonly areas: Int32Array;
  /** Per run: row, first column, end column (half-open), component. */
  readonly runs: Int32Array;
}

export function findComponents(ink: Uint8Array, width: number, height: number): Components {
  const runs = findRuns(ink, width);
  const parents = joinRuns(runs, height);
  return measure(runs, parents);
}

function findRuns(ink: Uint8Array, width: number): Int32Array {
  let runs = new Int32Array(1 << 16);
  let size = 0;
  // Most of a page is white: `indexOf` passes over it many bytes at a time.
  for (let begin = ink.indexOf(1); begin >= 0; ) {
    const y = Math.floor(begin / width);
    const row = y * width;
    let end = begin + 1;
    while (end < row + width && ink[end] === 1) end++;
    if (size + 4 > runs.length) {
      const larger = new Int32Array(runs.length * 2);
      larger.set(runs);
      runs = larger;
    }
    runs[size] = y;
    runs[size + 1] = begin - row;
    runs[size + 2] = end - row;
    size += 4;
    begin = ink.indexOf(1, end);
  }
  return runs.slice(0, size);
}

function joinRuns(runs: Int32Array, height: number): Int32Array {
  const count = runs.length / 4;
  const parents = Int32Array.from({ length: count }, (_, i) => i);
  const first = new Int32Array(height + 1).fill(count);
  for (let i = count - 1; i >= 0; i--) first[runs[i * 4] as number] = i;
  for (let y = height - 1; y >= 0; y--) if ((first[y] as number) === count) first[y] = first[y + 1] as number;
  for (let y = 1; y < height; y++) {
    let above = first[y - 1] as number;
    const aboveEnd = first[y] as number;
    const end = first[y + 1] as number;
    let below = aboveEnd;
    while (above < aboveEnd && below < end) {
      const [a, b] = [above * 4, below * 4];
      if ((runs[a + 1] as number) <= (runs[b + 2] as number) && (runs[b + 1] as number) <= (runs[a + 2] as number)) union(parents, above, below);
      if ((runs[a + 2] as number) < (runs[b + 2] as number)) above++;
      else below++;
    }
  }
  return parents;
}

function root(parents: Int32Array, i: number): number {
  let at = i;
  while (parents[at] !== at) {
    parents[at] = parents[parents[at] as number] as number;
    at = parents[at] as number;
  }
  return at;
}

function union(parents: Int32Array, a: number, b: number): void {
  const [x, y] = [root(parents, a), root(parents, b)];
  if (x < y) parents[y] = x;
  else parents[x] = y;
}

function measure(runs: Int32Array, parents: Int32Array): Components {
  const numbers = new Int32Array(parents.length).fill(-1);
  let count = 0;
  for (let i = 0; i < parents.length; i++) {
    const top = root(parents, i);
    if (numbers[top] === -1) numbers[top] = count++;
    runs[i * 4 + 3] = numbers[top] as number;
  }
  const boxes = new Int32Array(count * 4);
  for (let c = 0; c < count; c++) boxes.set([0x7fffffff, 0x7fffffff, 0, 0], c * 4);
  const areas = new Int32Array(count);
  for (let r = 0; r < runs.length; r += 4) {
    const [y, x0, x1, c] = [runs[r] as number, runs[r + 1] as number, runs[r + 2] as number, runs[r + 3] as number];
    const b = c * 4;
    if (x0 < (boxes[b] as number)) boxes[b] = x0;
    if (y < (boxes[b + 1] as number)) boxes[b + 1] = y;
    if (x1 > (boxes[b + 2] as number)) boxes[b + 2] = x1;
    if (y + 1 > (boxes[b + 3] as number)) boxes[b + 3] = y + 1;
    areas[c] = (areas[c] as number) + x1 - x0;
  }
  return { count, boxes, areas, runs };
}
