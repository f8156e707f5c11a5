// Sums over all paths through one stretch of candidates.
// Invariant: arrays are kept between stretches and only grow; nothing of one stretch is seen by the next.
// A state is the pair (v, w) of the last two words; layer i holds the states after token i, layer 0 the start.
import type { LanguageModel } from './language-model.ts';
import type { Candidate } from './lattice.ts';

export interface Start {
  readonly v: number;
  readonly w: number;
}

const BEAM = 16;
/** A term this many nats below a sum changes nothing. */
const NEGLIGIBLE = 30;

export class Trellis {
  readonly #model: LanguageModel;
  readonly #weight: number;
  #v = new Int32Array(1024);
  #w = new Int32Array(1024);
  #pair = new Int32Array(1024);
  #forward = new Float64Array(1024);
  #backward = new Float64Array(1024);
  #states = 0;
  #from = new Int32Array(8192);
  #to = new Int32Array(8192);
  #candidate = new Uint8Array(8192);
  #score = new Float64Array(8192);
  #edges = 0;

  constructor(model: LanguageModel, weight: number) {
    this.#model = model;
    this.#weight = weight;
  }

  /** Probabilities of each token's candidates, and the likeliest state at the end. */
  solve(tokens: readonly (readonly Candidate[])[], start: Start): { readonly chances: number[][]; readonly last: Start } {
    this.#states = 0;
    this.#edges = 0;
    this.#addState(start.v, start.w, this.#model.pair(start.v, start.w));
    this.#forward[0] = 0;
    const layers: number[] = [];
    let alive: readonly number[] = [0];
    for (const candidates of tokens) {
      layers.push(this.#edges);
      alive = this.#step(alive, candidates);
    }
    for (const state of alive) this.#backward[state] = 0;
    for (let edge = this.#edges - 1; edge >= 0; edge--) {
      const from = this.#from[edge] as number;
      this.#backward[from] = addLogs(
        this.#backward[from] as number,
        (this.#score[edge] as number) + (this.#backward[this.#to[edge] as number] as number),
      );
    }
    const chances = tokens.map((candidates, i) => this.#shares(layers[i] as number, layers[i + 1] ?? this.#edges, candidates.length));
    const last = alive.reduce((best, state) => ((this.#forward[state] as number) > (this.#forward[best] as number) ? state : best));
    return { chances, last: { v: this.#v[last] as number, w: this.#w[last] as number } };
  }

  #step(alive: readonly number[], candidates: readonly Candidate[]): number[] {
    const layer = this.#states;
    const reached = new Map<number, number>();
    for (const from of alive) {
      const v = this.#v[from] as number;
      const w = this.#w[from] as number;
      const pair = this.#pair[from] as number;
      for (let index = 0; index < candidates.length; index++) {
        const candidate = candidates[index] as Candidate;
        if (candidate.joins) this.#addEdge(from, this.#reach(reached, v, w, pair), index, candidate.score);
        else this.#follow(from, w, pair, candidate, index, reached);
      }
    }
    const states = Array.from({ length: this.#states - layer }, (_, i) => layer + i);
    if (states.length <= BEAM) return states;
    return states.sort((a, b) => (this.#forward[b] as number) - (this.#forward[a] as number)).slice(0, BEAM);
  }

  #follow(from: number, w: number, pair: number, { id, second, score }: Candidate, index: number, reached: Map<number, number>): void {
    const model = this.#model;
    const first = model.pair(w, id);
    const cost = model.cost(pair, w, first, id);
    if (second === 0) {
      this.#addEdge(from, this.#reach(reached, w, id, first), index, score - this.#weight * cost);
      return;
    }
    const next = model.pair(id, second);
    const both = cost + model.cost(first, id, next, second);
    this.#addEdge(from, this.#reach(reached, id, second, next), index, score - this.#weight * both);
  }

  #reach(reached: Map<number, number>, v: number, w: number, pair: number): number {
    const key = v * 65536 + w;
    const known = reached.get(key);
    if (known !== undefined) return known;
    reached.set(key, this.#states);
    return this.#addState(v, w, pair);
  }

  #addState(v: number, w: number, pair: number): number {
    if (this.#states === this.#v.length) {
      this.#v = grown(this.#v, Int32Array);
      this.#w = grown(this.#w, Int32Array);
      this.#pair = grown(this.#pair, Int32Array);
      this.#forward = grown(this.#forward, Float64Array);
      this.#backward = grown(this.#backward, Float64Array);
    }
    const state = this.#states++;
    this.#v[state] = v;
    this.#w[state] = w;
    this.#pair[state] = pair;
    this.#forward[state] = -Infinity;
    this.#backward[state] = -Infinity;
    return state;
  }

  #addEdge(from: number, to: number, candidate: number, score: number): void {
    if (this.#edges === this.#from.length) {
      this.#from = grown(this.#from, Int32Array);
      this.#to = grown(this.#to, Int32Array);
      this.#candidate = grown(this.#candidate, Uint8Array);
      this.#score = grown(this.#score, Float64Array);
    }
    const edge = this.#edges++;
    this.#from[edge] = from;
    this.#to[edge] = to;
    this.#candidate[edge] = candidate;
    this.#score[edge] = score;
    this.#forward[to] = addLogs(this.#forward[to] as number, (this.#forward[from] as number) + score);
  }

  #shares(first: number, end: number, count: number): number[] {
    const logs = new Array<number>(count).fill(-Infinity);
    for (let edge = first; edge < end; edge++) {
      const through =
        (this.#forward[this.#from[edge] as number] as number) + (this.#score[edge] as number) + (this.#backward[this.#to[edge] as number] as number);
      const candidate = this.#candidate[edge] as number;
      logs[candidate] = addLogs(logs[candidate] as number, through);
    }
    const total = logs.reduce(addLogs, -Infinity);
    return logs.map((log) => Math.exp(log - total));
  }
}

function grown<A extends Int32Array | Float64Array | Uint8Array>(array: A, Type: new (length: number) => A): A {
  const larger = new Type(array.length * 2);
  larger.set(array as never);
  return larger;
}

function addLogs(a: number, b: number): number {
  if (a - b > NEGLIGIBLE || b === -Infinity) return a;
  if (b - a > NEGLIGIBLE || a === -Infinity) return b;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
