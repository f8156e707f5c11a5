// Which LibreOffice is there? `soffice` of PATH, else where installers put it; a program named in the settings alone counts.
//   await findLibreOffice(null)   → '/usr/bin/soffice', or null where there is none
import { access, constants } from 'node:fs/promises';
import path from 'node:path';

const USUAL_PLACES: { readonly [platform: string]: readonly string[] } = {
  darwin: ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
  win32: ['C:\\Program Files\\LibreOffice\\program\\soffice.com', 'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.com'],
  linux: ['/usr/lib/libreoffice/program/soffice', '/opt/libreoffice/program/soffice', '/snap/bin/libreoffice'],
};

export async function findLibreOffice(named: string | null): Promise<string | null> {
  for (const place of named === null ? candidates() : [named]) {
    const there = await access(place, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (there) return place;
  }
  return null;
}

function candidates(): string[] {
  const names = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return [...folders.flatMap((folder) => names.map((name) => path.join(folder, name))), ...(USUAL_PLACES[process.platform] ?? [])];
}
