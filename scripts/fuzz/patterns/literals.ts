// Which regular expressions does a TypeScript file hold?
// Invariant: comments, strings and templates are passed over; a slash begins an expression only where a value may begin.
//   'const A = /x+$/u; // /no/' → one: source "x+$", flags "u", line 1
// Made for the formatted code of this repository, not for any TypeScript; what `new RegExp` builds is collected while the modules load (collect.ts).

export interface Literal {
  readonly source: string;
  readonly flags: string;
  /** From 1. */
  readonly line: number;
}

export function literalsIn(code: string): Literal[] {
  const found: Literal[] = [];
  let at = 0;
  let before = '';
  while (at < code.length) {
    const sign = code[at] as string;
    if (code.startsWith('//', at)) at = endOr(code, code.indexOf('\n', at));
    else if (code.startsWith('/*', at)) at = endOr(code, code.indexOf('*/', at) + 1) + 1;
    else if (/["'`]/u.test(sign)) {
      at = behindString(code, at);
      before = '"';
    } else if (sign === '/' && BEGINS_VALUE.test(before)) {
      const literal = literalAt(code, at);
      found.push({ ...literal, line: code.slice(0, at).split('\n').length });
      at += literal.source.length + literal.flags.length + 2;
      before = '/';
    } else {
      if (!/\s/u.test(sign)) before = (before + sign).slice(-8);
      at++;
    }
  }
  return found;
}

const BEGINS_VALUE = /(?:^|[(,=:[!&|?{};>]|return)$/u;

const endOr = (code: string, end: number): number => (end < 0 ? code.length : end);

/** A template's `${…}` is passed over with it. */
function behindString(code: string, from: number): number {
  let at = from + 1;
  while (at < code.length && code[at] !== code[from]) at += code[at] === '\\' ? 2 : 1;
  return at + 1;
}

function literalAt(code: string, from: number): { source: string; flags: string } {
  let at = from + 1;
  for (let inClass = false; inClass || code[at] !== '/'; at++) {
    if (code[at] === '\\') at++;
    else if (code[at] === '[') inClass = true;
    else if (code[at] === ']') inClass = false;
  }
  return { source: code.slice(from + 1, at), flags: /^[a-z]*/u.exec(code.slice(at + 1))?.[0] ?? '' };
}
