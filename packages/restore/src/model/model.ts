// Net and language model together: what each word of a page should read, and how sure that is.
// Invariant: lines keep their pieces in order; a piece changes only where its tokens do; kept tokens never change, but for numbers that another engine reads for words.
// Example: "viéc" "phdi" "hop" → "việc" "phối" "hợp", each with its probability and the next best readings.
import type { Channel } from '../channel.ts';
import type { DraftLine } from '../draft.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import { settlePlaces } from '../places/settle.ts';
import { type Knowledge, optionsFor } from './candidates.ts';
import { type Decision, decide } from './decide.ts';
import { EAGERNESS } from './eagerness.ts';
import { type Flow, flowOf, rewrite } from './flow.ts';
import { dropHornSigns } from './horn-signs.ts';
import { type LanguageModel, tempered } from './language-model.ts';
import { posteriors } from './lattice.ts';
import type { Net } from './net.ts';
import { partGlued } from './part-glued.ts';
import { Recall } from './recall.ts';
import { settleSigns } from './settle-signs.ts';

export interface Model extends Knowledge {
  readonly net: Net;
  readonly language: LanguageModel;
  readonly gazetteer: Gazetteer | null;
  /** The language model works alone, on marks only. */
  readonly alone?: boolean;
}

/** The groups (blocks, cells) of one page that share a channel, repaired. `recall` knows the pages before. */
export async function repairByModel(
  model: Model,
  groups: readonly (readonly DraftLine[])[],
  channel: Exclude<Channel, 'right'>,
  recall = new Recall(model),
): Promise<(readonly DraftLine[])[]> {
  const eagerness = model.alone
    ? { ...EAGERNESS[channel], net: 0, language: 1, tempered: 0, marksOnly: true, emission: 0, recall: 0 }
    : EAGERNESS[channel];
  const parted =
    channel === 'bare'
      ? groups
      : groups.map((lines) => partGlued(lines, model.vocabulary, model.language, channel === 'damaged' ? model.readings.foreign : null));
  const flow: Flow = flowOf(parted);
  const guesses = await model.net.guess(flow.tokens, eagerness.origin);
  const options = flow.tokens.map((token, i) => optionsFor(token, guesses[i] as (typeof guesses)[number], model, eagerness));
  const alone = posteriors(options, tempered(model.language, eagerness.tempered), eagerness.language);
  const chances =
    eagerness.recall === 0
      ? alone
      : recall.weigh(
          flow.tokens.map((token) => token.core),
          options,
          alone,
          eagerness.recall,
        );
  const placed = (settled: readonly Decision[]): readonly Decision[] =>
    model.gazetteer === null ? settled : settlePlaces(flow.tokens, settled, model.gazetteer, eagerness.accept === 0);
  const decisions = flow.tokens.map((token, i) =>
    decide(
      token,
      options[i] as (typeof options)[number],
      chances[i] as readonly number[],
      (guesses[i] as (typeof guesses)[number]).letterCase,
      eagerness,
    ),
  );
  if (channel !== 'damaged') return rewrite(parted, flow, placed(decisions));
  return rewrite(parted, flow, placed(settleSigns(flow.tokens, decisions, model.vocabulary, model.language))).map(dropHornSigns);
}
