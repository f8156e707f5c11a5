// Which body of the gazetteer does a printed name mean, for certain?
// Invariant: null wherever two bodies could be meant: names of many ("các sở"), a department without a province, a name that is not in the gazetteer.
// Misread letters are forgiven in long names where only one body is that near (Levenshtein distance, from natural).
//   createFinder(document of Lào Cai).find('Sở KH&CN') → { id: 'lao-cai/so-khoa-hoc-va-cong-nghe', name: 'Sở Khoa học và Công nghệ tỉnh Lào Cai' }
//   createFinder(document).find('Bộ Tài chinh') → { id: 'bo-tai-chinh', name: 'Bộ Tài chính' }
import type { DocumentFields } from '@vanban/contract';
import { LevenshteinDistance } from 'natural/lib/natural/distance/index.js';
import { type Entry, gazetteer } from './gazetteer.ts';
import { normalForm } from './normal-form.ts';

export interface Body {
  readonly id: string;
  readonly name: string;
}

export interface Finder {
  find(name: string): Body | null;
}

/** A finder for one document: its day says which bodies existed, its issuer and place say which province "Sở Y tế" belongs to. */
export function createFinder(document: Pick<DocumentFields, 'issuedOn' | 'issuer' | 'place'>): Finder {
  const known = new Map<string, Body | null>();
  const own = provinceOf(document);
  return {
    find(name) {
      const cached = known.get(name);
      if (cached !== undefined) return cached;
      const found = identify(name, document.issuedOn, own);
      known.set(name, found);
      return found;
    },
  };
}

function identify(name: string, day: string | null, own: Entry | null): Body | null {
  const form = normalForm(name);
  const whole = names().central.get(form);
  if (whole === undefined && (form.length < 3 || /^(?:cac|nhung|moi|tung)(?: |$)|(?:^| )(?:cac|thuoc|truc thuoc) /u.test(form))) return null;
  const index = names();
  const central = pick(index.central.get(form), day) ?? pick(nearest(form, index.centralForms, index.central), day);
  if (central !== null) return { id: central.id, name: central.name };
  const { base, province } = withoutProvince(form, own);
  if (province === null) return null;
  const local = pick(index.local.get(base), day) ?? pick(nearest(base, index.localForms, index.local), day);
  return local === null ? null : { id: `${province.id}/${local.id}`, name: localName(local.name, province.name) };
}

interface Names {
  readonly central: ReadonlyMap<string, readonly Entry[]>;
  readonly centralForms: readonly string[];
  readonly local: ReadonlyMap<string, readonly Entry[]>;
  readonly localForms: readonly string[];
  readonly provinces: ReadonlyMap<string, Entry>;
}

let built: Names | null = null;

function names(): Names {
  if (built === null) {
    const { bodies, local, provinces } = gazetteer();
    const [central, locals] = [formsOf(bodies), formsOf(local)];
    built = {
      central,
      centralForms: [...central.keys()],
      local: locals,
      localForms: [...locals.keys()],
      provinces: new Map(provinces.map((province) => [bareProvince(province.name), province])),
    };
  }
  return built;
}

function formsOf(entries: readonly Entry[]): Map<string, Entry[]> {
  const forms = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const form of new Set([entry.name, ...entry.short].map(normalForm))) forms.set(form, [...(forms.get(form) ?? []), entry]);
  return forms;
}

/** The one that existed on that day; where the day is not known or none did, the only one of that name. */
function pick(entries: readonly Entry[] | undefined, day: string | null): Entry | null {
  if (entries === undefined || entries.length === 0) return null;
  const valid = day === null ? entries : entries.filter(({ from, to }) => (from === '' || from <= day) && (to === '' || day <= to));
  if (valid.length === 1) return valid[0] as Entry;
  return entries.length === 1 ? (entries[0] as Entry) : null;
}

const LEAST_LETTERS = 11;

/** The entries of the one form that is near enough; nothing where two are. One misread letter in about twelve is forgiven. */
function nearest(form: string, forms: readonly string[], entries: ReadonlyMap<string, readonly Entry[]>): readonly Entry[] | undefined {
  if (form.length < LEAST_LETTERS) return undefined;
  const allowed = Math.min(3, Math.floor(form.length / 12) + 1);
  const head = form.slice(0, 2);
  const near = forms
    .filter((other) => other.length >= LEAST_LETTERS && Math.abs(other.length - form.length) <= allowed && other.startsWith(head))
    .map((other) => ({ other, distance: LevenshteinDistance(form, other) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance);
  const [best, second] = near;
  if (best === undefined || (second !== undefined && second.distance <= best.distance + 1)) return undefined;
  return entries.get(best.other);
}

const bareProvince = (name: string): string => normalForm(name).replace(/^(?:tinh|thanh pho) /u, '');

/** "so y te tinh lao cai" → "so y te" of Lào Cai; "uy ban nhan dan tinh" → itself, of the document's own province. */
function withoutProvince(form: string, own: Entry | null): { base: string; province: Entry | null } {
  for (const [bare, province] of names().provinces) {
    if (!form.endsWith(` ${bare}`)) continue;
    const rest = form.slice(0, -bare.length - 1).replace(/ thanh pho$/u, ' tinh');
    return { base: names().local.has(rest) ? rest : rest.replace(/ tinh$/u, ''), province };
  }
  const whole = form.replace(/ thanh pho$/u, ' tinh').replace(/^thanh uy$/u, 'tinh uy');
  return { base: names().local.has(whole) ? whole : whole.replace(/ tinh$/u, ''), province: own };
}

/** The province of the document: named by its issuer or the issuer's parent, else by its place. */
function provinceOf({ issuer, place }: Pick<DocumentFields, 'issuer' | 'place'>): Entry | null {
  const { provinces } = names();
  const own = [issuer?.name, issuer?.parent].map((name) => normalForm(name ?? ''));
  if (own.some((name) => names().central.has(name))) return null;
  for (const name of own) for (const [bare, province] of provinces) if (name.endsWith(` ${bare}`) || name === bare) return province;
  return provinces.get(normalForm(place ?? '')) ?? null;
}

/** "Sở Y tế", "Tỉnh Lào Cai" → "Sở Y tế tỉnh Lào Cai"; "Ủy ban nhân dân tỉnh", "Thành phố Huế" → "Ủy ban nhân dân thành phố Huế". */
function localName(name: string, province: string): string {
  const city = province.startsWith('Thành phố');
  if (name.includes('Tỉnh ủy')) return `${city ? name.replace('Tỉnh ủy', 'Thành ủy') : name} ${province.replace(/^(?:Tỉnh|Thành phố) /u, '')}`;
  return `${name.replace(/ tỉnh$/u, '')} ${province.charAt(0).toLowerCase()}${province.slice(1)}`;
}
