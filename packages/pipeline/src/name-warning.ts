// Does the name of a file say what its bytes are? What is read goes by the bytes alone; that the name says another thing is told, since a
// "scan.pdf" full of plain text is often a report of an error, or a file that was saved under the wrong name.
//   nameWarning('cv-266.pdf', 'text/plain')   → { code: 'name-misleads', message: …, page: null }
// Within one family nothing is told ("scan.jpg" that is a PNG, "cv.doc" that is a DOCX or RTF), nor of names without a known ending.
import type { Warning } from '@vanban/contract';

type Family = 'PDF' | 'picture' | 'office document' | 'plain text';

const FAMILIES: { readonly [family in Family]: readonly string[] } = {
  PDF: ['pdf'],
  picture: ['png', 'jpg', 'jpeg', 'tif', 'tiff', 'webp', 'gif', 'heic', 'heif', 'bmp'],
  'office document': ['doc', 'docx', 'docm', 'dot', 'dotx', 'odt', 'ott', 'rtf', 'xls', 'xlsx', 'ppt', 'pptx'],
  'plain text': ['txt', 'text', 'md', 'markdown', 'csv', 'log'],
};

export function nameWarning(fileName: string, mediaType: string): Warning[] {
  const named = familyOfName(fileName);
  const found = familyOfType(mediaType);
  if (named === null || named === found) return [];
  return [
    {
      code: 'name-misleads',
      message: `The name says ${named}, the file's bytes are ${found} (${mediaType}); it was read as what it is.`,
      page: null,
    },
  ];
}

function familyOfName(fileName: string): Family | null {
  // "CV-266.PDF" is read; "Công văn số 12" and "so 1.2025" have no ending that is known.
  const ending = /\.([a-z]{2,8})$/iu.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const all = Object.entries(FAMILIES) as [Family, readonly string[]][];
  return all.find(([, endings]) => endings.includes(ending))?.[0] ?? null;
}

function familyOfType(mediaType: string): Family {
  if (mediaType === 'application/pdf') return 'PDF';
  if (mediaType.startsWith('image/')) return 'picture';
  return mediaType.startsWith('text/') ? 'plain text' : 'office document';
}
