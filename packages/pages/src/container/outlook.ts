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

function messageOf({ senderName, senderSmtpAddress, senderEmail, subject, body, html, clientSubmitTime, messageDeliveryTime }: FieldsData): Message {
  const sent = Date.parse(clientSubmitTime ?? messageDeliveryTime ?? '');
  const address = senderSmtpAddress ?? senderEmail;
  const page = html === undefined ? '' : new TextDecoder().decode(html);
  return {
    from: [senderName, address?.includes('@') ? `<${address}>` : ''].filter(Boolean).join(' ').normalize('NFC') || null,
    sentAt: Number.isNaN(sent) ? null : new Date(sent).toISOString(),
    subject: subject?.normalize('NFC') ?? null,
    text: (body ?? htmlText(page)).normalize('NFC').trim(),
  };
}

async function* entriesOf(reader: InstanceType<typeof MsgReader>, { attachments = [] }: FieldsData, budget: Budget): AsyncGenerator<Entry> {
  for (const [index, attachment] of attachments.entries()) {
    const { fileName, content } = damaged(() => reader.getAttachment(attachment));
    const inline = attachment.attachmentHidden === true || attachment.pidContentId !== undefined;
    const mimeType = attachment.attachMimeTag ?? (inline && /\.(?:png|jpe?g|gif|bmp)$/iu.test(fileName) ? 'image/*' : '');
    if (await isOrnament({ name: fileName, mimeType, inline, content })) continue;
    const read = async (): Promise<Uint8Array> => {
      budget.expect(content.length);
      budget.bytes(content.length);
      return content;
    };
    yield { name: nameOf(attachment, fileName, index).normalize('NFC'), read };
  }
}

/** An attached mail has no file name; the library makes one of what it is shown as. */
function nameOf({ innerMsgContent, name, innerMsgContentFields }: FieldsData, fileName: string, index: number): string {
  if (innerMsgContent) return `${(name ?? innerMsgContentFields?.subject ?? `${index + 1}`).replace(/\.msg$/iu, '')}.msg`;
  return fileName || `${index + 1}.bin`;
}
