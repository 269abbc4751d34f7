import { describe, expect, it } from 'vitest';
import { missingPackages } from './install-missing.mjs';

const locked = {
  packages: {
    '': {},
    'packages/core': { version: '0.1.0' },
    'node_modules/@teo-support/core': { link: true },
    'node_modules/zod': { version: '4.6.0', integrity: 'sha512-zod' },
    'node_modules/esbuild': { version: '1.0.0', integrity: 'sha512-esbuild' },
    'node_modules/esbuild-other-system': { version: '1.0.0', integrity: 'sha512-other', optional: true },
  },
};
const installed = {
  packages: {
    'packages/core': { version: '0.1.0' },
    'node_modules/@teo-support/core': { link: true },
    'node_modules/zod': { version: '4.6.0', integrity: 'sha512-zod' },
    'node_modules/esbuild': { version: '1.0.0', integrity: 'sha512-esbuild' },
  },
};
const allThere = () => true;

describe('missing packages', () => {
  it('are none when all is installed, but for what is meant for other systems', () => {
    expect(missingPackages(locked, installed, allThere)).toEqual([]);
  });

  it('are all when nothing was installed, or an installation did not finish', () => {
    expect(missingPackages(locked, undefined, allThere)).toEqual([
      'node_modules/@teo-support/core',
      'node_modules/zod',
      'node_modules/esbuild',
    ]);
  });

  it('are those that the lock has in another version since', () => {
    const older = { packages: { ...installed.packages, 'node_modules/zod': { version: '4.5.0' } } };
    expect(missingPackages(locked, older, allThere)).toEqual(['node_modules/zod']);
  });

  it('are those whose folder somebody deleted', () => {
    expect(missingPackages(locked, installed, (path) => path !== 'node_modules/esbuild')).toEqual([
      'node_modules/esbuild',
    ]);
  });
});
