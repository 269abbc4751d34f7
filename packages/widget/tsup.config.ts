import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import { defineConfig, type Options } from 'tsup';
import { leanTemplates } from './lean-templates.js';
import { launcherTokens } from './src/design/launcher-tokens.js';
import { tokensText } from './src/design/tokens-text.js';
import { wholeParts } from './whole-parts.js';

/** Makes what esbuild has minified smaller still: it takes several passes, and has time for it. */
const smaller = {
  name: 'smaller',
  async renderChunk(code: string) {
    const options = { module: true, ecma: 2020, compress: { passes: 3 }, format: { ecma: 2020 } } as const;
    return { code: (await minify(code, options)).code ?? code };
  },
};

/**
 * A part that does not come is asked for once more, under a changed address: what a browser, a proxy or a worker has kept
 * of a failure, while a new version was being put up, does not stand in the way then.
 */
const partsAskedForTwice = {
  name: 'parts-asked-for-twice',
  renderChunk: (code: string) => ({
    code: code.replace(/\bimport\(("\.\/[^"]+\.js)"\)/g, 'import($1").catch(()=>import($1?again"))'),
  }),
};

/** The script has smaller templates and elements than Lit's: see `src/lean-lit`. */
const leanLit = {
  name: 'lean-lit',
  setup(build: Parameters<Extract<Options['esbuildPlugins'], unknown[]>[number]['setup']>[0]) {
    const path = fileURLToPath(new URL('src/lean-lit/lean-lit.ts', import.meta.url));
    build.onResolve({ filter: /^lit$/ }, () => ({ path }));
  },
};

/** Who bundles the widget has Lit itself, with what goes wrong in our elements marked: see `src/lean-lit/marked-lit`. */
const markedLit = {
  name: 'marked-lit',
  setup(build: Parameters<Extract<Options['esbuildPlugins'], unknown[]>[number]['setup']>[0]) {
    const path = fileURLToPath(new URL('src/lean-lit/marked-lit.ts', import.meta.url));
    build.onResolve({ filter: /^lit$/ }, ({ importer }) =>
      importer === path ? { path: 'lit', external: true } : { path },
    );
  },
};

const sources = {
  '@teo-support/core/messages/filing/fr': '../core/src/messages/filing/fr.ts',
  '@teo-support/core/messages/filing/en': '../core/src/messages/filing/en.ts',
  '@teo-support/core/messages/following/fr': '../core/src/messages/following/fr.ts',
  '@teo-support/core/messages/following/en': '../core/src/messages/following/en.ts',
  '@teo-support/core/messages': '../core/src/messages/index.ts',
  '@teo-support/core': '../core/src/index.ts',
  '@teo-support/sdk/improvements': '../sdk/src/resources/improvements.ts',
  '@teo-support/sdk/connection': '../sdk/src/connection.ts',
  '@teo-support/sdk': '../sdk/src/index.ts',
};

export default defineConfig([
  {
    // What a page loads by one script: everything bundled, the panel and its parts split off under hashed names.
    entry: ['src/teo-support.ts'],
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    noExternal: [/.*/],
    splitting: true,
    minify: true,
    metafile: true,
    esbuildPlugins: [leanLit, leanTemplates, wholeParts],
    plugins: [smaller, partsAskedForTwice],
    // From their sources, module by module, so that what is not used stays out.
    esbuildOptions(options) {
      options.alias = Object.fromEntries(
        Object.entries(sources).map(([name, path]) => [name, fileURLToPath(new URL(path, import.meta.url))]),
      );
    },
    async onSuccess() {
      await mkdir('dist/design', { recursive: true });
      await writeFile('dist/design/tokens.css', tokensText + launcherTokens);
    },
  },
  {
    // What an application with a bundler of its own imports.
    entry: [
      'src/index.ts',
      'src/design/index.ts',
      'src/faq/on-a-page.ts',
      'src/improvements/on-a-page.ts',
      'src/react.ts',
    ],
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    splitting: true,
    // Where it is to come from is for the plugin to say.
    noExternal: ['lit'],
    esbuildPlugins: [markedLit],
    dts: {
      entry: [
        'src/index.ts',
        'src/design/index.ts',
        'src/faq/on-a-page.ts',
        'src/improvements/on-a-page.ts',
        'src/react.ts',
        'src/teo-support.ts',
      ],
    },
  },
]);
