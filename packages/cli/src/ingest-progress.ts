// How far is an ingest? Files and pages done, a bar, and the time left, drawn on stderr while it runs.
import type { ProgressEvent } from '@vanban/pipeline';
import type { LiveLines } from './live-lines.ts';
import { bar, createTimeLeft, turning } from './time-left.ts';

export interface IngestProgress {
  known(documentId: string): void;
  note(event: ProgressEvent): void;
  fileEnded(): void;
  end(): void;
}

const BAR_WIDTH = 30;
const REDRAW = 250;

export function createIngestProgress(files: number, live: LiveLines): IngestProgress {
  const pagesOf = new Map<string, { done: number; all: number }>();
  const left = createTimeLeft();
  let ended = 0;

  function draw(): void {
    let [done, all] = [0, 0];
    for (const pages of pagesOf.values()) {
      done += pages.done;
      all += pages.all;
    }
    // Files not opened yet are taken to be as long as those that were.
    const expected = pagesOf.size > 0 ? Math.max(all, (all / pagesOf.size) * files) : 0;
    const share = expected > 0 ? done / expected : ended / Math.max(1, files);
    const time = left.say(expected - done);
    live.draw([
      `${turning()} ${bar(share, BAR_WIDTH)} ${Math.floor(share * 100)} %  tệp / files ${ended}/${files}  trang / pages ${done}/${all}${time ? `  còn / left ${time}` : ''}`,
    ]);
  }

  const timer = setInterval(draw, REDRAW).unref();

  return {
    end: () => clearInterval(timer),
    known(documentId) {
      if (!pagesOf.has(documentId)) pagesOf.set(documentId, { done: 0, all: 0 });
    },
    note(event) {
      if (event.type === 'pages') pagesOf.set(event.documentId, { done: 0, all: event.pages });
      if (event.type === 'page') {
        const pages = pagesOf.get(event.documentId);
        if (pages) pages.done++;
        if (!event.cached) left.done(1);
      }
      draw();
    },
    fileEnded() {
      ended++;
      draw();
    },
  };
}
