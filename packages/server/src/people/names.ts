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

export async function readNames(
  reader: Reader,
  ids: {
    readonly teomasters: Iterable<string>;
    readonly staff: Iterable<string>;
    readonly organizations: Iterable<string>;
    readonly apiKeys?: Iterable<string>;
  },
): Promise<Names> {
  const [teomasterNames, staffNames, organizationNames, apiKeyNames] = await Promise.all([
    lookUp(reader, selectTeomasters, ids.teomasters),
    lookUp(reader, selectStaff, ids.staff),
    lookUp(reader, selectOrganizations, ids.organizations),
    lookUp(reader, selectApiKeys, ids.apiKeys ?? []),
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
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await select(reader).all({ ids: JSON.stringify(wanted) });
  return new Map(rows.map((row) => [row.id, row.name]));
}
