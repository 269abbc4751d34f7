import { type OrganizationChange, organizationChangeSchema } from '@teo-support/core/contract';
import { and, count, desc, eq, lt } from 'drizzle-orm';
import { readNames } from '../people/index.js';
import type { Reader } from '../storage/index.js';
import { registerEvents, trials } from './tables.js';

export interface ChangesPage {
  readonly items: OrganizationChange[];
  /** The position where the next page goes on, or `null` on the last. */
  readonly next: number | null;
  readonly total: number;
}

/** What was changed for one organization, by whom and when; latest first. */
export async function readChanges(
  reader: Reader,
  organizationId: string,
  { limit, before }: { readonly limit: number; readonly before: number | null },
): Promise<ChangesPage> {
  const ofOrganization = eq(registerEvents.organizationId, organizationId);
  const rows = await reader
    .select({ event: registerEvents, trialName: trials.name })
    .from(registerEvents)
    .leftJoin(trials, eq(trials.id, registerEvents.itemId))
    .where(and(ofOrganization, before === null ? undefined : lt(registerEvents.position, before)))
    .orderBy(desc(registerEvents.position))
    .limit(limit + 1);
  const [counted] = await reader.select({ total: count() }).from(registerEvents).where(ofOrganization);
  const shown = rows.slice(0, limit);
  const names = await readNames(reader, {
    teomasters: [],
    staff: shown.flatMap(({ event }) => (event.actorKind === 'staff' ? (event.actorId ?? []) : [])),
    organizations: [],
  });
  const items = shown.map(({ event, trialName }) =>
    // The trail holds what `decide` made; the contract says how each type of event is shown.
    organizationChangeSchema.parse({
      ...event.details,
      type: event.type,
      position: event.position,
      at: new Date(event.at).toISOString(),
      by: event.actorId === null ? { kind: 'system' } : { kind: 'staff', ...names.staff(event.actorId) },
      trainingId: event.itemId,
      trial: { id: event.itemId, name: trialName ?? event.itemId },
    }),
  );
  const last = shown.at(-1);
  return {
    items,
    next: rows.length > limit && last !== undefined ? last.event.position : null,
    total: counted?.total ?? 0,
  };
}
