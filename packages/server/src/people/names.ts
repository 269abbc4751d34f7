import { foldForSearch } from '@teo-support/core';
import type { PersonView } from '@teo-support/core/contract';
import { sql } from 'drizzle-orm';
import { prepared, type Reader } from '../storage/index.js';
import { apiKeys, organizations, staff, teomasters } from './tables.js';

/** What an organization's row holds of its name: the name itself, and what it is found and sorted by. */
export function organizationName(name: string) {
  return { name, searchName: foldForSearch(name) };
}

/** The names behind ids, looked up at once for everything that is about to be shown. */
export interface Names {
  teomaster(id: string): PersonView;
  staff(id: string): PersonView;
  organization(id: string): PersonView;
  apiKey(id: string): PersonView;
}

/**
 * The names behind these ids.
 * @param known by id, what does not have to be looked up
 */
export async function readNames(
  reader: Reader,
  ids: {
    readonly teomasters: Iterable<string>;
    readonly staff: Iterable<string>;
    readonly organizations: Iterable<string>;
    readonly apiKeys?: Iterable<string>;
  },
  known: ReadonlyMap<string, string> = new Map(),
): Promise<Names> {
  const [teomasterNames, staffNames, organizationNames, apiKeyNames] = await Promise.all([
    lookUp(reader, selectTeomasters, ids.teomasters, known),
    lookUp(reader, selectStaff, ids.staff, known),
    lookUp(reader, selectOrganizations, ids.organizations, known),
    lookUp(reader, selectApiKeys, ids.apiKeys ?? [], known),
  ]);
  return {
    teomaster: (id) => ({ id, name: teomasterNames.get(id) ?? '—' }),
    staff: (id) => ({ id, name: staffNames.get(id) ?? '—' }),
    organization: (id) => ({ id, name: organizationNames.get(id) ?? '—' }),
    apiKey: (id) => ({ id, name: apiKeyNames.get(id) ?? '—' }),
  };
}

type Named = typeof teomasters | typeof staff | typeof organizations | typeof apiKeys;

/** One statement for lists of any length. */
function selectNames(table: Named) {
  return prepared((db) =>
    db
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(sql`${table.id} in (select value from json_each(${sql.placeholder('ids')}))`)
      .prepare(),
  );
}
const selectTeomasters = selectNames(teomasters);
const selectStaff = selectNames(staff);
const selectOrganizations = selectNames(organizations);
const selectApiKeys = selectNames(apiKeys);

async function lookUp(
  reader: Reader,
  select: ReturnType<typeof selectNames>,
  ids: Iterable<string>,
  known: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => !known.has(id));
  if (wanted.length === 0) return known;
  const rows = await select(reader).all({ ids: JSON.stringify(wanted) });
  return new Map([...known, ...rows.map(({ id, name }): [string, string] => [id, name])]);
}
