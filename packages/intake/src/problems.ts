// Trouble that stays is told once, not at every look; when it went away and comes back, it is told again.
//   const problems = createProblems((error) => …); problems.note(error); problems.nextRound();
import type { VanbanError } from '@vanban/contract';

export interface Problems {
  note(error: VanbanError): void;
  nextRound(): void;
}

export function createProblems(tell: (error: VanbanError) => void): Problems {
  let before = new Set<string>();
  let now = new Set<string>();
  return {
    note(error) {
      if (!before.has(error.message) && !now.has(error.message)) tell(error);
      now.add(error.message);
    },
    nextRound() {
      before = now;
      now = new Set();
    },
  };
}
