import type { ImprovementSupport } from '@teo-support/core/contract';
import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '../identity/index.js';
import type { Reader } from '../storage/index.js';

/** How a viewer stands to a request. */
type Standing = Pick<ImprovementSupport, 'voted' | 'followed' | 'votedInOrganization'>;

/** How a viewer stands to some requests, by their numbers; what goes on in them counts for them. */
export async function readStanding(
  reader: Reader,
  viewer: Viewer,
  numbers: readonly number[],
): Promise<(number: number) => Standing> {
  const given = JSON.stringify(numbers);
  const me = viewer.kind === 'teomaster' ? viewer.actor.id : null;
  const ours = viewer.kind === 'staff' ? null : viewer.organization.id;
  const [voted, followed, ofOurs] = await Promise.all([
    me === null ? [] : reader.all<Root>(ownQuery('improvement_votes', given, me)),
    me === null ? [] : reader.all<Root>(ownQuery('improvement_follows', given, me)),
    ours === null ? [] : reader.all<Root & { people: number }>(organizationQuery(given, ours)),
  ]);
  const votes = new Set(voted.map(({ root }) => root));
  const follows = new Set(followed.map(({ root }) => root));
  const people = new Map(ofOurs.map((row) => [row.root, row.people]));
  return (number) => ({
    voted: votes.has(number),
    followed: follows.has(number),
    votedInOrganization: people.get(number) ?? 0,
  });
}

interface Root {
  readonly root: number;
}

function familiesOf(numbers: string): SQL {
  return sql`(select value as root, value as member from json_each(${numbers})
    union all select merged_into, number from improvements
    where merged_into in (select value from json_each(${numbers})))`;
}

export function ownQuery(
  table: 'improvement_votes' | 'improvement_follows',
  numbers: string,
  teomasterId: string,
): SQL {
  return sql`select distinct family.root as root from ${familiesOf(numbers)} as family
    cross join ${sql.identifier(table)} as own on own.request = family.member and own.teomaster_id = ${teomasterId}`;
}

export function organizationQuery(numbers: string, organizationId: string): SQL {
  return sql`select family.root as root, count(distinct own.teomaster_id) as people
    from ${familiesOf(numbers)} as family
    cross join improvement_votes as own on own.organization_id = ${organizationId} and own.request = family.member
    group by family.root`;
}
