import type { TeoModule } from '@teo-support/core';
import { desc, type SQL } from 'drizzle-orm';
import type { Reader } from '../storage/index.js';
import { faqSearches } from './tables.js';

const queriesShown = 10;
const latestRead = 100;

/** How the same question was typed, latest first, and where in téo. */
export async function readTyped(
  reader: Reader,
  of: SQL | undefined,
): Promise<{ readonly queries: string[]; readonly modules: TeoModule[] }> {
  const typed = await reader
    .select({ q: faqSearches.q, module: faqSearches.module })
    .from(faqSearches)
    .where(of)
    .orderBy(desc(faqSearches.at), desc(faqSearches.id))
    .limit(latestRead);
  return {
    queries: [...new Set(typed.map(({ q }) => q))].slice(0, queriesShown),
    modules: [...new Set(typed.flatMap(({ module }) => module ?? []))],
  };
}
