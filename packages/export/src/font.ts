// The one font of this package: Tinos (Apache-2.0), which has every Vietnamese letter.
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** Paths of the font's regular and bold faces. */
export const FONT_FILES = [
  resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
  resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'),
] as const;
