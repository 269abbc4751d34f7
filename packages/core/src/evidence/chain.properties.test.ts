import fc from 'fast-check';
import { expect, test } from 'vitest';
import { saltMaker, sha256 } from '../testing/sha256.js';
import { canonicalJson, type Json } from './canonical-json.js';
import { type ChainLink, chainStart, linkHash, verifyChain } from './chain.js';
import { digestsIn, seal, unseal } from './seal.js';

const keys = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom('a/b', 'a~b', '~0', '~1', '/', '', '0', '__proto__', 'constructor', 'type'),
);

/** What an event may hold: plain values and words, at any depth, under any key. */
const { value: contents } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.record({ written: fc.string({ unit: 'binary', maxLength: 20 }) }),
    fc.constant({ written: null }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
  ),
}));
const events = fc.dictionary(keys, contents, { maxKeys: 5, noNullPrototype: true });

test('what is sealed and unsealed is what it was, whatever the keys and words are', () => {
  fc.assert(
    fc.property(events, (event) => {
      const { payload, texts, stored: atOnce } = seal(event, sha256, saltMaker());
      expect([...digestsIn(payload).keys()].sort()).toEqual(texts.map(({ path }) => path).sort());
      // As the log stores it, and reads it again.
      const stored: Json = JSON.parse(canonicalJson(payload));
      const restored = unseal(stored, new Map(texts.map(({ path, text }) => [path, text])));
      expect(canonicalJson(restored)).toBe(canonicalJson(JSON.parse(JSON.stringify(event))));
      // What is given at once is the same to the letter: an answer that is given again must have the same tag.
      expect(JSON.stringify(atOnce)).toBe(JSON.stringify(restored));
    }),
    { numRuns: 300 },
  );
});

/** A row of the log with the words beside it, as texts: what a hand in the database could change. */
interface Row {
  readonly ticketId: string;
  readonly payload: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly words: readonly { readonly path: string; readonly salt: string; readonly text: string }[];
}

function stored(history: readonly object[]): Row[] {
  const salts = saltMaker();
  const rows: Row[] = [];
  for (const event of history) {
    const { payload, texts } = seal(event, sha256, salts);
    const link = {
      ticketId: 'tk_1',
      version: rows.length + 1,
      payload,
      previousHash: rows.at(-1)?.hash ?? chainStart,
    };
    rows.push({ ...link, payload: canonicalJson(payload), hash: linkHash(link, sha256), words: texts });
  }
  return rows;
}

function isWhole(rows: readonly Row[], head: { readonly version: number; readonly hash: string }): boolean {
  const links: ChainLink[] = [];
  for (const [index, { payload, words: _words, ...row }] of rows.entries()) {
    const read = parsed(payload);
    if (read === undefined) return false;
    links.push({ ...row, version: index + 1, payload: read });
  }
  return verifyChain(links, (version) => rows[version - 1]?.words ?? [], head, sha256).ok;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Every text that a row holds, each with how the row looks when that text is another. */
function cellsOf(row: Row): { readonly value: string; readonly changedTo: (value: string) => Row }[] {
  const ofRow = (['ticketId', 'payload', 'previousHash', 'hash'] as const).map((name) => ({
    value: row[name],
    changedTo: (value: string): Row => ({ ...row, [name]: value }),
  }));
  const ofWords = row.words.flatMap((kept, place) =>
    (['path', 'salt', 'text'] as const).map((name) => ({
      value: kept[name],
      changedTo: (value: string): Row => ({
        ...row,
        words: row.words.with(place, { ...kept, [name]: value }),
      }),
    })),
  );
  return [...ofRow, ...ofWords].filter(({ value }) => value !== '');
}

/** The same rows with one character changed, wherever `place` falls; `null` if that leaves all as it was. */
function mutated(rows: readonly Row[], place: number, replacement: string): Row[] | null {
  const cells = rows.flatMap((row, index) => cellsOf(row).map((cell) => ({ ...cell, index })));
  const chosen = cells[place % cells.length];
  if (chosen === undefined) return null;
  const before = chosen.value;
  const at = place % before.length;
  const after = before.slice(0, at) + replacement + before.slice(at + 1);
  return canonical(after) === canonical(before) ? null : rows.with(chosen.index, chosen.changedTo(after));
}

/** A text, or the one way to write what it is the JSON of. */
function canonical(text: string): string {
  const value = parsed(text);
  return value === undefined ? text : canonicalJson(value);
}

test('any one stored character that is changed is found', () => {
  fc.assert(
    fc.property(
      fc.array(events, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
      (history, place, replacement) => {
        const rows = stored(history);
        const head = { version: rows.length, hash: rows.at(-1)?.hash ?? chainStart };
        expect(isWhole(rows, head)).toBe(true);
        const altered = mutated(rows, place, replacement);
        fc.pre(altered !== null);
        if (altered !== null) expect(isWhole(altered, head)).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

test('any event that is removed, repeated or moved is found', () => {
  fc.assert(
    fc.property(
      fc.array(events, { minLength: 2, maxLength: 6 }),
      fc.nat(),
      fc.nat(),
      fc.constantFrom('remove', 'repeat', 'move'),
      (history, first, second, kind) => {
        const rows = stored(history);
        const head = { version: rows.length, hash: rows.at(-1)?.hash ?? chainStart };
        const from = first % rows.length;
        const to = second % rows.length;
        const taken = rows.slice(from, from + 1);
        const rest = kind === 'repeat' ? rows : rows.filter((_row, index) => index !== from);
        const altered = kind === 'remove' ? rest : [...rest.slice(0, to), ...taken, ...rest.slice(to)];
        fc.pre(kind !== 'move' || from !== to);
        expect(isWhole(altered, head)).toBe(false);
      },
    ),
    { numRuns: 300 },
  );
});
