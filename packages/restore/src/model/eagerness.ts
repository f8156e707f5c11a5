// How far the model may go on a page, by what happened to its text (channel.ts).
// Invariant: on text that is right the model does not run at all; on nearly right text a change must be almost certain.
// The figures were chosen on development lines, split by document from the training text and from every test set; see README.md.
import type { Channel } from '../channel.ts';
import { type NetOrigin, ORIGINS } from './origins.ts';

export interface Eagerness {
  /** What the net is told about the text. */
  readonly origin: NetOrigin;
  /** Weights of the net's log probabilities, of the language model's, and of what engines are known to read (readings.ts). */
  readonly net: number;
  readonly language: number;
  readonly emission: number;
  /** Which share of a word's own frequency the language model leaves to the net, which knows it too. */
  readonly tempered: number;
  /** Whose readings are known: other engines', our own OCR's, or nobody's. */
  readonly readings: 'foreign' | 'own' | null;
  /** Weight of what each other reading of the same print says. */
  readonly others: number;
  /** What each unlike letter of a reading costs in nats where the form is unknown. */
  readonly unlike: number;
  /** Log chance that a form nobody ever measured is a name or foreign word; -2 says nothing either way. */
  readonly unknownKept: number;
  /** Added to the log weight of leaving a word as it is. */
  readonly keep: number;
  /** Log chance that a syllable is read as a known form of the same letters, where the two were never measured together. */
  readonly otherMarks: number;
  /** Added where one token is read as two syllables: the language model charges it for two words. */
  readonly glued: number;
  /** Weight of what the same letters were elsewhere in the document (recall.ts). */
  readonly recall: number;
  /** Weight of the reader's own confidence in a word. */
  readonly trust: number;
  /** A change is made only from this probability on. */
  readonly accept: number;
  /** The same for syllables that may be names, and for changes of letters. */
  readonly acceptNames: number;
  /** Only marks may change, never letters. */
  readonly marksOnly: boolean;
}

export const EAGERNESS: Readonly<Record<Exclude<Channel, 'right'>, Eagerness>> = {
  shy: {
    origin: ORIGINS.own,
    net: 0.4,
    language: 0.5,
    emission: 0.7,
    tempered: 0.15,
    readings: 'own',
    others: 0.4,
    unlike: 3,
    unknownKept: -2,
    keep: 0,
    glued: 0,
    recall: 0,
    trust: 1,
    otherMarks: -4,
    accept: 0.6,
    acceptNames: 0.9,
    marksOnly: false,
  },
  poor: {
    origin: ORIGINS.own,
    net: 0.5,
    language: 0.5,
    emission: 0.7,
    tempered: 0.15,
    readings: 'own',
    others: 0.4,
    unlike: 2,
    unknownKept: -2,
    keep: 0,
    glued: 0,
    recall: 0,
    trust: 1,
    otherMarks: -4,
    accept: 0.6,
    acceptNames: 0.9,
    marksOnly: false,
  },
  partial: {
    origin: ORIGINS.unknown,
    net: 1,
    language: 0.5,
    emission: 0,
    tempered: 0,
    readings: null,
    others: 0,
    unlike: 0,
    unknownKept: -2,
    keep: 2,
    glued: 0,
    recall: 0,
    trust: 0,
    otherMarks: -8,
    accept: 0.6,
    acceptNames: 0.6,
    marksOnly: false,
  },
  damaged: {
    origin: ORIGINS.foreign,
    net: 0.6,
    language: 0.5,
    emission: 0.6,
    tempered: 0.4,
    readings: 'foreign',
    others: 0,
    unlike: 0.5,
    unknownKept: -6,
    keep: 0,
    glued: 5,
    recall: 0.3,
    trust: 0,
    otherMarks: -8,
    accept: 0,
    acceptNames: 0,
    marksOnly: false,
  },
  bare: {
    origin: ORIGINS.bare,
    net: 0.5,
    language: 0.5,
    emission: 0,
    tempered: 0.3,
    readings: null,
    others: 0,
    unlike: 0,
    unknownKept: -6,
    keep: 0,
    glued: 0,
    recall: 0.3,
    trust: 0,
    otherMarks: -8,
    accept: 0,
    acceptNames: 0,
    marksOnly: true,
  },
};
