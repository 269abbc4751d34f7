import {
  decideSupport,
  type Support,
  type SupportCommand,
  type SupportEvent,
  type TeomasterActor,
  teomasterId,
} from '@teo-support/core';
import { and, eq, ne, or, sql } from 'drizzle-orm';
import { ProblemError, RejectionError } from '../http/index.js';
import { placeholdersOf, prepared, type Transaction } from '../storage/index.js';
import { type Numbered, readFamily, recount } from './family.js';
import { append, supportSubject } from './log.js';
import { improvementFits, improvementFollows, improvements, improvementVotes } from './tables.js';

interface SupportChange {
  readonly id: string;
  readonly command: SupportCommand;
  readonly actor: TeomasterActor;
  readonly now: number;
}

const selectRequest = prepared((db) =>
  db
    .select({
      number: improvements.number,
      id: improvements.id,
      authorId: improvements.authorId,
      status: improvements.status,
      shelf: improvements.shelf,
      mergedInto: improvements.mergedInto,
    })
    .from(improvements)
    .where(
      and(
        eq(improvements.id, sql.placeholder('id')),
        // What is hidden is there for its author alone, of all who may vote.
        or(ne(improvements.shelf, 'hidden'), eq(improvements.authorId, sql.placeholder('teomasterId'))),
      ),
    )
    .prepare(),
);

const amongNumbers = sql`in (select value from json_each(${sql.placeholder('numbers')}))`;

function selectOwn(table: typeof improvementVotes | typeof improvementFollows) {
  return prepared((db) =>
    db
      .select({ request: table.request })
      .from(table)
      .where(
        and(eq(table.teomasterId, sql.placeholder('teomasterId')), sql`${table.request} ${amongNumbers}`),
      )
      .prepare(),
  );
}
const selectOwnVotes = selectOwn(improvementVotes);
const selectOwnFollows = selectOwn(improvementFollows);
const selectFit = prepared((db) =>
  db
    .select({ fits: improvementFits.fits, remark: improvementFits.remark })
    .from(improvementFits)
    .where(
      and(
        eq(improvementFits.request, sql.placeholder('request')),
        eq(improvementFits.teomasterId, sql.placeholder('teomasterId')),
      ),
    )
    .prepare(),
);
const insertVote = prepared((db) =>
  db.insert(improvementVotes).values(placeholdersOf(improvementVotes)).prepare(),
);
const selectOfOrganization = prepared((db) =>
  db
    .select({ request: improvementVotes.request })
    .from(improvementVotes)
    .where(
      and(
        eq(improvementVotes.organizationId, sql.placeholder('organizationId')),
        sql`${improvementVotes.request} ${amongNumbers}`,
      ),
    )
    .limit(1)
    .prepare(),
);
const countOneMore = prepared((db) =>
  db
    .update(improvements)
    .set({
      votes: sql`${improvements.votes} + 1`,
      organizations: sql`${improvements.organizations} + ${sql.placeholder('organizations')}`,
    })
    .where(eq(improvements.number, sql.placeholder('number')))
    .prepare(),
);

/** The one way in which a person's support of a request changes. What stands already is no change. */
export async function changeSupport(tx: Transaction, change: SupportChange): Promise<void> {
  const { id, command, actor, now } = change;
  const row = await selectRequest(tx).get({ id, teomasterId: actor.id });
  if (row === undefined) throw new ProblemError('not-found');
  const family = await readFamily(tx, row);
  const request = {
    id,
    authorId: teomasterId(row.authorId),
    status: row.status,
    hidden: row.shelf === 'hidden',
    mergedInto: row.mergedInto === null ? null : String(row.mergedInto),
  };
  const support = await readSupport(tx, family, actor);
  const outcome = decideSupport(request, support, command, { actor, now });
  if (!outcome.ok) throw new RejectionError(outcome.rejection, '');
  for (const event of outcome.events) {
    await append(tx, supportSubject(event.requestId, event.teomasterId), [event]);
    await project(tx, event, row.number, family);
  }
  if (outcome.events.some(({ type }) => type === 'support.vote_withdrawn')) {
    for (const { number } of family) await recount(tx, number);
  }
}

async function readSupport(
  tx: Transaction,
  family: readonly Numbered[],
  { id }: TeomasterActor,
): Promise<Support> {
  const asked = { teomasterId: id, numbers: JSON.stringify(family.map(({ number }) => number)) };
  const idsOf = (rows: readonly { readonly request: number }[]) =>
    family.filter(({ number }) => rows.some(({ request }) => request === number)).map((one) => one.id);
  const told = await selectFit(tx).get({ teomasterId: id, request: family[0]?.number ?? 0 });
  return {
    voted: idsOf(await selectOwnVotes(tx).all(asked)),
    followed: idsOf(await selectOwnFollows(tx).all(asked)),
    told: told ?? null,
  };
}

async function project(
  tx: Transaction,
  event: SupportEvent,
  root: number,
  family: readonly Numbered[],
): Promise<void> {
  const { teomasterId: person, at } = event;
  const request = family.find(({ id }) => id === event.requestId)?.number ?? root;
  const own = (table: typeof improvementVotes | typeof improvementFollows) =>
    and(eq(table.request, request), eq(table.teomasterId, person));
  switch (event.type) {
    case 'support.voted': {
      const { organizationId } = event;
      const numbers = JSON.stringify(family.map(({ number }) => number));
      const known = await selectOfOrganization(tx).get({ organizationId, numbers });
      await insertVote(tx).run({ request, teomasterId: person, organizationId, at });
      await countOneMore(tx).run({ number: root, organizations: known === undefined ? 1 : 0 });
      return;
    }
    case 'support.vote_withdrawn':
      await tx.delete(improvementVotes).where(own(improvementVotes));
      return;
    case 'support.followed':
      await tx.insert(improvementFollows).values({ request, teomasterId: person, at });
      return;
    case 'support.unfollowed':
      await tx.delete(improvementFollows).where(own(improvementFollows));
      return;
    case 'support.fit_told': {
      const told = { fits: event.fits, remark: event.remark.written, at };
      const organizationId = sql`(select organization_id from teomasters where id = ${person})`;
      await tx
        .insert(improvementFits)
        .values({ request, teomasterId: person, organizationId, ...told })
        .onConflictDoUpdate({ target: [improvementFits.request, improvementFits.teomasterId], set: told });
      return;
    }
  }
}
