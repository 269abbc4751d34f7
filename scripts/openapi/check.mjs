import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { breakingChanges } from './breaking-changes.mjs';
import { documentPath, documentText } from './document.mjs';
import { lint } from './lint.mjs';

/**
 * The stage `api` of the tests: the kept document of the API is current, the linter has nothing to say about it, and
 * nothing in it breaks clients of the last release (the last tag `v…`), or of what is named:
 * `node scripts/openapi/check.mjs --base main`.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const kept = readFileSync(join(root, documentPath), 'utf8');
const wrong = [];

if (kept !== documentText())
  wrong.push(`${documentPath} is not what the contract says: run npm run openapi.`);
wrong.push(...(await lint(kept)));

const base = baseOf(process.argv.slice(2)) ?? lastRelease();
if (base === null) console.log('There is no release yet whose clients could be broken.');
else {
  const before = JSON.parse(git('show', `${base}:${documentPath}`));
  const after = JSON.parse(kept);
  // A new major version may break what it likes: its clients are written for it.
  if (before.info.version === after.info.version) {
    wrong.push(...breakingChanges(before, after).map((change) => `breaks clients of ${base}: ${change}`));
  }
}

for (const line of wrong) console.error(line);
process.exitCode = wrong.length === 0 ? 0 : 1;

/** @param {readonly string[]} args */
function baseOf([option, value]) {
  return option === '--base' && value ? value : null;
}

function lastRelease() {
  const [last] = git('tag', '--list', 'v*', '--sort=-version:refname', '--merged').split('\n');
  return last ? last : null;
}

/** @param {string[]} args */
function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
