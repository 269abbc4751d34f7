import { foldForSearch } from '@teo-support/core';
import type { PersonView } from '@teo-support/core/contract';
import { inArray } from 'drizzle-orm';
import type { Reader } from '../storage/index.js';
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
    lookUp(reader, teomasters, ids.teomasters),
    lookUp(reader, staff, ids.staff),
    lookUp(reader, organizations, ids.organizations),
    lookUp(reader, apiKeys, ids.apiKeys ?? []),
  ]);
  return {
    teomaster: (id) => ({ id, name: teomasterNames.get(id) ?? '—' }),
    staff: (id) => ({ id, name: staffNames.get(id) ?? '—' }),
    organization: (id) => ({ id, name: organizationNames.get(id) ?? '—' }),
    apiKey: (id) => ({ id, name: apiKeyNames.get(id) ?? '—' }),
  };
}

async function lookUp(
  reader: Reader,
  table: typeof teomasters | typeof staff | typeof organizations | typeof apiKeys,
  ids: Iterable<string>,
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await reader
    .select({ id: table.id, name: table.name })
    .from(table)
    .where(inArray(table.id, wanted));
  return new Map(rows.map((row) => [row.id, row.name]));
}
