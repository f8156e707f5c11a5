// A source whose pages were all read at once: a text, a form.
//   sourceOf('text/plain', readingOfText(text))
import { type PageReading, VanbanError, type Warning } from '@vanban/contract';
import type { Limits, SourceDocument } from './source.ts';

/** Throws VanbanError: input-too-many-pages. */
export function sourceOf(mediaType: string, pages: readonly PageReading[], { maxPages }: Limits, warnings: readonly Warning[] = []): SourceDocument {
  if (pages.length > maxPages) throw new VanbanError('input-too-many-pages', `${pages.length} pages, at most ${maxPages} are allowed.`);
  return {
    mediaType,
    pageCount: pages.length,
    warnings,
    page: async (number) => {
      const reading = pages[number - 1];
      if (!reading) throw new VanbanError('page-failed', `There is no page ${number}.`, { page: number });
      return { kind: 'read', reading };
    },
    view: async () => null,
    close: async () => {},
  };
}
