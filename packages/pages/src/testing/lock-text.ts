// An OpenDocument text under a password as LibreOffice 24.8 and later writes it: the whole file one part, its key made by Argon2id, encrypted by AES in GCM.
//   lockedText(readFileSync('letter.odt'), 'mật khẩu')
// The cost is far below LibreOffice's own (64 MiB, three times), so that tests are quick.
import { argon2Sync, createCipheriv, createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { OPEN_TEXT } from '../office/office-type.ts';

const [SALT, VECTOR] = [Buffer.alloc(16, 7), Buffer.alloc(12, 9)];

/** Memory in KiB. */
export function lockedText(file: Uint8Array, password: string, memory = 64): Uint8Array {
  const start = createHash('sha256').update(password).digest();
  const key = argon2Sync('argon2id', { message: start, nonce: SALT, passes: 1, memory, parallelism: 2, tagLength: 32 });
  const cipher = createCipheriv('aes-256-gcm', key, VECTOR);
  const packed = [VECTOR, cipher.update(deflateRawSync(file)), cipher.final(), cipher.getAuthTag()];
  return zipSync({
    mimetype: [Buffer.from(OPEN_TEXT), { level: 0 }],
    'encrypted-package': [Buffer.concat(packed), { level: 0 }],
    'META-INF/manifest.xml': Buffer.from(manifestOf(memory)),
  });
}

const manifestOf = (memory: number): string => `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.4" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0">
 <manifest:file-entry manifest:full-path="encrypted-package" manifest:media-type="${OPEN_TEXT}">
  <manifest:encryption-data>
   <manifest:algorithm manifest:algorithm-name="http://www.w3.org/2009/xmlenc11#aes256-gcm" manifest:initialisation-vector="${VECTOR.toString('base64')}"/>
   <manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2001/04/xmlenc#sha256" manifest:key-size="32"/>
   <manifest:key-derivation manifest:key-derivation-name="urn:org:documentfoundation:names:experimental:office:manifest:argon2id" manifest:key-size="32" loext:argon2-iterations="1" loext:argon2-memory="${memory}" loext:argon2-lanes="2" manifest:salt="${SALT.toString('base64')}"/>
  </manifest:encryption-data>
 </manifest:file-entry>
</manifest:manifest>`;
