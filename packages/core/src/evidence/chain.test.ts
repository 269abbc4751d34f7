import { describe, expect, test } from 'vitest';
import { hour } from '../testing/domain.js';
import { facts, filedMalfunction } from '../testing/facts.js';
import { saltMaker, sha256 } from '../testing/sha256.js';
import { canonicalJson } from './canonical-json.js';
import {
  type ChainCheck,
  type ChainLink,
  chainStart,
  type KeptText,
  linkHash,
  verifyChain,
} from './chain.js';
import { seal } from './seal.js';

interface Log {
  readonly links: readonly ChainLink[];
  readonly texts: readonly (readonly KeptText[])[];
  readonly head: { readonly version: number; readonly hash: string };
}

function logOf(events: readonly object[]): Log {
  const salts = saltMaker();
  const links: ChainLink[] = [];
  const texts: (readonly KeptText[])[] = [];
  for (const event of events) {
    const sealed = seal(event, sha256, salts);
    const link = {
      ticketId: 'tk_1',
      version: links.length + 1,
      payload: sealed.payload,
      previousHash: links.at(-1)?.hash ?? chainStart,
    };
    links.push({ ...link, hash: linkHash(link, sha256) });
    texts.push(sealed.texts);
  }
  return { links, texts, head: { version: links.length, hash: links.at(-1)?.hash ?? chainStart } };
}

function check({ links, texts, head }: Log): ChainCheck {
  return verifyChain(links, (version) => texts[version - 1] ?? [], head, sha256);
}

const log = logOf([
  filedMalfunction,
  facts.answered(hour, true),
  facts.replied(2 * hour),
  facts.tested('confirmed', 3 * hour),
  facts.resolved(4 * hour),
]);

function withLink(version: number, change: (link: ChainLink) => ChainLink): Log {
  return { ...log, links: log.links.map((link) => (link.version === version ? change(link) : link)) };
}

function withTexts(version: number, change: (texts: readonly KeptText[]) => readonly KeptText[]): Log {
  return { ...log, texts: log.texts.map((texts, index) => (index === version - 1 ? change(texts) : texts)) };
}

function without(...versions: readonly number[]): Log {
  return { ...log, links: log.links.filter((link) => !versions.includes(link.version)) };
}

const otherPayload = { type: 'ticket.confirmed' };

const rehashed = (link: ChainLink): ChainLink => ({ ...link, hash: linkHash(link, sha256) });

test('what nobody touched is whole, and says how long it is and where it ends', () => {
  expect(check(log)).toEqual({ ok: true, events: 5, head: log.head.hash });
});

test('a ticket without events is whole if its row says so', () => {
  expect(check(logOf([]))).toEqual({ ok: true, events: 0, head: chainStart });
});

describe('an altered event', () => {
  test.each([1, 3, 5])('is found at its version: %i', (version) => {
    const altered = withLink(version, (link) => ({ ...link, payload: otherPayload }));
    expect(check(altered)).toEqual({ ok: false, version, fault: 'event_altered' });
  });

  test('of another ticket is found', () => {
    const altered = withLink(2, (link) => ({ ...link, ticketId: 'tk_2' }));
    expect(check(altered)).toEqual({ ok: false, version: 2, fault: 'event_altered' });
  });

  test('whose hash was altered is found', () => {
    const altered = withLink(2, (link) => ({ ...link, hash: 'f'.repeat(64) }));
    expect(check(altered)).toEqual({ ok: false, version: 2, fault: 'event_altered' });
  });

  test('whose hash was made anew breaks the link of the next', () => {
    const altered = withLink(2, (link) => rehashed({ ...link, payload: null }));
    expect(check({ ...altered, texts: [] })).toMatchObject({ ok: false });
    expect(check(withLink(2, (link) => rehashed({ ...link, previousHash: chainStart })))).toEqual({
      ok: false,
      version: 2,
      fault: 'link_broken',
    });
    const same = withLink(3, (link) => rehashed({ ...link, payload: otherPayload }));
    expect(check({ ...same, texts: withTexts(3, () => []).texts })).toEqual({
      ok: false,
      version: 4,
      fault: 'link_broken',
    });
  });

  test('at the end, with its hash made anew, differs from the head', () => {
    const altered = withLink(5, (link) => rehashed({ ...link, payload: otherPayload }));
    expect(check({ ...altered, texts: withTexts(5, () => []).texts })).toEqual({
      ok: false,
      version: 5,
      fault: 'head_differs',
    });
  });
});

describe('a missing event', () => {
  test.each([
    ['first', 1, [1]],
    ['in the middle', 3, [3]],
    ['last', 5, [5]],
    ['the last two', 4, [4, 5]],
    ['all of them', 1, [1, 2, 3, 4, 5]],
  ] as const)('%s', (_where, version, removed) => {
    expect(check(without(...removed))).toEqual({ ok: false, version, fault: 'event_missing' });
  });

  test('more events than the row knows of', () => {
    expect(check({ ...log, head: { version: 4, hash: log.links[3]?.hash ?? '' } })).toEqual({
      ok: false,
      version: 5,
      fault: 'head_differs',
    });
  });

  test('whose successors were numbered anew breaks the link', () => {
    const closed = {
      ...log,
      links: without(2).links.map((link, index) => ({ ...link, version: index + 1 })),
    };
    expect(check(closed)).toEqual({ ok: false, version: 2, fault: 'link_broken' });
  });
});

test('events in another order are found', () => {
  const [first, second, third, ...rest] = log.links;
  if (first === undefined || second === undefined || third === undefined) throw new Error('Too short a log');
  expect(check({ ...log, links: [first, third, second, ...rest] })).toEqual({
    ok: false,
    version: 2,
    fault: 'event_missing',
  });
});

describe('the words beside the log', () => {
  test('altered text, salt or place are found', () => {
    const altered = { ok: false, version: 3, fault: 'text_altered' };
    expect(check(withTexts(3, (texts) => texts.map((kept) => ({ ...kept, text: 'Autre' }))))).toEqual(
      altered,
    );
    expect(check(withTexts(3, (texts) => texts.map((kept) => ({ ...kept, salt: 'other' }))))).toEqual(
      altered,
    );
    expect(check(withTexts(3, (texts) => texts.map((kept) => ({ ...kept, path: '/other' }))))).toEqual({
      ...altered,
      fault: 'text_without_event',
    });
  });

  test('words without salt, or salt without words, are no erasure', () => {
    const altered = { ok: false, version: 3, fault: 'text_altered' };
    expect(check(withTexts(3, (texts) => texts.map((kept) => ({ ...kept, salt: null }))))).toEqual(altered);
    expect(check(withTexts(3, (texts) => texts.map((kept) => ({ ...kept, text: null }))))).toEqual(altered);
  });

  test('words that begin later because their beginning was moved into the salt are found', () => {
    const parted = logOf([{ text: { written: 'Ne pas facturer: le client a payé' } }]);
    const moved = parted.texts.map((texts) =>
      texts.map((kept) => ({ ...kept, salt: `${kept.salt}:Ne pas facturer`, text: ' le client a payé' })),
    );
    expect(check({ ...parted, texts: moved })).toEqual({ ok: false, version: 1, fault: 'text_altered' });
  });

  test('words that are gone altogether are found, also behind others that are there twice', () => {
    expect(check(withTexts(4, (texts) => texts.slice(1)))).toEqual({
      ok: false,
      version: 4,
      fault: 'text_altered',
    });
    expect(check(withTexts(4, (texts) => [...texts.slice(1), ...texts.slice(1, 2)]))).toEqual({
      ok: false,
      version: 4,
      fault: 'text_altered',
    });
  });

  test('words that no event speaks of are found', () => {
    const added = withTexts(2, (texts) => [...texts, { path: '/more', salt: 's', text: 'x' }]);
    expect(check(added)).toEqual({ ok: false, version: 2, fault: 'text_without_event' });
  });

  test('erased words leave the chain whole', () => {
    const erased = {
      ...log,
      texts: log.texts.map((texts) => texts.map(({ path }) => ({ path, salt: null, text: null }))),
    };
    expect(check(erased)).toEqual({ ok: true, events: 5, head: log.head.hash });
  });
});

test('the hash of an event is that of the canonical JSON of its place, its content and the one before', () => {
  for (const { hash, ...link } of log.links) {
    const { ticketId, version, payload, previousHash } = link;
    expect(hash).toBe(sha256(canonicalJson({ version, ticketId, previousHash, payload })));
  }
});
