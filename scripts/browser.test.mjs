import { describe, expect, it } from 'vitest';
import { findBrowser } from './browser.mjs';

/**
 * A machine with these programs on it.
 *
 * @param {string[]} programs
 * @param {Partial<import('./browser.mjs').Machine>} [differences]
 */
function machineWith(programs, differences = {}) {
  /** @type {string[]} */
  const said = [];
  /** @type {string[]} */
  const installs = [];
  /** @type {import('./browser.mjs').Machine} */
  const machine = {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    home: '/home/ada',
    isRoot: false,
    isExecutable: (path) => programs.includes(path),
    runs: async () => true,
    playwrightPath: async () => '/cache/playwright/chrome',
    installWithPlaywright: async () => {
      installs.push('playwright');
      return false;
    },
    installWithApt: async () => {
      installs.push('apt');
      return false;
    },
    say: (line) => {
      said.push(line);
    },
    ...differences,
  };
  return { machine, said, installs };
}

describe('the Chromium that the tests use', () => {
  it('is the one that is named, before any other', async () => {
    const { machine } = machineWith(['/opt/chrome', '/usr/bin/chromium']);
    const env = { ...machine.env, CHROMIUM_PATH: '/opt/chrome' };
    expect(await findBrowser({ ...machine, env })).toEqual({
      path: '/opt/chrome',
      how: 'named by CHROMIUM_PATH',
    });
  });

  it('is another one, and it is said, when the named one is not there', async () => {
    const { machine, said } = machineWith(['/usr/bin/chromium']);
    const env = { ...machine.env, CHROMIUM_PATH: '/opt/chrome' };
    expect((await findBrowser({ ...machine, env }))?.path).toBe('/usr/bin/chromium');
    expect(said.join()).toContain('/opt/chrome');
  });

  it.each([
    [['/usr/bin/google-chrome', '/usr/bin/chromium-browser', '/usr/bin/chromium'], '/usr/bin/chromium'],
    [['/usr/bin/google-chrome', '/usr/local/bin/chromium-browser'], '/usr/local/bin/chromium-browser'],
    [['/usr/bin/google-chrome-stable', '/usr/bin/google-chrome'], '/usr/bin/google-chrome'],
    [['/usr/bin/google-chrome-stable', '/cache/playwright/chrome'], '/usr/bin/google-chrome-stable'],
    [['/cache/playwright/chrome'], '/cache/playwright/chrome'],
  ])('of %j is %s', async (programs, path) => {
    expect((await findBrowser(machineWith(programs).machine))?.path).toBe(path);
  });

  it('is an application of the Mac, before the one of Playwright', async () => {
    const chrome = '/home/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    const programs = [chrome, '/cache/playwright/chrome'];
    expect((await findBrowser(machineWith(programs, { platform: 'darwin' }).machine))?.path).toBe(chrome);
    expect((await findBrowser(machineWith(programs).machine))?.path).toBe('/cache/playwright/chrome');
  });

  it('is not one that does not start', async () => {
    const { machine } = machineWith(['/usr/bin/chromium', '/usr/bin/google-chrome'], {
      runs: async (path) => path !== '/usr/bin/chromium',
    });
    expect((await findBrowser(machine))?.path).toBe('/usr/bin/google-chrome');
  });
});

describe('on a machine without one', () => {
  it('Playwright installs its own', async () => {
    /** @type {string[]} */
    const programs = [];
    const { machine } = machineWith(programs, {
      installWithPlaywright: async () => programs.push('/cache/playwright/chrome') > 0,
    });
    expect(await findBrowser(machine)).toEqual({
      path: '/cache/playwright/chrome',
      how: "Playwright's own, installed now",
    });
  });

  it('apt-get installs one where Playwright cannot, for root', async () => {
    const programs = ['/usr/bin/apt-get'];
    const { machine, installs } = machineWith(programs, {
      isRoot: true,
      installWithApt: async () => programs.push('/usr/bin/chromium') > 0,
    });
    expect((await findBrowser(machine))?.path).toBe('/usr/bin/chromium');
    expect(installs).toEqual(['playwright']);
  });

  it('nothing is found, when nothing can be installed', async () => {
    const { machine, installs } = machineWith(['/usr/bin/apt-get']);
    expect(await findBrowser(machine)).toBeUndefined();
    expect(installs).toEqual(['playwright']);
  });
});
