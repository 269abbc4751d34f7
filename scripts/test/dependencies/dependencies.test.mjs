import { describe, expect, it } from 'vitest';
import { readAudit } from './audit.mjs';
import { faultsInLock } from './lock.mjs';

const good = { version: '1.0.0', integrity: 'sha512-abc', license: 'MIT' };

/** @param {Partial<import('./lock.mjs').LockedPackage>} change */
const faultsOf = (change) => faultsInLock({ packages: { 'node_modules/one': { ...good, ...change } } });

describe('a lock file', () => {
  it('is well when each package is pinned and its licence known; workspaces are ours', () => {
    const packages = { '': {}, 'packages/core': {}, 'node_modules/@teo-support/core': { link: true } };
    expect(faultsInLock({ packages: { ...packages, 'node_modules/one': good } })).toEqual([]);
  });

  it.each([
    ['a package that is not pinned', { integrity: undefined }, 'not pinned'],
    ['one that is pinned weakly', { integrity: 'sha1-abc' }, 'not pinned'],
    ['one that names its registry', { resolved: 'https://registry.example/one.tgz' }, 'names a registry'],
    ['one that runs a script', { hasInstallScript: true }, 'runs a script'],
    ['a licence that binds', { license: 'AGPL-3.0-only' }, 'its licence is AGPL-3.0-only'],
    ['one licence of two', { license: 'MIT AND GPL-2.0-only' }, 'its licence is'],
    ['no licence', { license: undefined }, 'its licence is none'],
    ['a licence for tools, when it is given on', { license: 'MPL-2.0' }, 'its licence is MPL-2.0'],
  ])('is not well with %s', (_what, change, fault) => {
    expect(faultsOf(/** @type {Partial<import('./lock.mjs').LockedPackage>} */ (change))).toEqual([
      expect.stringContaining(`one 1.0.0: `),
    ]);
    expect(faultsOf(/** @type {Partial<import('./lock.mjs').LockedPackage>} */ (change))[0]).toContain(fault);
  });

  it.each([
    ['(MIT OR GPL-2.0-only)', {}],
    ['Apache-2.0 AND LGPL-3.0-or-later', {}],
    ['MPL-2.0', { dev: true }],
    ['MPL-2.0', { devOptional: true }],
  ])('may have %s', (license, change) => {
    expect(faultsOf({ license, ...change })).toEqual([]);
  });

  it('may have tools that want to run a script: they are not let', () => {
    expect(faultsOf({ dev: true, hasInstallScript: true })).toEqual([]);
  });
});

describe('an audit', () => {
  const entry = (/** @type {string} */ severity) => ({
    name: 'one',
    severity,
    range: '<2',
    fixAvailable: true,
  });

  it('finds what is high or critical', () => {
    const report = {
      vulnerabilities: { one: entry('high'), two: entry('critical'), three: entry('moderate') },
    };
    expect(readAudit(`npm warn something\n${JSON.stringify(report, null, 2)}`)).toEqual({
      made: true,
      found: ['one <2: high; an update mends it', 'one <2: critical; an update mends it'],
    });
  });

  it('finds nothing where there is nothing', () => {
    expect(readAudit(JSON.stringify({ vulnerabilities: {} }, null, 2))).toEqual({ made: true, found: [] });
  });

  it.each([
    [
      'a registry that does not answer audits',
      `npm warn audit 405\n${JSON.stringify({ message: '405 Method Not Allowed - POST https://registry.example/-/npm/v1' }, null, 2)}`,
      '405 Method Not Allowed',
    ],
    [
      'no network',
      JSON.stringify({ error: { summary: 'request to https://registry.example/x failed' } }, null, 2),
      'request to the registry failed',
    ],
    ['no npm', 'npm: spawn npm ENOENT\n', 'npm: spawn npm ENOENT'],
    ['nothing at all', '', 'npm said nothing'],
  ])('was not made with %s, and it is said why', (_what, output, because) => {
    expect(readAudit(output)).toEqual({ made: false, because });
  });
});
