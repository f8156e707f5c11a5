// The attachments of a mail that Outlook saved (.msg), and its words: the same as mail.ts for another form.
//   const { entries, message, instead } = openOutlook(bytes, { budget });
// Mails attached to it are taken out as .msg files again.

import { createRequire } from 'node:module';
import type { FieldsData } from '@kenjiuno/msgreader';
import { reasonOf, VanbanError } from '@vanban/contract';
import { checkCompound } from '../office/compound.ts';
import type { Budget } from './budget.ts';
import type { Entry, Message, Opened } from './found.ts';
import { htmlText } from './html-text.ts';
import { bodyEntry } from './mail.ts';
import { isOrnament } from './ornament.ts';

/** The library is CommonJS with a default of its own, which `import` finds at another place under a test runner than in Node. */
const { default: MsgReader }: typeof import('@kenjiuno/msgreader') = createRequire(import.meta.url)('@kenjiuno/msgreader');

export function openOutlook(bytes: Uint8Array, { budget }: { readonly budget: Budget }): Opened {
  checkCompound(bytes);
  const reader = damaged(() => new MsgReader(Uint8Array.from(bytes).buffer as ArrayBuffer));
  const fields = damaged(() => reader.getFileData());
  if (fields.error) throw new VanbanError('input-damaged', fields.error);
  const message = messageOf(fields);
  return { entries: entriesOf(reader, fields, budget), message, instead: bodyEntry(message) };
}

function damaged<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new VanbanError('input-damaged', reasonOf(cause), { cause });
  }
}

/** Each property names its own kind in the file, so that any of them may be something else than its name says; what is not text counts as missing. */
const wordsOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function messageOf(fields: FieldsData): Message {
  const sent = Date.parse(wordsOf(fields.clientSubmitTime) ?? wordsOf(fields.messageDeliveryTime) ?? '');
  const address = wordsOf(fields.senderSmtpAddress) ?? wordsOf(fields.senderEmail);
  const page = fields.html instanceof Uint8Array ? new TextDecoder().decode(fields.html) : '';
  return {
    from: [wordsOf(fields.senderName), address?.includes('@') ? `<${address}>` : ''].filter(Boolean).join(' ').normalize('NFC') || null,
    sentAt: Number.isNaN(sent) ? null : new Date(sent).toISOString(),
    subject: wordsOf(fields.subject)?.normalize('NFC') ?? null,
    text: (wordsOf(fields.body) ?? htmlText(page)).normalize('NFC').trim(),
  };
}

async function* entriesOf(reader: InstanceType<typeof MsgReader>, { attachments = [] }: FieldsData, budget: Budget): AsyncGenerator<Entry> {
  for (const [index, attachment] of attachments.entries()) {
    const { fileName, content } = damaged(() => fileOf(reader, attachment));
    const inline = attachment.attachmentHidden === true || attachment.pidContentId !== undefined;
    const mimeType = wordsOf(attachment.attachMimeTag) ?? (inline && /\.(?:png|jpe?g|gif|bmp)$/iu.test(fileName) ? 'image/*' : '');
    if (await isOrnament({ name: fileName, mimeType, inline, content })) continue;
    const read = async (): Promise<Uint8Array> => {
      budget.expect(content.length);
      budget.bytes(content.length);
      return content;
    };
    yield { name: nameOf(attachment, fileName, index).normalize('NFC'), read };
  }
}

function fileOf(reader: InstanceType<typeof MsgReader>, attachment: FieldsData): { readonly fileName: string; readonly content: Uint8Array } {
  const { fileName, content } = reader.getAttachment(attachment);
  if (!(content instanceof Uint8Array)) throw new Error('an attachment without bytes');
  return { fileName: wordsOf(fileName) ?? '', content };
}

/** An attached mail has no file name; the library makes one of what it is shown as. */
function nameOf({ innerMsgContent, name, innerMsgContentFields }: FieldsData, fileName: string, index: number): string {
  if (!innerMsgContent) return fileName || `${index + 1}.bin`;
  const shown = wordsOf(name) ?? wordsOf(innerMsgContentFields?.subject) ?? `${index + 1}`;
  return `${shown.replace(/\.msg$/iu, '')}.msg`;
}
