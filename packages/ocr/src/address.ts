// Where does the header end when "Kính gửi:" stands right under a column?
// Invariant: words and their order are kept; lines from "Kính gửi" on leave the column and are read after both columns.
//   splitAddress([issuer column ending in "Kính gửi:", title column]) → [issuer column, title column, body "Kính gửi:"]
// Nghị định 30/2020 puts box 9a below the two-column header, never in it.
import { type Block, type TextBlock, unionBox } from '@vanban/contract';
import { fold } from '@vanban/text';

/** "Kính gửi:", "Kinh gưi"; not "Trân trọng kính gửi". */
const ADDRESS = /^\P{L}*kinh gui(?!\p{L})/u;

export function splitAddress(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  let [after, held]: [number, TextBlock[]] = [-1, []];
  blocks.forEach((block, i) => {
    if (i > after && held.length > 0) {
      out.push(...held);
      held = [];
    }
    const at =
      block.kind === 'text' && block.role === 'column'
        ? block.lines.findIndex((line) => ADDRESS.test(fold(line.words.map((w) => w.text).join(' '))))
        : -1;
    if (at < 0 || block.kind !== 'text') {
      out.push(block);
      return;
    }
    if (at > 0) out.push(part(block, 'column', 0, at));
    held.push(part(block, 'body', at, block.lines.length));
    const next = blocks[i + 1];
    after = next?.kind === 'text' && next.role === 'column' && next.box[0] >= block.box[2] - 4 ? i + 1 : i;
  });
  return [...out, ...held];
}

function part(block: TextBlock, role: TextBlock['role'], from: number, to: number): TextBlock {
  const lines = block.lines.slice(from, to);
  return { kind: 'text', role, box: unionBox(lines.map((line) => line.box)), lines };
}
