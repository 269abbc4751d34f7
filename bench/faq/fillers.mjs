/** @typedef {import('./evaluation-set.mjs').Searchable} Searchable */

const syllables =
  'ba be bi bo cha cou da de do fa fi for ga gra la le li lo ma men mi mo na ni par pe pla ra re ri ro sa se si ta ter ti ton va ver vi'.split(
    ' ',
  );

/**
 * Articles to fill an index up to a size: words of the real ones, as often as they come there, and among them words that
 * no real one has, so that the vocabulary grows as it would. The same for the same size.
 *
 * @param {readonly Searchable[]} articles
 * @param {number} count
 * @returns {Searchable[]}
 */
export function fillers(articles, count) {
  const random = randomFrom(20260401);
  const known = articles.flatMap(({ title, variants, text }) =>
    [title, ...variants, text].join(' ').split(/\s+/),
  );
  const invented = Array.from({ length: 40_000 }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables)).join(''),
  );
  /** @template T @param {readonly T[]} list @returns {T} */
  function pick(list) {
    return /** @type {T} */ (list[Math.floor(random() * list.length)]);
  }
  /** @param {number} length */
  function words(length) {
    return Array.from({ length }, () =>
      random() < 0.8 ? pick(known) : /** @type {string} */ (invented[Math.floor(random() ** 3 * 40_000)]),
    ).join(' ');
  }
  return Array.from({ length: count }, (_, place) => ({
    id: `filler-${place}`,
    title: words(7),
    variants: [words(6), words(6)],
    keywords: words(5).split(' '),
    text: words(110),
    modules: pick(articles).modules,
  }));
}

/** A small generator of numbers from 0 to 1 (mulberry32), so that every run fills alike. @param {number} seed */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
