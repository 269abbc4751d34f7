import { eq, sql } from 'drizzle-orm';
import { prepared, type Reader, type Transaction } from '../storage/index.js';
import { improvements } from './tables.js';

/** A request by its number and its id. */
export interface Numbered {
  readonly number: number;
  readonly id: string;
}

const selectMerged = prepared((db) =>
  db
    .select({ number: improvements.number, id: improvements.id })
    .from(improvements)
    .where(eq(improvements.mergedInto, sql.placeholder('number')))
    .orderBy(improvements.number)
    .prepare(),
);

/** A request and those that go on in it. */
export async function readFamily(reader: Reader, { number, id }: Numbered): Promise<Numbered[]> {
  return [{ number, id }, ...(await selectMerged(reader).all({ number }))];
}

/** Counts anew who wants a request and what can be read under it: after merges, and when votes were taken back. */
export async function recount(tx: Transaction, number: number): Promise<void> {
  const family = sql`(select ${number} union all select number from improvements where merged_into = ${number})`;
  const votes = sql`from improvement_votes where request in ${family}`;
  await tx.run(sql`update improvements set
    votes = (select count(distinct teomaster_id) ${votes}),
    organizations = (select count(distinct organization_id) ${votes}),
    comments = (select count(*) from improvement_comments where hidden_at is null and request in ${family})
    where number = ${number}`);
}
