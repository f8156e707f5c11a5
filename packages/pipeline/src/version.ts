// The version of the program, as the record names it.
import manifest from '../package.json' with { type: 'json' };

export const VERSION: string = manifest.version;
