import { defineConfig } from 'tsup';

// One entry per line of `exports` in package.json. The rules (`.`) and the contract, which brings zod,
// are apart, so that a page that loads the rules never loads zod.
export default defineConfig({
  entry: [
    'src/index.ts',
    'src/contract/index.ts',
    'src/messages/index.ts',
    'src/messages/filing/fr.ts',
    'src/messages/filing/en.ts',
    'src/messages/following/fr.ts',
    'src/messages/following/en.ts',
    'src/messages/fr.ts',
    'src/messages/en.ts',
  ],
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  dts: true,
  clean: true,
});
