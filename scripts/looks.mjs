import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, noBrowser, thisMachine } from './browser.mjs';
import { build } from './build.mjs';
import { installMissing } from './install-missing.mjs';
import { changedIn, contactSheet } from './looks/contact-sheet.mjs';
import { pictureNotes, picturesTaken } from './looks/pictures-taken.mjs';
import { endCommandsOnSignals, runCommand } from './run-command.mjs';

/**
 * Takes the pictures of docs/decisions/0037 and compares them with those that were looked at: `npm run looks`. With
 * `-- --update` those that have changed take the place of the former; with words (`-- staff`) only the files of walks
 * whose names have them are walked.
 */

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
const asked = process.argv.slice(2);
const update = asked.includes('--update');
const words = asked.filter((word) => !word.startsWith('-'));

const kept = join(root, 'apps/demo/e2e/looks');
const changes = join(root, 'test-results/looks');
const page = join(root, 'test-results/looks.html');

await installMissing(root, console.log);
await build(root, console.log);
const found = await findBrowser(thisMachine(root, console.log));
if (!found) throw new Error(noBrowser);

const reports = mkdtempSync(join(tmpdir(), 'teo-support-looks-'));
endCommandsOnSignals(() => rmSync(reports, { recursive: true, force: true }));
const report = join(reports, 'looks.json');
const { code, output } = await runCommand(
  process.execPath,
  [
    ...['node_modules/@playwright/test/cli.js', 'test', '--config', 'config/looks.config.ts'],
    '--reporter=list,json',
    ...(update ? ['--update-snapshots=changed'] : []),
    ...words,
  ],
  {
    cwd: root,
    env: { ...process.env, CHROMIUM_PATH: found.path, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  },
);
console.log(output.trim());

const told = JSON.parse(readFileSync(report, 'utf8'));
rmSync(reports, { recursive: true, force: true });
const { taken } = picturesTaken(told);
// Where all walks came to their end, what none of them took is of something that is no more.
const left =
  words.length > 0 || code !== 0
    ? []
    : readdirSync(kept).filter((file) => file.endsWith('.webp') && !taken.includes(file.slice(0, -5)));
if (update) for (const file of left) rmSync(join(kept, file));

mkdirSync(dirname(page), { recursive: true });
writeFileSync(page, contactSheet({ page, changes, kept }));
for (const note of pictureNotes(told)) console.log(note);
if (left.length > 0) console.log(`${update ? 'Removed' : 'Taken by no walk any more'}: ${left.join(', ')}`);
console.log(`${taken.length} pictures, ${changedIn(changes).length} of them changed: ${page}`);
process.exitCode = code || (left.length > 0 && !update) ? 1 : 0;
