// The attachments of an e-mail (.eml), and its words.
// Invariant: nothing that the mail links to is fetched; pictures that only adorn it (a logo in a signature), signatures of S/MIME and PGP,
// calendars and address cards are no documents and are left out.
//   const { entries, message, instead } = await openMail(bytes, { budget });
// The words go with each attachment as `message`; they are a document of their own only where the mail carries none.
import { reasonOf, VanbanError } from '@vanban/contract';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { Budget } from './budget.ts';
import type { Entry, Message, Opened } from './found.ts';
import { htmlText } from './html-text.ts';
import { isOrnament } from './ornament.ts';

/** Name of the words of a mail where they are read as a document. */
export const BODY_NAME = 'Nội dung thư.txt';
const DEPTH = 30;

export async function openMail(bytes: Uint8Array, { budget }: { readonly budget: Budget }): Promise<Opened> {
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer', maxNestingDepth: DEPTH }).catch(
    (cause) => {
      throw new VanbanError('input-damaged', reasonOf(cause), { cause });
    },
  );
  const message = messageOf(mail);
  return { entries: entriesOf(mail, budget), message, instead: bodyEntry(message) };
}

/** Null where the mail has no words. */
export function bodyEntry(message: Message): Entry | null {
  const { subject, text } = message;
  const words = [subject, text].filter(Boolean).join('\n\n');
  return /\p{L}/u.test(text) ? { name: BODY_NAME, read: async () => Buffer.from(words) } : null;
}

function messageOf({ from, date, subject, text, html }: Email): Message {
  const sent = date === undefined ? Number.NaN : Date.parse(date);
  return {
    from: from === undefined ? null : addressOf(from),
    sentAt: Number.isNaN(sent) ? null : new Date(sent).toISOString(),
    subject: subject?.normalize('NFC') ?? null,
    text: (text ?? htmlText(html ?? '')).normalize('NFC').trim(),
  };
}

const addressOf = ({ name, address }: Address): string => [name, address ? `<${address}>` : ''].filter(Boolean).join(' ').normalize('NFC');

async function* entriesOf(mail: Email, budget: Budget): AsyncGenerator<Entry> {
  for (const [index, attachment] of mail.attachments.entries()) {
    const content = bytesOf(attachment);
    if (await isOrnament({ ...attachment, name: attachment.filename, inline: attachment.related === true, content })) continue;
    const read = async (): Promise<Uint8Array> => {
      budget.expect(content.length);
      budget.bytes(content.length);
      return content;
    };
    yield { name: nameOf(attachment, index), read };
  }
}

function nameOf({ filename, mimeType }: Attachment, index: number): string {
  if (filename) return filename.normalize('NFC');
  return `${index + 1}.${mimeType === 'message/rfc822' ? 'eml' : (mimeType.split(/[/+.]/u).at(-1) ?? 'bin')}`;
}

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer);
