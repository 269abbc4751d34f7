import { sql } from 'drizzle-orm';
import type { Database } from '../storage/index.js';
import { stretchMark, ticketsOfStretch } from '../tickets/search-marks.js';

/**
 * As many more tickets like one that is there, from a number on. Only lists and the index of words know them: they have
 * no history.
 */
export async function addCrowd(
  db: Database,
  { like, from, count }: { readonly like: number; readonly from: number; readonly count: number },
): Promise<void> {
  const end = from + count;
  await db.write(async (tx) => {
    const numbers = (first: number, last: number) => sql`(
      with recursive up(number) as (select cast(${first} as integer) union all select number + 1 from up where number < ${last})
      select number from up) as crowd`;
    const [columns] = await tx.all<{ names: string }>(
      sql`select group_concat(name) as names from pragma_table_info('tickets') where name not in ('id', 'number', 'filed_at')`,
    );
    const others = sql.raw(columns?.names ?? '');
    await tx.run(sql`insert into tickets (id, number, filed_at, ${others})
      select 'crowd-' || crowd.number, crowd.number, filed_at + crowd.number, ${others}
      from tickets join ${numbers(from, end - 1)} where tickets.number = ${like}`);
    for (let first = from; first < end; ) {
      const last = Math.min(end, first - (first % ticketsOfStretch) + ticketsOfStretch) - 1;
      await tx.run(sql`insert into ticket_words (rowid, stems, forms, marks)
        select crowd.number, stems, forms, replace(marks, ${stretchMark(like)}, ${stretchMark(first)})
        from ticket_words join ${numbers(first, last)} where ticket_words.rowid = ${like}`);
      first = last + 1;
    }
  });
}
