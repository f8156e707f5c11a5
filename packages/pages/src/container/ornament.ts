// Which attachments of an e-mail are no documents? Small pictures inside the text, signatures of the mail itself, calendars, address cards.
//   await isOrnament({ name: 'image001.png', mimeType: 'image/png', inline: true, content })   true where it has few pixels
// A photograph of a letter that a telephone put into the text is a document: it has many.
import sharp from 'sharp';

interface Attached {
  readonly name: string | null;
  readonly mimeType: string;
  /** Shown in the text of the mail. */
  readonly inline: boolean;
  readonly content: Uint8Array;
}

/** A page read at 100 dpi has a million pixels; logos and icons have a tenth of that. */
const PIXELS = 400_000;

const TYPES =
  /^(?:application\/(?:x-)?pkcs7-signature|application\/pgp-signature|application\/pgp-keys|text\/calendar|application\/ics|text\/(?:x-)?vcard|message\/(?:delivery-status|disposition-notification)|text\/rfc822-headers)$/iu;
/** Reads: "smime.p7s", "invite.ics", "nguyen.vcf". Must not: "p7s.pdf". */
const NAMES = /\.(?:p7s|ics|vcf|asc|sig)$/iu;

export async function isOrnament({ name, mimeType, inline, content }: Attached): Promise<boolean> {
  if (TYPES.test(mimeType) || NAMES.test(name ?? '')) return true;
  if (!inline || !mimeType.startsWith('image/')) return false;
  const facts = await sharp(content, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  return facts !== null && facts.width * facts.height < PIXELS;
}
