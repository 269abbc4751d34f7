import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/connection.ts', 'src/resources/improvements.ts'],
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  dts: true,
  clean: true,
});
