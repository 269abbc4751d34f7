import {
  confidentFrom,
  FaqIndex,
  highlight,
  readSearch,
  Synonyms,
  searchFaq,
  type TeoModule,
} from '@teo-support/core';
import type { SimilarImprovements } from '@teo-support/core/contract';
import { sql } from 'drizzle-orm';
import type { StaffViewer, Viewer } from '../identity/index.js';
import type { Reader } from '../storage/index.js';
import { readRow } from './detail.js';
import { summariesOf } from './summaries.js';
import { improvements } from './tables.js';
import { matching, spreadOf, stemOf } from './words.js';

/** So many words lead to candidates, the rarest: what many requests have tells none of them apart. */
const mostLeading = 6;
/** So many candidates, the latest, come of each of them. */
const mostOfWord = 60;

/** The same words as in the FAQ: nobody has said of any that they mean the same here. */
const noSynonyms = new Synonyms([]);

/** What others may ask for, too. */
interface Asked {
  readonly need: string;
  readonly purpose: string;
  readonly role: string;
  readonly module?: TeoModule | undefined;
  readonly limit: number;
}

/** Requests that ask for what another one asks for. */
export async function findSimilarTo(
  reader: Reader,
  viewer: StaffViewer,
  id: string,
  limit: number,
  now: number,
): Promise<SimilarImprovements> {
  const { need, purpose, role, module } = await readRow(reader, viewer, id);
  const asked = { need: need ?? '', purpose: purpose ?? '', role: role ?? '', module, limit: limit + 1 };
  // Likest of all is the request itself.
  const { hits } = await findSimilar(reader, viewer, asked, now);
  return { hits: hits.filter(({ improvement }) => improvement.id !== id).slice(0, limit) };
}

/**
 * Requests that ask for what is being written. The rarest of its words lead to candidates, however many requests there
 * are; these are then compared as the FAQ compares questions, with its care for word forms and typing errors.
 */
export async function findSimilar(
  reader: Reader,
  viewer: Viewer,
  query: Asked,
  now: number,
): Promise<SimilarImprovements> {
  const { need, purpose, role, module, limit } = query;
  // What is needed says most; without it, there is nothing to compare yet.
  const typed = need.trim() === '' ? '' : `${need} ${purpose}`;
  const numbers = await candidates(reader, typed === '' ? '' : `${typed} ${role}`);
  if (numbers.length === 0) return { hits: [] };
  const rows = await reader
    .select()
    .from(improvements)
    .where(
      sql`${improvements.number} in (select value from json_each(${JSON.stringify(numbers)}))
        and +${improvements.shelf} = 'open'`,
    );
  const index = new FaqIndex();
  for (const row of rows) {
    index.add({
      id: row.id,
      title: row.need ?? '',
      variants: row.purpose === null ? [] : [row.purpose],
      keywords: [],
      text: row.role ?? '',
      modules: [row.module],
    });
  }
  const found = searchFaq(index, noSynonyms, { typed, module, limit });
  const hits = found.flatMap(({ article, confidence, terms }) => {
    const row = rows.find(({ id }) => id === article.id);
    return row === undefined ? [] : [{ row, confidence, need: highlight(index, row.need ?? '', terms) }];
  });
  const summaries = await summariesOf(
    reader,
    viewer,
    hits.map(({ row }) => row),
    now,
  );
  return {
    hits: summaries.flatMap((improvement, place) => {
      const hit = hits[place];
      if (hit === undefined) return [];
      const { text, ranges } = hit.need;
      return [{ improvement, need: { text, ranges: [...ranges] }, alike: hit.confidence >= confidentFrom }];
    }),
  };
}

/** The latest requests that have one of the rarest words of a text. */
async function candidates(reader: Reader, text: string): Promise<number[]> {
  const words = readSearch(`${text} `).words;
  const spread = await spreadOf(
    reader,
    words.map(({ stem }) => stem),
  );
  const leading = words
    .filter(({ stem }) => spread.has(stem))
    .sort((a, b) => (spread.get(a.stem) ?? 0) - (spread.get(b.stem) ?? 0))
    .slice(0, mostLeading);
  const found = new Set<number>();
  for (const word of leading) {
    for (const number of await matching(reader, stemOf(word), mostOfWord)) found.add(number);
  }
  return [...found];
}
