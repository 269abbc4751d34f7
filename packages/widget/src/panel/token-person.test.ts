import { expect, test } from 'vitest';
import { tokensOfOnePerson } from './token-person.js';

const tokenOf = (claims: object) => `x.${btoa(JSON.stringify(claims)).replaceAll('=', '')}.y`;

test('tokens of one person pass, one of another fails and is told', async () => {
  const tokens = [
    tokenOf({ sub: 'claire', org: 'a', exp: 1 }),
    tokenOf({ sub: 'claire', org: 'a', exp: 2 }),
    tokenOf({ sub: 'paul', org: 'a', exp: 3 }),
  ];
  let changes = 0;
  const getToken = tokensOfOnePerson(
    () => Promise.resolve(tokens.shift() ?? ''),
    () => {
      changes += 1;
    },
  );
  expect(await getToken('initial')).toContain('x.');
  expect(await getToken('refused')).toContain('x.');
  expect(changes).toBe(0);
  await expect(getToken('refused')).rejects.toThrow('Another person');
  expect(changes).toBe(1);
});

test('the same person in another organization is another one', async () => {
  const tokens = [tokenOf({ sub: 'claire', org: 'a' }), tokenOf({ sub: 'claire', org: 'b' })];
  const getToken = tokensOfOnePerson(
    () => Promise.resolve(tokens.shift() ?? ''),
    () => undefined,
  );
  await getToken('initial');
  await expect(getToken('refused')).rejects.toThrow('Another person');
});

test('what is no JWT passes', async () => {
  const getToken = tokensOfOnePerson(
    (reason) => Promise.resolve(reason),
    () => undefined,
  );
  expect(await getToken('initial')).toBe('initial');
  expect(await getToken('refused')).toBe('refused');
});
