import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { environmentNames } from '@teo-support/server';
import { describe, expect, it } from 'vitest';
import { nodeOptions } from './node-options.mjs';
import { entryPoint } from './production-tree.mjs';

const text = readFileSync(new URL('../../deploy/teo-support.service', import.meta.url), 'utf8');

/**
 * What systemd would read: sections, and the values of each setting in order.
 *
 * @param {string} unit
 */
function read(unit) {
  /** @type {Map<string, string[]>} */
  const settings = new Map();
  let section = '';
  for (const line of unit.split('\n').map((each) => each.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const named = /^\[(Unit|Service|Install)\]$/.exec(line)?.[1];
    if (named !== undefined) {
      section = named;
      continue;
    }
    const [, name, value = ''] = /^([A-Z][A-Za-z]+)=(.*)$/.exec(line) ?? [];
    if (name === undefined || section === '') throw new Error(`No setting of a section: ${line}`);
    settings.set(`${section}.${name}`, [...(settings.get(`${section}.${name}`) ?? []), value]);
  }
  return settings;
}

const settings = read(text);
const one = (/** @type {string} */ name) => settings.get(`Service.${name}`)?.at(-1);
const variables = Object.fromEntries(
  (settings.get('Service.Environment') ?? []).flatMap((line) =>
    line.split(' ').map((each) => each.split(/=(.*)/s)),
  ),
);

describe('the systemd unit', () => {
  it('runs the program where production-tree.mjs has laid it out', () => {
    expect(one('ExecStart')).toBe(`/usr/bin/node /opt/teo-support/${entryPoint} serve`);
  });

  it('sets no variable that the server does not read, and no secret', () => {
    const { NODE_ENV, NODE_OPTIONS, ...others } = variables;
    expect(NODE_ENV).toBe('production');
    expect(NODE_OPTIONS).toBe(nodeOptions);
    expect(environmentNames).toEqual(expect.arrayContaining(Object.keys(others)));
    expect(one('EnvironmentFile')).toBe('/etc/teo-support.env');
  });

  it('gives a stop longer than it takes, and starts again after a fall', () => {
    const seconds = Number.parseInt(one('TimeoutStopSec') ?? '', 10);
    expect(seconds).toBeGreaterThan(Number(variables.STOP_DELAY_SECONDS) + 10);
    expect([one('KillSignal'), one('Restart')]).toEqual(['SIGTERM', 'always']);
  });

  it('may write in its own folder and nowhere else, as nobody in particular', () => {
    expect(one('User')).toBe('teo-support');
    expect(one('WorkingDirectory')).toBe(`%S/${one('StateDirectory')}`);
    expect(settings.get('Service.ReadWritePaths')).toBeUndefined();
    for (const name of [
      'NoNewPrivileges',
      'PrivateTmp',
      'PrivateDevices',
      'RestrictNamespaces',
      'ProtectHome',
    ])
      expect(one(name)).toBe('yes');
    expect(one('ProtectSystem')).toBe('strict');
    expect(settings.get('Service.SystemCallFilter')).toEqual(['@system-service', '~@privileged @resources']);
  });

  it('is taken by systemd, where there is one, and found to be little exposed', async () => {
    const run = promisify(execFile);
    const there = await run('systemd-analyze', ['--version']).then(
      () => true,
      (/** @type {NodeJS.ErrnoException} */ error) => error.code !== 'ENOENT',
    );
    const folder = mkdtempSync(join(tmpdir(), 'unit-'));
    try {
      const path = join(folder, 'teo-support.service');
      // Node.js stands elsewhere on this machine, perhaps, and nothing is in /opt.
      writeFileSync(path, text.replace('/usr/bin/node', process.execPath));
      const said = there
        ? [
            (await run('systemd-analyze', ['verify', path])).stderr,
            (await run('systemd-analyze', ['security', '--offline=true', '--threshold=20', path])).stderr,
          ]
        : ['', ''];
      expect(said).toEqual(['', '']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
