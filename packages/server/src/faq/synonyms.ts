import { refOf, type StaffActor, type SynonymGroup } from '@teo-support/core';
import type { FaqSynonyms } from '@teo-support/core/contract';
import { ProblemError } from '../http/index.js';
import type { Reader, Transaction } from '../storage/index.js';
import { appendFaqEvents } from './events.js';
import { faqSynonyms } from './tables.js';

export async function readSynonyms(reader: Reader): Promise<FaqSynonyms> {
  const [row] = await reader.select().from(faqSynonyms);
  return { groups: (row?.groups ?? []).map((group) => [...group]), version: row?.version ?? 0 };
}

interface SynonymChange {
  readonly groups: readonly SynonymGroup[];
  readonly actor: StaffActor;
  readonly now: number;
  readonly expected: readonly number[] | null;
}

/** Says which words mean the same. What stands already is no change. */
export async function setSynonyms(tx: Transaction, change: SynonymChange): Promise<FaqSynonyms> {
  const { groups, actor, now, expected } = change;
  const before = await readSynonyms(tx);
  if (expected !== null && !expected.includes(before.version)) throw new ProblemError('version-conflict');
  if (JSON.stringify(before.groups) === JSON.stringify(groups)) return before;
  const version = before.version + 1;
  const event = { type: 'synonyms.set', groups, at: now, by: refOf(actor) } as const;
  await appendFaqEvents(tx, 'synonyms', before.version, [event]);
  await tx
    .insert(faqSynonyms)
    .values({ id: 'current', version, groups })
    .onConflictDoUpdate({ target: faqSynonyms.id, set: { version, groups } });
  return { groups: groups.map((group) => [...group]), version };
}
