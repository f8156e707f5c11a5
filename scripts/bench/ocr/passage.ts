// How far is a passage from the place of a longer text that is most like it? What stands before and after that place costs nothing.
//   passageDistance([...'hai'], [...'một hải ba']) === 1
// Unlike a distance of whole texts it does not mind in which order the passages of a page were read.

/** Least number of changes between `passage` and any part of `text`. */
export function passageDistance<T>(passage: readonly T[], text: readonly T[]): number {
  let previous = new Int32Array(text.length + 1);
  let current = new Int32Array(text.length + 1);
  for (let i = 1; i <= passage.length; i++) {
    current[0] = i;
    for (let j = 1; j <= text.length; j++) {
      const both = (previous[j - 1] as number) + (passage[i - 1] === text[j - 1] ? 0 : 1);
      current[j] = Math.min(both, (previous[j] as number) + 1, (current[j - 1] as number) + 1);
    }
    [previous, current] = [current, previous];
  }
  return previous.reduce((least, value) => Math.min(least, value), passage.length);
}
