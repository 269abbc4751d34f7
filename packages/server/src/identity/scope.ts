import { type AnyColumn, and, eq, type SQL, sql } from 'drizzle-orm';
import type { Viewer } from './viewer.js';

/**
 * The one place that limits what a query finds. Every query for tickets, files or events carries the condition
 * that it is given here: téomasters find what belongs to their organization, staff find all of it.
 */
export function ticketScope(viewer: Viewer, organizationId: AnyColumn): SQL {
  return viewer.kind === 'staff' ? sql`1` : eq(organizationId, viewer.actor.organizationId);
}

/** Of the event log a téomaster learns only what is meant for everyone concerned, and never of a note. */
export function eventScope(
  viewer: Viewer,
  columns: { readonly organizationId: AnyColumn; readonly audience: AnyColumn },
): SQL | undefined {
  return viewer.kind === 'staff'
    ? sql`1`
    : and(eq(columns.organizationId, viewer.actor.organizationId), eq(columns.audience, 'everyone'));
}
