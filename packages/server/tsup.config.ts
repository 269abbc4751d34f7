import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/cli/main.ts'],
  format: 'esm',
  target: 'node20',
  platform: 'node',
  splitting: true,
  dts: { entry: 'src/index.ts' },
  clean: true,
});
