// What of an error may stand in a log? Its code, and its detail where the program wrote it. The words of an unforeseen error may hold a document's text
// (`Unexpected token … in "Kính gửi …"`), so of those only the place in the program is said.
//   saidOf(error)   → { code: 'internal', detail: 'pages/src/open.ts:41:7' }
import type { VanbanError } from '@vanban/contract';

export function saidOf({ code, detail }: VanbanError): { readonly code: string; readonly detail: string } {
  // `pages/src/open.ts:41:7`; not a text that only mentions a file.
  return { code, detail: code === 'internal' ? (/[\w@.-]+[/\\]src[/\\][^\s)]+:\d+:\d+/u.exec(detail)?.[0] ?? '') : detail };
}
