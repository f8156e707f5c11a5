// Of all ways to choose one candidate for each token, how likely is each candidate?
// Invariant: probabilities of a token's candidates add up to 1 (over what the beam kept); a token with one candidate has 1.
// States are the last two words of the language model; forward and backward sums over at most BEAM states for each token.
// It does not choose: the caller weighs probabilities against harm (decide.ts).
import type { LanguageModel } from './language-model.ts';

export interface Candidate {
  /** Class in the language model: a syllable, or KEEP for numbers, names and foreign words. */
  readonly id: number;
  /** Second syllable where one token is two glued words, else 0. */
  readonly second: number;
  /** True for the rest of a torn word: no word of its own in the language model. */
  readonly joins: boolean;
  /** Log weight apart from the language model. */
  readonly score: number;
}

const BEAM = 24;

interface State {
  readonly v: number;
  readonly w: number;
  /** Index of the pair (v, w) in the language model. */
  readonly pair: number;
  forward: number;
  backward: number;
}

interface Edge {
  readonly from: State;
  readonly to: State;
  readonly candidate: number;
  readonly score: number;
}

/** For each token the probabilities of its candidates. `weight` is how much the language model counts. */
export function posteriors(tokens: readonly (readonly Candidate[])[], model: LanguageModel | null, weight: number): number[][] {
  let states: State[] = [{ v: 0, w: 0, pair: model?.pair(0, 0) ?? -1, forward: 0, backward: -Infinity }];
  const layers = tokens.map((candidates) => {
    const layer = step(states, candidates, model, weight);
    states = layer.states;
    return layer.edges;
  });
  for (const state of states) state.backward = 0;
  for (const edges of layers.toReversed()) {
    for (const edge of edges) edge.from.backward = addLogs(edge.from.backward, edge.score + edge.to.backward);
  }
  return layers.map((edges, i) => shares(edges, (tokens[i] as readonly Candidate[]).length));
}

function step(states: readonly State[], candidates: readonly Candidate[], model: LanguageModel | null, weight: number) {
  const reached = new Map<number, State>();
  const edges: Edge[] = [];
  for (const from of states) {
    candidates.forEach((candidate, index) => {
      const { v, w, pair, cost } = follow(from, candidate, model);
      const key = v * 65536 + w;
      let to = reached.get(key);
      if (!to) {
        to = { v, w, pair, forward: -Infinity, backward: -Infinity };
        reached.set(key, to);
      }
      const score = candidate.score - weight * cost;
      to.forward = addLogs(to.forward, from.forward + score);
      edges.push({ from, to, candidate: index, score });
    });
  }
  const best = [...reached.values()];
  if (best.length <= BEAM) return { states: best, edges };
  const kept = new Set(best.sort((a, b) => b.forward - a.forward).slice(0, BEAM));
  return { states: [...kept], edges: edges.filter((edge) => kept.has(edge.to)) };
}

function follow(from: State, candidate: Candidate, model: LanguageModel | null) {
  if (candidate.joins || model === null) return { v: from.v, w: from.w, pair: from.pair, cost: 0 };
  const first = model.pair(from.w, candidate.id);
  const cost = model.cost(from.pair, from.w, first, candidate.id);
  if (candidate.second === 0) return { v: from.w, w: candidate.id, pair: first, cost };
  const second = model.pair(candidate.id, candidate.second);
  return { v: candidate.id, w: candidate.second, pair: second, cost: cost + model.cost(first, candidate.id, second, candidate.second) };
}

function shares(edges: readonly Edge[], count: number): number[] {
  const logs = new Array<number>(count).fill(-Infinity);
  for (const { from, to, candidate, score } of edges) logs[candidate] = addLogs(logs[candidate] as number, from.forward + score + to.backward);
  const total = logs.reduce(addLogs, -Infinity);
  return logs.map((log) => Math.exp(log - total));
}

function addLogs(a: number, b: number): number {
  if (a === -Infinity) return b;
  if (b === -Infinity) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
