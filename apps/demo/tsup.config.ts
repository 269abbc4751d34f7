import { cp } from 'node:fs/promises';
import { defineConfig } from 'tsup';

export default defineConfig([
  {
    // What the pages load: everything bundled, shared parts split off under names that carry their content's hash.
    entry: { staff: 'src/staff/main.ts', teo: 'src/host/page/main.ts', gallery: 'src/gallery/main.ts' },
    outDir: 'dist/assets',
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    noExternal: [/.*/],
    splitting: true,
    minify: true,
    clean: true,
    onSuccess: () => cp('src/pages', 'dist/assets', { recursive: true }),
  },
  {
    // What a server mounts. Not cleaned: it would take the pages' folder with it.
    entry: ['src/index.ts'],
    format: 'esm',
    target: 'node20',
    platform: 'node',
    dts: true,
  },
]);
