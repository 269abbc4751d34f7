import { expect, it } from 'vitest';
import { findFirefox } from './firefox.mjs';

/**
 * @param {Readonly<Record<string, string>>} versions what stands on the machine: a path, and what it says of itself
 * @param {Partial<import('./firefox.mjs').FirefoxMachine>} [differences]
 * @returns {import('./firefox.mjs').FirefoxMachine}
 */
function machine(versions, differences = {}) {
  return {
    env: { PATH: '/usr/bin:/snap/bin' },
    platform: 'linux',
    home: '/home/ines',
    mayInstall: false,
    version: async (path) => versions[path],
    install: () => Promise.reject(new Error('Nothing is to be installed here.')),
    say() {},
    ...differences,
  };
}

it('takes the one that is named before those that are installed', async () => {
  const versions = {
    '/opt/ff': 'Mozilla Firefox 160.0',
    '/usr/bin/firefox-esr': 'Mozilla Firefox 153.8.0esr',
  };
  const env = { PATH: '/usr/bin', FIREFOX_PATH: '/opt/ff' };
  expect(await findFirefox(machine(versions, { env }))).toBe('/opt/ff');
  expect(await findFirefox(machine(versions))).toBe('/usr/bin/firefox-esr');
});

it('passes over one that does not run, and one that is too old', async () => {
  const versions = {
    '/usr/bin/firefox-esr': 'Mozilla Firefox 115.3.0esr',
    '/snap/bin/firefox': 'Mozilla Firefox 160.0',
  };
  expect(await findFirefox(machine(versions))).toBe('/snap/bin/firefox');
  expect(
    await findFirefox(machine({ '/usr/bin/firefox-esr': 'Mozilla Firefox 115.3.0esr' })),
  ).toBeUndefined();
});

it('looks for the application on a Mac', async () => {
  const path = '/home/ines/Applications/Firefox.app/Contents/MacOS/firefox';
  expect(await findFirefox(machine({ [path]: 'Mozilla Firefox 160.0' }, { platform: 'darwin' }))).toBe(path);
});

it('installs one only where it may', async () => {
  /** @type {Record<string, string>} */
  const versions = {};
  expect(await findFirefox(machine(versions))).toBeUndefined();
  const install = async () => {
    versions['/usr/bin/firefox-esr'] = 'Mozilla Firefox 153.8.0esr';
    return true;
  };
  expect(await findFirefox(machine(versions, { mayInstall: true, install }))).toBe('/usr/bin/firefox-esr');
  expect(await findFirefox(machine({}, { mayInstall: true, install: async () => false }))).toBeUndefined();
});
