import type { ForumAuthor } from '@teo-support/core/contract';
import { mayKnowAuthor, type Viewer } from '../identity/index.js';
import { type Names, readNames } from '../people/index.js';
import type { Reader } from '../storage/index.js';

/** Who wrote something in the forum. */
export interface WrittenBy {
  readonly kind: 'teomaster' | 'staff';
  readonly id: string;
  /** Null for someone of the team. */
  readonly organizationId: string | null;
}

/** Shows who wrote, as far as a viewer may know: names of other organizations and their people are not even looked up. */
export async function readAuthors(
  reader: Reader,
  viewer: Viewer,
  all: readonly WrittenBy[],
): Promise<(by: WrittenBy) => ForumAuthor> {
  const known = all.filter(({ organizationId }) => mayKnowAuthor(viewer, organizationId));
  const names = await readNames(reader, {
    teomasters: known.flatMap(({ kind, id }) => (kind === 'teomaster' ? [id] : [])),
    staff: known.flatMap(({ kind, id }) => (kind === 'staff' ? [id] : [])),
    organizations: known.flatMap(({ organizationId }) => organizationId ?? []),
  });
  return (by) => authorView(viewer, by, names);
}

function authorView(viewer: Viewer, { kind, id, organizationId }: WrittenBy, names: Names): ForumAuthor {
  const mine = viewer.kind !== 'integrator' && viewer.actor.id === id;
  if (kind === 'staff') return { team: true, mine, person: names.staff(id), organization: null };
  if (!mayKnowAuthor(viewer, organizationId)) {
    return { team: false, mine: false, person: null, organization: null };
  }
  const organization = organizationId === null ? null : names.organization(organizationId);
  return { team: false, mine, person: names.teomaster(id), organization };
}
