import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { installMissing } from './install-missing.mjs';

/** Writes the document of the API as the contract says it now: `npm run openapi`. */

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
await installMissing(root, console.log);
await build(root, console.log);
const { documentPath, documentText } = await import('./openapi/document.mjs');
writeFileSync(join(root, documentPath), documentText());
console.log(`${documentPath} is what the contract says.`);
