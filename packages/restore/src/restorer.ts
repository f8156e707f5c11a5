// Reads right again what OCR, lost marks or old keyboards spoilt, and freezes the document.
// Invariant: text that is right comes back as it was; numbers, dates, codes and addresses change only by rules that prove it (and five
// numbers that an engine without Vietnamese reads for words, where the net is sure: candidates.ts);
// the same pages give the same Reading; nothing is fetched from a network.
//   const restorer = await createRestorer(); (await restorer.restore(pages)).text
// Without a model only the rules work, and a warning says so on every page that needed it.
import type { PageReading, Reading, Warning } from '@vanban/contract';
import { type Channel, channelOf, type Damage, damageOf } from './channel.ts';
import { composeDraft } from './compose.ts';
import { type DraftLine, type DraftPage, draftOf, groupsOf, textOf, withGroups } from './draft.ts';
import { loadModel, MODEL_FOLDER } from './model/load.ts';
import { type Model, repairByModel } from './model/model.ts';
import { Recall } from './model/recall.ts';
import { factsOf, repairByRules } from './rules/index.ts';
import type { RuleContext } from './rules/rule.ts';

/** Raised whenever rules, settings or composition change what comes out. */
const CODE_VERSION = '6';

/** A page with more than this share of words below this certainty is worth a look. */
const [DOUBTFUL_WORD, DOUBTFUL_SHARE, ENOUGH_WORDS] = [0.6, 0.1, 20];

export interface RestorerOptions {
  /** Folder of the trained model; null for rules alone. Default: data/models/restorer, where it is there. */
  readonly modelFolder?: string | null;
  /** For measuring: leave the net out and let the language model alone choose marks. */
  readonly languageModelOnly?: boolean;
}

export interface Restorer {
  restore(pages: readonly PageReading[]): Promise<Reading>;
  /** Changes whenever the same pages may come back otherwise. */
  readonly version: string;
}

export async function createRestorer(options: RestorerOptions = {}): Promise<Restorer> {
  const folder = options.modelFolder === undefined ? MODEL_FOLDER : options.modelFolder;
  const loaded = folder === null ? null : await loadModel(folder);
  return {
    version: `${CODE_VERSION}-${loaded?.digest ?? 'rules'}`,
    restore: (pages) => restore(pages, loaded && { ...loaded.model, alone: options.languageModelOnly ?? false }),
  };
}

async function restore(pages: readonly PageReading[], model: Model | null): Promise<Reading> {
  const drafts = pages.map(draftOf);
  const around = damageOf(drafts.map(pageText).join('\n'));
  const facts = factsOf(drafts.flatMap(groupsOf));
  const repaired: DraftPage[] = [];
  const warnings: Warning[] = [];
  const recall = model ? new Recall(model) : undefined;
  for (const draft of drafts) {
    const { page, missing } = await restorePage(draft, around, facts, model, recall);
    repaired.push(page);
    if (missing) warnings.push(modelMissing(draft.reading.number));
    else if (isDoubtful(page)) warnings.push(stillDoubtful(draft.reading.number));
  }
  return composeDraft(repaired, warnings);
}

async function restorePage(draft: DraftPage, around: Damage, facts: Omit<RuleContext, 'channel'>, model: Model | null, recall?: Recall) {
  const own = damageOf(pageText(draft));
  const prior = own.words > 0 ? own : around;
  const channels = groupsOf(draft).map((lines) => channelOf(textOf(lines), draft.reading.origin, prior));
  const ruled = groupsOf(draft).map((lines, i) => repairByRules(lines, { ...facts, channel: channels[i] as Channel }));
  if (model === null) return { page: withGroups(draft, ruled), missing: channels.some((channel) => channel === 'bare' || channel === 'damaged') };
  const groups = [...ruled];
  for (const channel of new Set(channels)) {
    if (channel === 'right') continue;
    const members = ruled.map((_, i) => i).filter((i) => channels[i] === channel);
    const done = await repairByModel(
      model,
      members.map((i) => ruled[i] as readonly DraftLine[]),
      channel,
      recall,
    );
    members.forEach((i, n) => {
      groups[i] = done[n] as readonly DraftLine[];
    });
  }
  return { page: withGroups(draft, groups), missing: false };
}

/** True where much of what the model looked at stays uncertain. */
function isDoubtful(page: DraftPage): boolean {
  const words = groupsOf(page).flatMap((lines) => lines.flatMap((line) => line.pieces.filter((piece) => /\p{L}/u.test(piece.text))));
  const doubtful = words.filter((piece) => piece.sure < DOUBTFUL_WORD).length;
  return words.length >= ENOUGH_WORDS && doubtful / words.length > DOUBTFUL_SHARE;
}

const pageText = (page: DraftPage): string => groupsOf(page).map(textOf).join('\n');

function modelMissing(page: number): Warning {
  const message = 'Marks are lost or misread on this page and the restorer’s model is not installed; only rules were applied.';
  return { code: 'restorer-model-missing', message, page };
}

function stillDoubtful(page: number): Warning {
  const message = 'This page was badly misread; after restoration more than a tenth of its words are still uncertain.';
  return { code: 'restored-text-doubtful', message, page };
}
