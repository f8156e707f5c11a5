// Which names in an inbox are not documents? Hidden files, locks of office programs, downloads and copies under way, litter of systems.
// Reads: ".DS_Store", "~$bao-cao.docx", "cv.pdf.part", "scan.crdownload", "Thumbs.db", "@eaDir/cv.pdf". Must not: "cv~1.pdf", "part.pdf", "tmp.pdf".
//   isIgnored('2026/~$cv.docx')   → true
const UNFINISHED = /\.(?:part|partial|filepart|crdownload|download|opdownload|tmp|temp|swp|lock|aria2|!ut|bak~)$/iu;
const LITTER = new Set(['thumbs.db', 'desktop.ini', 'ehthumbs.db', '__macosx', '@eadir', '#recycle', '$recycle.bin', 'system volume information']);

/** `relative`: path from the inbox; every part of it counts. */
export function isIgnored(relative: string): boolean {
  const parts = relative.split(/[/\\]/u);
  if (parts.length === 1 && parts[0]?.toLowerCase() === 'passwords.txt') return true;
  return parts.some((part) => part.startsWith('.') || part.startsWith('~$') || LITTER.has(part.toLowerCase())) || isUnfinished(parts.at(-1) ?? '');
}

/** `.error.txt` is what this program writes beside a failed file; it may come back with it. */
const isUnfinished = (name: string): boolean => UNFINISHED.test(name) || name.toLowerCase().endsWith('.error.txt') || name.endsWith('~');
