// How do pictures that are asked for side by side become one call? They wait until nobody asks for more, then all of one segmentation go together.
// Invariant: one call at a time; each asker gets the answer to its own picture; a call that fails fails all who were in it, and no others.
//   const read = gather(readTogether); await Promise.all([read(a, 'page'), read(b, 'page')]);   // one call: readTogether([a, b], 'page')
import type { PageImage } from '@vanban/pages';
import type { Engine, EngineLine, Segmentation } from './engine.ts';

type ReadTogether = (images: readonly PageImage[], segmentation: Segmentation) => Promise<readonly EngineLine[][]>;

interface Asked {
  readonly image: PageImage;
  readonly segmentation: Segmentation;
  readonly answer: PromiseWithResolvers<EngineLine[]>;
}

/** Least first: what pieces of text need beside their own reading (single lines) must be there before they are read again. */
const ORDER: readonly Segmentation[] = ['line', 'block', 'column', 'page'];

export function gather(readTogether: ReadTogether): Engine['read'] {
  let waiting: Asked[] = [];
  let busy = false;

  async function work(): Promise<void> {
    busy = true;
    for (await everybodyAsked(); waiting.length > 0; await everybodyAsked()) {
      const next = ORDER.find((segmentation) => waiting.some((asked) => asked.segmentation === segmentation)) as Segmentation;
      const group = waiting.filter(({ segmentation }) => segmentation === next);
      waiting = waiting.filter(({ segmentation }) => segmentation !== next);
      await answerAll(readTogether, group, next);
    }
    busy = false;
  }

  return (image, segmentation) => {
    const answer = Promise.withResolvers<EngineLine[]>();
    waiting.push({ image, segmentation, answer });
    if (!busy) void work();
    return answer.promise;
  };
}

/** Whoever was waiting for the last answers has gone on and asked for what is next. */
const everybodyAsked = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function answerAll(readTogether: ReadTogether, group: readonly Asked[], segmentation: Segmentation): Promise<void> {
  try {
    const answers = await readTogether(
      group.map(({ image }) => image),
      segmentation,
    );
    group.forEach(({ answer }, i) => void answer.resolve(answers[i] ?? []));
  } catch (error) {
    for (const { answer } of group) answer.reject(error);
  }
}
