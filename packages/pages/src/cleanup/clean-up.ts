// What must happen to a page's picture before it can be read well?
// Invariant: pure; each step can be switched off, runs only where the page needs it, and is named in `steps` when it ran.
//   cleanUp(scan at 300 dpi, 1° askew) → { image at 200 dpi, straight, skew: 1, rotation: 0, steps: ['scale', 'straighten'], … }
// Order, as measured: grey → scale → straighten → turn upright → level the paper → edges → specks. Turning before straightening turns skewed pages wrongly.
import type { Box } from '@vanban/contract';
import type { PageImage } from '../image.ts';
import { isBlank } from './blank.ts';
import { type Components, findComponents } from './components.ts';
import { eraseEdges, eraseSpecks } from './dirt.ts';
import { redInk, toGrey } from './grey.ts';
import { inkOf } from './ink.ts';
import { uprightness } from './orientation.ts';
import { levelPaper } from './paper.ts';
import { boxMapper } from './place.ts';
import { scaleFor, scaleGrey } from './scale.ts';
import { measureSkew, type Skew } from './skew.ts';
import { type Quarter, quarterTurn, straighten } from './turn.ts';

export type CleanUpStep = 'colour' | 'scale' | 'straighten' | 'turn' | 'level' | 'edges' | 'specks';

export interface CleanUpOptions {
  /** Steps that must not run. */
  readonly without?: readonly CleanUpStep[];
  /** The turn is known (degrees clockwise): it is not looked for. */
  readonly rotation?: Quarter;
}

export interface CleanPage {
  /** Grey, straight, upright, about 200 dpi. */
  readonly image: PageImage;
  /** What is printed in red, dark on white, in the same geometry; null where there is none. */
  readonly red: PageImage | null;
  /** Degrees clockwise by which the stored page was turned to be upright. */
  readonly rotation: Quarter;
  /** False where the profiles did not tell which way is up, so that somebody should ask another test. */
  readonly rotationCertain: boolean;
  /** Degrees by which the page was askew, clockwise positive. */
  readonly skew: number;
  readonly blank: boolean;
  /** What was done, in order. */
  readonly steps: readonly CleanUpStep[];
  /** Size of the upright page at its original resolution. */
  readonly width: number;
  readonly height: number;
  /** Place on the upright, not straightened page at its original resolution of a place in `image`. */
  readonly toPage: (box: Box) => Box;
}

/** Smaller skews than this do no harm. */
const LEAST_SKEW = 0.05;

export function cleanUp(source: PageImage, options: CleanUpOptions = {}): CleanPage {
  const steps: CleanUpStep[] = [];
  const allowed = (step: CleanUpStep): boolean => !options.without?.includes(step);
  const note = (step: CleanUpStep, after: PageImage | null, before: PageImage): PageImage => {
    if (after === null || after === before) return before;
    steps.push(step);
    return after;
  };

  let image = allowed('colour') ? note('colour', toGrey(source), source) : plainGrey(source);
  if (allowed('scale')) image = note('scale', scaleGrey(image, scaleFor(source.dpi)), image);
  const scaled = image;
  const measured = measureSkew(inkOf(image), image.width, image.height);
  const skew = allowed('straighten') && Math.abs(measured.degrees) >= LEAST_SKEW ? measured.degrees : 0;
  image = note('straighten', straighten(image, skew), image);
  const { rotation, certain } =
    options.rotation === undefined ? findTurn(image, measured, allowed('turn')) : { rotation: options.rotation, certain: true };
  image = note('turn', quarterTurn(image, rotation), image);
  if (allowed('level') && !image.bilevel) image = note('level', levelPaper(image), image);
  let components = componentsOf(image);
  if (allowed('edges')) {
    image = note('edges', eraseEdges(image, components), image);
    if (steps.at(-1) === 'edges') components = componentsOf(image);
  }
  if (allowed('specks')) image = note('specks', eraseSpecks(image, components), image);

  const upright = rotation % 180 === 0;
  const red = allowed('colour') ? redInk(source) : null;
  return {
    image,
    red: red && quarterTurn(straighten(allowed('scale') ? scaleGrey(red, scaleFor(source.dpi)) : red, skew), rotation),
    rotation,
    rotationCertain: certain,
    skew,
    blank: isBlank(components, image.dpi),
    steps,
    width: upright ? source.width : source.height,
    height: upright ? source.height : source.width,
    toPage: boxMapper({ width: source.width, height: source.height, scaledWidth: scaled.width, scaledHeight: scaled.height, skew, rotation }),
  };
}

const componentsOf = (image: PageImage): Components => findComponents(inkOf(image), image.width, image.height);

/** Plain average of the channels, for when colour must not be treated. */
function plainGrey(image: PageImage): PageImage {
  if (image.channels === 1) return image;
  const data = new Uint8Array(image.width * image.height);
  for (let i = 0, j = 0; i < data.length; i++, j += 3) {
    data[i] = (77 * (image.data[j] as number) + 151 * (image.data[j + 1] as number) + 28 * (image.data[j + 2] as number)) >> 8;
  }
  return { ...image, channels: 1, data };
}

/** Lines run clearly one way when ink piles up this many times more along it than along the other. */
const CLEARLY = 2;
/** Below this the share of ink above and below the small letters tells nothing. */
const LEAST_UPRIGHTNESS = 0.14;
const FEWEST_LINES = 6;

function findTurn(image: PageImage, skew: Skew, allowed: boolean): { rotation: Quarter; certain: boolean } {
  if (!allowed || skew.across + skew.down === 0) return { rotation: 0, certain: true };
  const sideways = skew.down > skew.across;
  const turned = sideways ? quarterTurn(image, 90) : image;
  const { score, lines } = uprightness(inkOf(turned), turned.width, turned.height);
  const ratio = sideways ? skew.down / skew.across : skew.across / skew.down;
  const certain = ratio >= CLEARLY && lines >= FEWEST_LINES && Math.abs(score) >= LEAST_UPRIGHTNESS;
  if (!certain) return { rotation: 0, certain };
  return { rotation: sideways ? (score > 0 ? 90 : 270) : score > 0 ? 0 : 180, certain };
}
