import { parseReference, readSearch, type SearchWord } from '@teo-support/core';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../storage/index.js';
import { tickets } from './tables.js';

/** What a search makes of the conditions of a list. */
export interface Found {
  readonly where: SQL | undefined;
  /** How many of the words each ticket that is found has; 0 without a search. */
  readonly words: number;
}

interface Searched {
  readonly where: SQL | undefined;
  readonly scope: SQL | undefined;
}

/**
 * Narrows a list to what is searched for.
 * @param words how many words were found on the page before, so that the pages of one search agree
 */
export type Search = (reader: Reader, list: Searched, words: number | null) => Promise<Found>;

/** Whose words are searched: requesters never search the words of the team, nor by the names of people. */
type Audience = 'everyone' | 'staff';

export function searchFor(q: string | undefined, audience: Audience): Search {
  if (q === undefined || q.trim() === '') return async (_reader, { where }) => ({ where, words: 0 });
  const reference = /^\s*(?:teo|#)/i.test(q) ? parseReference(q) : null;
  if (reference !== null) {
    return async (_reader, { scope }) => ({ where: and(scope, eq(tickets.number, reference)), words: 0 });
  }
  const { words, unfinished } = readSearch(q);
  if (words.length === 0) return async () => ({ where: sql`0`, words: 0 });
  const hits = words.map((word, index) => {
    const open = unfinished && index === words.length - 1;
    return audience === 'everyone' ? publicHits(word, open) : staffHits(word, open);
  });
  // Every ticket once for each word that it has.
  const all = sql.join(
    hits.map((hit) => sql`select number from (${hit})`),
    sql` union all `,
  );
  return async (reader, { where }, known) => {
    const most = known ?? (await mostWords(reader, where, all));
    if (most === 0) return { where: sql`0`, words: 0 };
    const found = sql`select number from (${all}) group by number having count(*) >= ${most}`;
    return { where: and(where, sql`${tickets.number} in (${found})`), words: most };
  };
}

/**
 * How many of the words a ticket has at the most, of those that the list may show: usually all of them; when no ticket
 * has all, those with the most are what was meant.
 */
async function mostWords(reader: Reader, where: SQL | undefined, hits: SQL): Promise<number> {
  const counts = sql`select count(*) as words from (${hits}) as hits
    join ${tickets} on ${tickets.number} = hits.number where ${where ?? sql`1`} group by hits.number`;
  const [row] = await reader.all<{ most: number | null }>(sql`select max(words) as most from (${counts})`);
  return row?.most ?? 0;
}

/** The tickets whose public words, or whose number, are this one. */
function publicHits(word: SearchWord, open: boolean): SQL {
  return sql`select rowid as number from ticket_words where ticket_words match ${matching(word, open)}${numbered(word)}`;
}

/** The same with the words of the team, and with the people and organizations whose names have the word. */
function staffHits(word: SearchWord, open: boolean): SQL {
  const named = sql`select id from people_words where people_words match ${nameMatching(word, open)}`;
  return sql`${publicHits(word, open)}
    union select rowid from ticket_team_words where ticket_team_words match ${matching(word, open)}
    union select number from tickets where requester_id in (${named})
    union select number from tickets where organization_id in (${named})`;
}

function numbered({ form }: SearchWord): SQL {
  return /^\d{1,9}$/.test(form) ? sql` union select ${Number(form)}` : sql``;
}

/** An FTS5 query for one word. Whatever is written stands between quotes, so that nothing is a syntax. */
function matching({ form, stem }: SearchWord, open: boolean): string {
  const exact = `stems : ${quoted(stem)}`;
  return open ? `${exact} OR forms : ${quoted(form)} *` : exact;
}

function nameMatching({ form }: SearchWord, open: boolean): string {
  return open ? `name : ${quoted(form)} *` : `name : ${quoted(form)}`;
}

function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}
