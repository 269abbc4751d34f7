import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeModel } from './model.mjs';
import { populate } from './populate.mjs';

/**
 * @typedef {object} Population
 * @property {string} folder what a server is started on
 * @property {number} tickets
 * @property {boolean} builtNow whether it was not there from an earlier run
 * @property {number} seconds how long it took to build, then
 * @property {number} rssMiB the most memory that the builder had while it copied, over what it had before
 */

/**
 * A database with so many tickets, as an earlier run has left it, or built anew: also when the schema or the builder
 * has changed since.
 *
 * @param {string} folder
 * @param {number} count
 * @returns {Promise<Population>}
 */
export async function keptPopulation(folder, count) {
  const key = await keyOf();
  const place = join(folder, `tickets-${count}-${key}`);
  const note = join(place, 'built.json');
  if (existsSync(note))
    return { ...JSON.parse(await readFile(note, 'utf8')), folder: place, builtNow: false };
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (name.startsWith(`tickets-${count}-`)) await rm(join(folder, name), { recursive: true });
  }
  console.error(`Building ${count} tickets, once for this schema, in ${folder} …`);
  const draft = `${place}.partial`;
  const begun = performance.now();
  await makeModel(join(draft, 'model'), Date.now());
  await rename(join(draft, 'model', 'files'), join(draft, 'files'));
  const before = process.memoryUsage().rss;
  let most = before;
  populate(join(draft, 'model', 'support.db'), join(draft, 'support.db'), count, (done) => {
    most = Math.max(most, process.memoryUsage().rss);
    if (done % 100_000 === 0) console.error(`  ${done} of ${count}`);
  });
  await rm(join(draft, 'model'), { recursive: true });
  const built = {
    tickets: count,
    seconds: (performance.now() - begun) / 1000,
    rssMiB: (most - before) / 2 ** 20,
  };
  await writeFile(join(draft, 'built.json'), JSON.stringify(built));
  await rename(draft, place);
  return { ...built, folder: place, builtNow: true };
}

/** Changes with the schema of the server and with whatever builds. */
async function keyOf() {
  const hash = createHash('sha256');
  for (const source of ['../../packages/server/migrations/', './']) {
    const folder = fileURLToPath(new URL(source, import.meta.url));
    for (const name of (await readdir(folder)).filter((name) => /\.(sql|mjs)$/.test(name)).sort())
      hash.update(name).update(await readFile(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 10);
}
