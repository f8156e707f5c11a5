// The operations of a PDF content stream with their places, so that single ones can be cut out and all others stay byte for byte.
//   operationsIn('3 Tr (a) Tj') → [{ operator: 'Tr', operands: ['3'], start: 0, end: 4 }, { operator: 'Tj', operands: ['(a)'], start: 5, end: 11 }]
// Content is a string of Latin-1 characters, one for each byte. Arrays and dictionaries come as their single tokens; inline images are one operation.

export interface Operation {
  readonly operator: string;
  /** Tokens before the operator as they stand there. */
  readonly operands: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Blanks and comments: " ", "% a note". */
const BLANK = /(?:[\0\t\n\f\r ]|%[^\r\n]*)+/y;
/** "<<", ">>", "[", "]", "{", "}", "<0A1B>", "/Name", "12.5", "Tj"; not "(text)", which may nest. */
const TOKEN = /<<|>>|<[^>]*>|[[\]{}]|\/?[^\0\t\n\f\r ()<>[\]{}/%]+|\//y;
/** "Tj", "BT", "T*", "'" and not "12", "/F1", "<<", "true". */
const OPERATOR = /^(?!(?:true|false|null)$)[A-Za-z'"][\w*'"]*$/u;
/** The end of an inline image: "EI" between blanks. */
const IMAGE_END = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r /]|$)/g;

export function operationsIn(content: string): Operation[] {
  const operations: Operation[] = [];
  let operands: string[] = [];
  let start = -1;
  for (let at = skipBlank(content, 0); at < content.length; at = skipBlank(content, at)) {
    if (start < 0) start = at;
    const token = tokenAt(content, at);
    at += token.length;
    if (!OPERATOR.test(token)) {
      operands.push(token);
      continue;
    }
    if (token === 'ID') at = endOfImage(content, at);
    operations.push({ operator: token === 'ID' ? 'EI' : token, operands, start, end: at });
    [operands, start] = [[], -1];
  }
  return operations;
}

function skipBlank(content: string, at: number): number {
  BLANK.lastIndex = at;
  return BLANK.test(content) ? BLANK.lastIndex : at;
}

function tokenAt(content: string, at: number): string {
  if (content[at] === '(') return content.slice(at, endOfString(content, at));
  TOKEN.lastIndex = at;
  return TOKEN.exec(content)?.[0] ?? (content[at] as string);
}

/** Brackets in a string nest; a backslash takes the next character's meaning away. */
function endOfString(content: string, at: number): number {
  let depth = 0;
  for (let i = at; i < content.length; i++) {
    if (content[i] === '\\') i++;
    else if (content[i] === '(') depth++;
    else if (content[i] === ')' && --depth === 0) return i + 1;
  }
  return content.length;
}

function endOfImage(content: string, at: number): number {
  IMAGE_END.lastIndex = at;
  return IMAGE_END.test(content) ? IMAGE_END.lastIndex : content.length;
}
