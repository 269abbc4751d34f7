import { expect, it } from 'vitest';
import { StartProblem } from '../start-problem.mjs';
import { readSettings } from './settings.mjs';

it('has a port and a data folder of its own', () => {
  expect(readSettings({}, [], '/srv/teo')).toEqual({
    root: '/srv/teo',
    port: 4100,
    dataDir: '/srv/teo/.data',
    reset: false,
  });
});

it('takes others from the environment, and the wish to begin anew from the command line', () => {
  expect(readSettings({ PORT: '8080', DATA_DIR: '/var/teo' }, ['--reset'], '/srv/teo')).toMatchObject({
    port: 8080,
    dataDir: '/var/teo',
    reset: true,
  });
});

it.each(['http', '0', '-1', '65536', '80.5', '1e3', ' 80'])('refuses PORT=%s', (port) => {
  expect(() => readSettings({ PORT: port }, [], '/srv/teo')).toThrow(StartProblem);
});

it('refuses an option that it does not know', () => {
  expect(() => readSettings({}, ['--rest'], '/srv/teo')).toThrow(/--rest/);
});
