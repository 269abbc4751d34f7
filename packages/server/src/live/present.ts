import type { Presence, PresentDoing, PresentPerson } from '@teo-support/core/contract';
import { and, eq, gt, lte, sql } from 'drizzle-orm';
import { staff } from '../people/index.js';
import { type Database, prepared, type Reader } from '../storage/index.js';
import { presences } from './tables.js';

/** Who has a ticket open, and whose ticket it is. */
export interface Present {
  readonly ticketId: string;
  readonly organizationId: string;
  readonly people: readonly PresentPerson[];
  /** When the first of them counts no more unless they say so again, in milliseconds since 1970. */
  readonly until: number;
}

const selectPresent = prepared((db) =>
  db
    .select({
      ticketId: presences.ticketId,
      organizationId: presences.organizationId,
      id: presences.staffId,
      name: staff.name,
      doing: presences.doing,
      until: presences.until,
    })
    .from(presences)
    .innerJoin(staff, eq(staff.id, presences.staffId))
    .where(gt(presences.until, sql.placeholder('now')))
    .prepare(),
);

/** Who is present where, by ticket. A team is small, and so is this. */
export async function readPresent(reader: Reader, now: number): Promise<ReadonlyMap<string, Present>> {
  const found = new Map<string, Present>();
  for (const { ticketId, organizationId, id, name, doing, until } of await selectPresent(reader).all({
    now,
  })) {
    const known = found.get(ticketId);
    found.set(ticketId, {
      ticketId,
      organizationId,
      people: withPerson(known?.people ?? [], { id, name, doing }),
      until: Math.min(until, known?.until ?? until),
    });
  }
  return found;
}

/** Of somebody with several windows counts what tells most about them. */
const telling = ['reading', 'noting', 'answering'] as const satisfies readonly PresentDoing[];

function withPerson(people: readonly PresentPerson[], person: PresentPerson): PresentPerson[] {
  const known = people.find(({ id }) => id === person.id);
  const more = known === undefined || telling.indexOf(person.doing) > telling.indexOf(known.doing);
  const others = people.filter(({ id }) => id !== person.id);
  return [...others, more ? person : known].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whether the organization is told that the team is answering. Of notes nobody but the team learns anything. */
export function isAnswering(people: readonly PresentPerson[]): boolean {
  return people.some(({ doing }) => doing === 'answering');
}

/** The same for everybody who is not of the team: without names, and without notes. */
export function outsideView({ ticketId, answering }: Presence): Presence {
  return { ticketId, answering, people: [] };
}

/** A window of somebody of the team that shows a ticket. */
export interface Visit {
  readonly ticketId: string;
  readonly staffId: string;
  readonly visit: string;
}

/** Notes that a window shows a ticket, until a moment. Those whose time is over are forgotten with it. */
export async function notePresence(
  db: Database,
  where: Visit & { readonly organizationId: string },
  { doing, until, now }: { readonly doing: PresentDoing; readonly until: number; readonly now: number },
): Promise<void> {
  await db.write(async (tx) => {
    await tx.delete(presences).where(lte(presences.until, now));
    await tx
      .insert(presences)
      .values({ ...where, doing, until })
      .onConflictDoUpdate({
        target: [presences.ticketId, presences.staffId, presences.visit],
        set: { doing, until },
      });
  });
}

export async function forgetPresence(db: Database, { ticketId, staffId, visit }: Visit): Promise<void> {
  await db.write((tx) =>
    tx
      .delete(presences)
      .where(
        and(eq(presences.ticketId, ticketId), eq(presences.staffId, staffId), eq(presences.visit, visit)),
      ),
  );
}
