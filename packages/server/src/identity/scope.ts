import { type AnyColumn, and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { ProblemError } from '../http/index.js';
import type { ActingViewer, IntegratorViewer, RequesterViewer, Viewer } from './viewer.js';

/**
 * The one place that limits what a query finds. Every query for tickets, files or events carries the condition
 * that it is given here: téomasters and integrators find what belongs to their organization, staff find all of it.
 */
export function ticketScope(viewer: Viewer, organizationId: AnyColumn): SQL {
  return viewer.kind === 'staff' ? sql`1` : eq(organizationId, viewer.organization.id);
}

/** Of the event log requesters learn only what is meant for everyone concerned, and never of a note. */
export function eventScope(
  viewer: Viewer,
  columns: { readonly organizationId: AnyColumn; readonly audience: AnyColumn },
): SQL | undefined {
  return viewer.kind === 'staff'
    ? sql`1`
    : and(eq(columns.organizationId, viewer.organization.id), eq(columns.audience, 'everyone'));
}

/** The same condition as `eventScope`, for an event that was read for many listeners at once. */
export function hears(
  viewer: Viewer,
  event: { readonly organizationId: string; readonly audience: 'everyone' | 'staff' },
): boolean {
  return (
    viewer.kind === 'staff' ||
    (viewer.organization.id === event.organizationId && event.audience === 'everyone')
  );
}

/** What a person has filed themselves. An API key that acts for nobody has nothing of its own. */
export function ownTickets(viewer: RequesterViewer, requesterId: AnyColumn): SQL {
  if (viewer.kind === 'integrator') throw new ProblemError('acting-person-missing');
  return eq(requesterId, viewer.actor.id);
}

/**
 * Whose idempotency keys are one's own. Somebody whose organization has changed is another caller: a key of before
 * must not bring back an answer of before.
 */
export function callerOf({ actor }: ActingViewer): string {
  return actor.kind === 'staff' ? actor.id : `${actor.organizationId} ${actor.id}`;
}

/** Files that no ticket and no article names yet are seen by whoever uploaded them, and by nobody else. */
export function ownUploads(
  viewer: IntegratorViewer | Pick<ActingViewer, 'kind' | 'actor'>,
  columns: {
    readonly uploaderId: AnyColumn;
    readonly ticketId: AnyColumn;
    readonly articleId: AnyColumn;
  },
): SQL | undefined {
  if (viewer.kind === 'integrator') return sql`0`;
  return and(isNull(columns.ticketId), isNull(columns.articleId), eq(columns.uploaderId, viewer.actor.id));
}

/** Of the pictures of articles everyone who is signed in finds those of what is published, the team all of them. */
export function articlePictures(
  viewer: Viewer,
  columns: { readonly articleId: AnyColumn; readonly inEdition: AnyColumn },
): SQL | undefined {
  const ofArticle = isNotNull(columns.articleId);
  return viewer.kind === 'staff' ? ofArticle : and(ofArticle, eq(columns.inEdition, true));
}

/**
 * Of the improvement forum everyone who is signed in finds what all may read. What is hidden is there for the team, and for
 * whoever wrote it.
 */
export function forumScope(
  viewer: Viewer,
  columns: { readonly shelf: AnyColumn; readonly authorId: AnyColumn },
): SQL {
  if (viewer.kind === 'staff') return sql`1`;
  const shown = sql`+${columns.shelf} <> 'hidden'`;
  return viewer.kind === 'integrator' ? shown : sql`(${shown} or +${columns.authorId} = ${viewer.actor.id})`;
}

/** Whether someone may learn which organization, and which of its people, wrote in the forum. */
export function mayKnowAuthor(viewer: Viewer, organizationId: string | null): boolean {
  return viewer.kind === 'staff' || organizationId === null || viewer.organization.id === organizationId;
}
