// Mails as Outlook saves them (.msg), for tests: a compound file with a property stream and a stream for each text.
// The library adds a stream of its own, which readers pass over. Source: [MS-OXMSG] 2.1–2.4; tags from [MS-OXPROPS].
//   makeMsg({ subject: 'Công văn', body: 'Gửi kèm.', from: ['Sở Y tế', 'so@y.vn'], attachments: [{ name: 'a.pdf', data }] })
import CFB from 'cfb';

export interface MsgAttachment {
  readonly name: string;
  readonly mimeType?: string;
  /** Set for what stands in the text: a picture of a signature. */
  readonly contentId?: string;
  /** A file's bytes, or a mail that is attached. */
  readonly data: Uint8Array | Msg;
}

export interface Msg {
  readonly subject: string;
  readonly body: string;
  readonly from: readonly [name: string, address: string];
  readonly sentAt?: string;
  readonly attachments?: readonly MsgAttachment[];
}

export function makeMsg(msg: Msg): Buffer {
  const file = CFB.utils.cfb_new();
  const put = (path: string, data: Buffer): void => {
    CFB.utils.cfb_add(file, path, data);
  };
  for (const stream of ['00020102', '00030102', '00040102']) put(`/__nameid_version1.0/__substg1.0_${stream}`, Buffer.alloc(0));
  putMessage(put, '', msg, 32);
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Buffer);
}

type Put = (path: string, data: Buffer) => void;

/** The property stream of the file itself begins with 32 bytes, that of a mail within with 24, those of its parts with 8. */
function putMessage(put: Put, at: string, { subject, body, from: [name, address], sentAt, attachments = [] }: Msg, header: number): void {
  const properties = [
    ...texts(put, at, { '001a': 'IPM.Note', '0037': subject, '0c1a': name, '0c1e': 'SMTP', '0c1f': address, '5d01': address, '1000': body }),
    fixed('340d', '0003', BigInt(0x40000)),
    ...(sentAt ? [fixed('0039', '0040', fileTime(sentAt))] : []),
  ];
  put(`${at}/__properties_version1.0`, Buffer.concat([head(header, attachments.length), ...properties]));
  attachments.forEach((attachment, index) => {
    putAttachment(put, `${at}/__attach_version1.0_#${String(index).padStart(8, '0')}`, attachment);
  });
}

function head(length: number, attachments: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(attachments, 12);
  bytes.writeUInt32LE(attachments, 20);
  return bytes;
}

function putAttachment(put: Put, at: string, { name, mimeType, contentId, data }: MsgAttachment): void {
  const isFile = data instanceof Uint8Array;
  const properties = [
    ...texts(put, at, { '3001': name, '3707': name, ...(mimeType ? { '370e': mimeType } : {}), ...(contentId ? { '3712': contentId } : {}) }),
    fixed('3705', '0003', BigInt(isFile ? 1 : 5)),
    ...(isFile ? [variable('3701', '0102', data.length)] : []),
  ];
  put(`${at}/__properties_version1.0`, Buffer.concat([Buffer.alloc(8), ...properties]));
  if (isFile) put(`${at}/__substg1.0_37010102`, Buffer.from(data));
  else putMessage(put, `${at}/__substg1.0_3701000D`, data, 24);
}

function texts(put: Put, at: string, values: { readonly [tag: string]: string }): Buffer[] {
  return Object.entries(values).map(([tag, value]) => {
    const data = Buffer.from(value, 'utf16le');
    put(`${at}/__substg1.0_${tag.toUpperCase()}001F`, data);
    return variable(tag, '001f', data.length + 2);
  });
}

const fixed = (id: string, type: string, value: bigint): Buffer => {
  const entry = Buffer.alloc(16);
  entry.writeUInt16LE(Number.parseInt(type, 16), 0);
  entry.writeUInt16LE(Number.parseInt(id, 16), 2);
  entry.writeUInt32LE(6, 4);
  entry.writeBigUInt64LE(value, 8);
  return entry;
};

const variable = (id: string, type: string, length: number): Buffer => fixed(id, type, BigInt(length));

/** Tenths of a microsecond since 1601. */
const fileTime = (iso: string): bigint => (BigInt(Date.parse(iso)) + 11_644_473_600_000n) * 10_000n;
