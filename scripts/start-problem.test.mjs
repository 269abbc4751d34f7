import { describe, expect, it } from 'vitest';
import { StartProblem, sentenceFor } from './start-problem.mjs';

const settings = { port: 4100, dataDir: '/srv/teo/.data', root: '/srv/teo' };

/**
 * @param {string} code
 * @param {{ syscall?: string, path?: string }} [details]
 */
const systemError = (code, details) => Object.assign(new Error(`${code}: no`), { code, ...details });

describe('a known problem is told in one sentence', () => {
  it.each([
    ['a taken port', systemError('EADDRINUSE', { syscall: 'listen' }), 'Port 4100 is already in use'],
    [
      'a port for administrators',
      systemError('EACCES', { syscall: 'listen' }),
      'Port 4100 may not be opened',
    ],
    ['a full disk', systemError('ENOSPC', { path: '/srv/teo/.data/teo.db' }), 'The disk is full'],
    [
      'data that cannot be written',
      systemError('EACCES', { path: '/srv/teo/.data/teo.db' }),
      'The data folder /srv/teo/.data cannot be written',
    ],
    [
      'a read-only checkout',
      systemError('EROFS', { path: '/srv/teo/packages/core/dist' }),
      'The folder /srv/teo cannot be written',
    ],
    [
      'a problem that is the cause of another error',
      new Error('could not serve', { cause: systemError('EADDRINUSE') }),
      'Port 4100 is already in use',
    ],
    [
      'what says it itself',
      new StartProblem('The moon is full: wait a day.'),
      'The moon is full: wait a day.',
    ],
  ])('%s', (_, error, beginning) => {
    const sentence = sentenceFor(error, settings) ?? '';
    expect(sentence.startsWith(beginning)).toBe(true);
    expect(sentence).toMatch(/^[^\n]+\.$/);
  });
});

describe('what is not known keeps its stack', () => {
  it.each([
    ['a bug', new TypeError('undefined is not a function')],
    ['a file elsewhere that may not be read', systemError('EACCES', { path: '/etc/shadow' })],
    ['a folder that only begins like ours', systemError('EACCES', { path: '/srv/teo-other/file' })],
    ['what is not an error', 'oops'],
  ])('%s', (_, error) => {
    expect(sentenceFor(error, settings)).toBeUndefined();
  });
});

it('what the server says about its variables is told as it is, a line for each', () => {
  const told = 'The configuration is incomplete or wrong:\n  OPENID_ISSUER: must be an https: URL';
  expect(sentenceFor(Object.assign(new Error(told), { name: 'ConfigError' }), settings)).toBe(told);
});
