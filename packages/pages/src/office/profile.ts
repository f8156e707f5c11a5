// The settings that LibreOffice is started with: a profile of its own, in which nothing of a document may act and nothing is fetched.
//   await writeProfile(folder);   then: soffice -env:UserInstallation=file:///folder …
// Macros and other active content are off, links are never updated, and whatever would still go out is sent to a proxy that does not exist.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

interface Item {
  readonly path: string;
  readonly name: string;
  readonly value: string;
}

const ITEMS: readonly Item[] = [
  { path: 'Common/Security/Scripting', name: 'DisableMacrosExecution', value: 'true' },
  { path: 'Common/Security/Scripting', name: 'MacroSecurityLevel', value: '3' },
  { path: 'Common/Security/Scripting', name: 'DisableActiveContent', value: 'true' },
  { path: 'Common/Security/Scripting', name: 'BlockUntrustedRefererLinks', value: 'true' },
  { path: 'Common/Security/Scripting', name: 'CheckDocumentEvents', value: 'true' },
  { path: 'Common/Misc', name: 'FirstRun', value: 'false' },
  { path: 'Writer/Content/Update', name: 'Link', value: '0' },
  { path: 'Inet/Settings', name: 'ooInetProxyType', value: '1' },
  { path: 'Inet/Settings', name: 'ooInetHTTPProxyName', value: '127.0.0.1' },
  { path: 'Inet/Settings', name: 'ooInetHTTPProxyPort', value: '9' },
  { path: 'Inet/Settings', name: 'ooInetHTTPSProxyName', value: '127.0.0.1' },
  { path: 'Inet/Settings', name: 'ooInetHTTPSProxyPort', value: '9' },
  { path: 'Inet/Settings', name: 'ooInetNoProxy', value: '' },
  { path: 'Common/Save/URL', name: 'FileSystem', value: 'true' },
];

export async function writeProfile(folder: string): Promise<void> {
  await mkdir(path.join(folder, 'user'), { recursive: true });
  const items = ITEMS.map(
    ({ path: at, name, value }) =>
      `<item oor:path="/org.openoffice.${at.startsWith('Inet') ? at : `Office.${at}`}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${items.join('\n')}
</oor:items>
`;
  await writeFile(path.join(folder, 'user', 'registrymodifications.xcu'), text);
}
