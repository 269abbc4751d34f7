import { expect, test } from 'vitest';
import { VerifiedTokens } from './verified-tokens.js';

const claims = { sub: 'u-claire' };

test('a checked token is known until it ends', () => {
  const tokens = new VerifiedTokens<typeof claims>();
  tokens.remember('mine', claims, { from: 1000, until: 5000 });
  expect(tokens.find('mine', 1000)).toBe(claims);
  expect(tokens.find('mine', 4999)).toBe(claims);
  expect(tokens.find('mine', 5000)).toBeNull();
  // A clock that was set back makes nothing valid that was not checked then.
  expect(tokens.find('mine', 999)).toBeNull();
  expect(tokens.find('other', 1000)).toBeNull();
});

test('no more than so many are kept, the latest of them', () => {
  const tokens = new VerifiedTokens<typeof claims>();
  for (let n = 0; n <= 5000; n += 1) tokens.remember(`t${n}`, claims, { from: 0, until: 1000 });
  expect(tokens.find('t0', 1)).toBeNull();
  expect(tokens.find('t1', 1)).toBe(claims);
  expect(tokens.find('t5000', 1)).toBe(claims);
});
