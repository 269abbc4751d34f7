import type { Json } from '@teo-support/core';
import type { Random } from './random.js';

/** Texts that have broken something somewhere. */
const hostileTexts: readonly [string, ...string[]] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\u0001\u001f\u007f\u0085',
  '\u202e\u2066gnp.exe\u2069',
  '\ud800',
  '\udfff\ud800x',
  '\ufffe\uffff',
  '\ufeffBOM',
  'e\u0301'.repeat(50),
  `Z${'\u0351\u0489'.repeat(200)}`,
  '👩‍👩‍👧‍👦🏴‍☠️'.repeat(20),
  'ﷺ'.repeat(30),
  'İıſ\u212aßﬁœÆ',
  '__proto__',
  'constructor',
  'toString',
  "' OR '1'='1",
  "'; DROP TABLE tickets; --",
  '" UNION SELECT name, 1 FROM staff --',
  '%_%_%\\',
  '"unbalanced',
  'a" OR stems : "b',
  'NEAR(a b, 2) AND NOT c*',
  '^first - second : {third} + "fourth" *',
  'ticket_words MATCH 1',
  '<script>alert(1)</script>',
  '{{7*7}}#{7*7}<%= 7*7 %>',
  '../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data',
  'NaN',
  'Infinity',
  '-0',
  '1e400',
  '9007199254740993',
  '-1',
  '0x10',
  '2026-02-30',
  '+275760-09-13T00:00:00.001Z',
  '0000-00-00T00:00:00Z',
  'TEO-0',
  'TEO-999999999',
  '#1001',
  "l'émargement",
  '2024-118',
  '\r\nSet-Cookie: a=b',
  'a'.repeat(300),
  'é'.repeat(5000),
];

const hostileKeys: readonly [string, ...string[]] = [
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  '',
  'a/b~c',
  '$where',
  'status',
  'priority',
  'organizationId',
  'x'.repeat(1000),
];

export function hostileText(random: Random): string {
  return random.once(40)
    ? random.pick(hostileTexts).repeat(1 + random.below(400))
    : random.pick(hostileTexts);
}

/** A value of any kind, at most a few hundred kilobytes large. */
export function hostileValue(random: Random, depth = 3): Json {
  switch (random.below(depth === 0 ? 8 : 12)) {
    case 0:
      return null;
    case 1:
      return random.once(2);
    case 2:
      return random.pick([0, -0, -1, 1.5, 1e21, -1e308, 2 ** 53 + 2, Number.MIN_VALUE, 255, 2 ** 31]);
    case 3:
      return [];
    case 4:
      return {};
    case 5:
    case 6:
    case 7:
      return hostileText(random);
    case 8:
      return Array.from({ length: random.below(6) }, () => hostileValue(random, depth - 1));
    case 9:
      return nested(random.pick([10, 100, 1000]));
    case 10:
      return Array.from({ length: 3000 }, (_, index) => index);
    default:
      return Object.fromEntries(
        Array.from({ length: random.below(5) }, () => [
          random.pick(hostileKeys),
          hostileValue(random, depth - 1),
        ]),
      );
  }
}

function nested(levels: number): Json {
  let value: Json = 'deep';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** Puts hostile values into some places of a value: members changed, taken away, added, or the whole replaced. */
export function distorted(value: Json, random: Random): Json {
  if (random.once(6)) return hostileValue(random);
  if (Array.isArray(value)) {
    const items = value.map((item) => (random.once(2) ? distorted(item, random) : item));
    return random.once(3) ? [...items, hostileValue(random)] : items;
  }
  if (typeof value !== 'object' || value === null) return random.once(2) ? hostileValue(random) : value;
  const members = Object.entries(value).flatMap(([key, member]): [string, Json][] =>
    random.once(8) ? [] : [[key, random.once(3) ? distorted(member, random) : member]],
  );
  if (random.once(4)) members.push([random.pick(hostileKeys), hostileValue(random)]);
  return Object.fromEntries(members);
}
