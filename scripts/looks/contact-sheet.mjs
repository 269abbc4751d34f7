import { readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * A page to look at: what has changed, before, after and where, and then all pictures that are kept.
 *
 * @param {{ page: string, changes: string, kept: string }} places where the page will be, and two folders: of what the run
 *   left of changed pictures, and of the pictures that were looked at
 * @returns {string} HTML
 */
export function contactSheet({ page, changes, kept }) {
  const address = (/** @type {string} */ path) =>
    relative(dirname(page), path).split(sep).map(encodeURIComponent).join('/');
  const shown = (/** @type {string} */ path, /** @type {string} */ caption) =>
    `<figure><figcaption>${caption}</figcaption><a href="${address(path)}"><img loading="lazy" src="${address(path)}" alt="${caption}"></a></figure>`;
  const changed = changedIn(changes);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Looks</title>
<style>
  body { margin: 24px; font: 15px/1.5 system-ui, sans-serif; background: #8899aa }
  section, .kept { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start }
  h2 { flex-basis: 100%; margin: 16px 0 0 }
  figure { margin: 0 }
  img { display: block; max-width: min(100%, 640px) }
  .kept img { max-width: 320px; max-height: 480px }
</style>
<h1>${changed.length === 0 ? 'Nothing has changed' : `${changed.length} pictures have changed`}</h1>
${changed
  .map(
    ({ name, parts }) => `<section>
  <h2>${name}</h2>
  ${parts.map(({ part, path }) => shown(path, part)).join('\n  ')}
</section>`,
  )
  .join('\n')}
<h1>Those that are kept</h1>
<div class="kept">
${filesIn(kept, '.webp')
  .map((file) => shown(join(kept, file), file.replace(/\.webp$/, '')))
  .join('\n')}
</div>
</html>
`;
}

/** @type {readonly string[]} */
const parts = ['before', 'after', 'difference'];

/**
 * @param {string} folder
 * @returns {{ name: string, parts: { part: string, path: string }[] }[]} by name
 */
export function changedIn(folder) {
  /** @type {Map<string, { part: string, path: string }[]>} */
  const byName = new Map();
  for (const file of filesIn(folder, '.png')) {
    const [, name = '', part = ''] = /([^/\\]+)\.(before|after|difference)\.png$/.exec(file) ?? [];
    if (name === '') continue;
    byName.set(name, [...(byName.get(name) ?? []), { part, path: join(folder, file) }]);
  }
  const order = (/** @type {{ part: string }} */ { part }) => parts.indexOf(part);
  return [...byName]
    .map(([name, found]) => ({ name, parts: found.toSorted((one, other) => order(one) - order(other)) }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

/**
 * @param {string} folder
 * @param {string} ending
 * @returns {string[]} paths within it, at any depth; none where there is no such folder
 */
function filesIn(folder, ending) {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(ending))
      .toSorted();
  } catch {
    return [];
  }
}
