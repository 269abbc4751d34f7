// Maps each public entry point of a workspace (`@teo-support/core/contract`) to the source that it is built
// from (packages/core/src/contract/index.ts), by the `exports` of its package.json.
//
// Two tools use it. Vitest, so that tests always run against the sources that stand there and never against
// a stale dist. dependency-cruiser (which reads it as a webpack configuration, hence the default export),
// so that an import of another workspace is judged by the file that it really reaches, built or not.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} root the repository
 * @returns {Record<string, string>} specifier → absolute path of the source; specifiers match exactly
 */
export function workspaceSources(root) {
  /** @type {Record<string, string>} */
  const sources = {};
  for (const group of ['packages', 'apps']) {
    if (!existsSync(join(root, group))) continue;
    for (const folder of readdirSync(join(root, group)).sort()) {
      const manifestPath = join(root, group, folder, 'package.json');
      if (!existsSync(manifestPath)) continue;
      const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
      for (const [entry, target] of Object.entries(manifest.exports ?? {})) {
        const built = typeof target === 'string' ? target : target.default;
        if (!/^\.\/dist\/.*\.js$/.test(built ?? '')) continue;
        const source = built.replace(/^\.\/dist\//, './src/').replace(/\.js$/, '.ts');
        sources[manifest.name + entry.slice(1)] = join(root, group, folder, source);
      }
    }
  }
  return sources;
}

export default {
  resolve: {
    alias: Object.fromEntries(
      Object.entries(workspaceSources(process.cwd())).map(([specifier, source]) => [`${specifier}$`, source]),
    ),
  },
};
