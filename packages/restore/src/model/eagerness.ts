// How far the model may go on a page, by what happened to its text (channel.ts).
// Invariant: on text that is right the model does not run at all; on nearly right text a change must be almost certain.
// The figures were chosen on development lines, split by document from the training text and from every test set; see README.md.
import type { Channel } from '../channel.ts';
import { type NetOrigin, ORIGINS } from './net.ts';

export interface Eagerness {
  /** What the net is told about the text. */
  readonly origin: NetOrigin;
  /** Weight of the net's log probabilities and of the language model's. */
  readonly net: number;
  readonly language: number;
  /** Added to the log weight of leaving a word as it is. */
  readonly keep: number;
  /** A change is made only from this probability on. */
  readonly accept: number;
  /** Only marks may change, never letters. */
  readonly marksOnly: boolean;
}

export const EAGERNESS: Readonly<Record<Exclude<Channel, 'right'>, Eagerness>> = {
  shy: { origin: ORIGINS.own, net: 1, language: 0.4, keep: 4, accept: 0.9, marksOnly: false },
  partial: { origin: ORIGINS.unknown, net: 1, language: 0.5, keep: 2, accept: 0.6, marksOnly: false },
  damaged: { origin: ORIGINS.foreign, net: 1, language: 0.5, keep: 0, accept: 0, marksOnly: false },
  bare: { origin: ORIGINS.bare, net: 0.6, language: 0.8, keep: 0, accept: 0, marksOnly: true },
};
