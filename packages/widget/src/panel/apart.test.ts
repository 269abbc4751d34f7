import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { marked } from './apart.js';

const dist = new URL('../../dist/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, dist), 'utf8');

describe('what went wrong inside', () => {
  test('says whose it is, once, and stays the error that it was', () => {
    const error = new TypeError('x is undefined');
    expect(marked(error)).toBe(error);
    expect(marked(error).message).toBe('teo-support: x is undefined');
    expect(marked(error).message).toBe('teo-support: x is undefined');
  });

  test.each([
    ['an error whose message is fixed', new DOMException('gone', 'AbortError')],
    ['a frozen error', Object.freeze(new Error('frozen'))],
    ['no error', 'a word'],
    ['nothing', undefined],
    ['something without words', Object.create(null)],
  ])('is the cause of one that says so, where it is %s', (_what, thrown) => {
    expect(marked(thrown)).toMatchObject({ message: 'teo-support: something failed', cause: thrown });
  });
});

test('the package for bundlers takes Lit from one place, which marks', () => {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .filter((path) => /from\s*"lit"/.test(read(path)));
  expect(files).toHaveLength(1);
  expect(read(files[0] ?? '')).toContain('performUpdate');
});
