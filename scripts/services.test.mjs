import { expect, it } from 'vitest';
import { prepareServices, services } from './services.mjs';

/**
 * @param {(path: string) => boolean} exists
 * @param {Partial<import('./services.mjs').ServicesMachine>} [differences]
 */
function machine(exists, differences = {}) {
  /** @type {string[]} */
  const installed = [];
  return {
    installed,
    given: {
      mayInstall: false,
      exists,
      say() {},
      /** @param {string[]} packages */
      async install(packages) {
        installed.push(...packages);
        return true;
      },
      ...differences,
    },
  };
}

it('says of each that is missing what is not tested, and how to have it', async () => {
  const { given, installed } = machine((path) => !path.includes('swift-object') && !path.includes('clamd'));
  expect(await prepareServices(given)).toEqual([
    'files were not looked through by a real clamd: apt-get install clamav-daemon',
    expect.stringMatching(
      /^files were not kept in a real S3 server: apt-get install swift-proxy .*memcached$/,
    ),
  ]);
  expect(installed).toEqual([]);
});

it('installs what is missing where it may, and nothing else', async () => {
  let there = false;
  const { given, installed } = machine((path) => there || !path.includes('clamd'), {
    mayInstall: true,
  });
  const install = given.install;
  given.install = async (packages) => {
    there = true;
    return install(packages);
  };
  expect(await prepareServices(given)).toEqual([]);
  expect(installed).toEqual(['clamav-daemon']);
});

it('says so all the same where the installation did not help', async () => {
  const { given } = machine(() => false, { mayInstall: true, install: async () => false });
  expect(await prepareServices(given)).toHaveLength(services.length);
});

it('has nothing to say where everything is there', async () => {
  expect(await prepareServices(machine(() => true).given)).toEqual([]);
});
