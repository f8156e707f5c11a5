// Which one grey does OCR read? Black print must stay, red seals, stamps and blue pens should fade.
// Invariant: a grey pixel stays as it is; a coloured one becomes its strongest channel (a red seal's R is near white), so black print under a seal survives.
//   toGrey({ channels: 3, data: [200, 20, 30] }) → 200        toGrey({ data: [40, 42, 41] }) → about 41
// Weak colour (JPEG's colour noise around black letters) is averaged instead: taking its maximum would thin the letters.
import type { PageImage } from '../image.ts';

/** Difference between the strongest and the weakest channel under which a pixel counts as grey, and above which as coloured. */
const GREY_BELOW = 24;
const COLOUR_ABOVE = 64;

export function toGrey(image: PageImage): PageImage {
  if (image.channels === 1) return image;
  const { width, height, data } = image;
  const grey = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < grey.length; i++, j += 3) {
    grey[i] = greyOf(data[j] as number, data[j + 1] as number, data[j + 2] as number);
  }
  return { ...image, channels: 1, data: grey };
}

function greyOf(red: number, green: number, blue: number): number {
  const strongest = red > green ? Math.max(red, blue) : Math.max(green, blue);
  const weakest = red < green ? Math.min(red, blue) : Math.min(green, blue);
  const colour = strongest - weakest;
  if (colour >= COLOUR_ABOVE) return strongest;
  const luma = (77 * red + 151 * green + 28 * blue) >> 8;
  if (colour <= GREY_BELOW) return luma;
  return Math.round(luma + ((strongest - luma) * (colour - GREY_BELOW)) / (COLOUR_ABOVE - GREY_BELOW));
}
