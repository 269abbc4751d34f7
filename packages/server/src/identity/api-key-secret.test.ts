import { expect, test } from 'vitest';
import { hintOf, isApiKeySecret, makeApiKeySecret } from './api-key-secret.js';

test('a secret has the shape that scanners look for, and no two are alike', () => {
  const secrets = Array.from({ length: 200 }, makeApiKeySecret);
  for (const secret of secrets) expect(secret).toMatch(/^teo_[0-9A-Za-z]{38}$/);
  expect(secrets.every(isApiKeySecret)).toBe(true);
  expect(new Set(secrets).size).toBe(200);
});

test('every letter and digit comes up: none of its entropy is lost', () => {
  const used = new Set(
    Array.from({ length: 200 }, makeApiKeySecret).flatMap((secret) => [...secret.slice(4, 36)]),
  );
  expect(used.size).toBe(62);
});

test('one wrong character anywhere is noticed', () => {
  const secret = makeApiKeySecret();
  for (let place = 0; place < secret.length; place += 1) {
    const other = secret[place] === 'A' ? 'B' : 'A';
    expect(isApiKeySecret(secret.slice(0, place) + other + secret.slice(place + 1))).toBe(false);
  }
  expect(isApiKeySecret(`${secret}A`)).toBe(false);
  expect(isApiKeySecret('')).toBe(false);
});

test('the hint gives little of it away', () => {
  const secret = makeApiKeySecret();
  expect(secret.startsWith(hintOf(secret))).toBe(true);
  expect(hintOf(secret)).toHaveLength(8);
});
