import { type ApiKey, createApiKeySchema, operationGroups } from '@teo-support/core/contract';
import { Command } from 'commander';
import { eq, or } from 'drizzle-orm';
import { createApiKey, listApiKeys, readApiKey, revokeApiKey } from '../identity/index.js';
import { organizations } from '../people/index.js';
import type { Reader } from '../storage/index.js';
import { checked, onDatabase, Refusal, table } from './on-database.js';

interface Json {
  readonly json?: boolean;
}

/** `teo-support keys`: the API keys of integrators. */
export function keysCommand(): Command {
  return new Command('keys')
    .description('make, list and revoke the API keys of integrators')
    .addHelpText(
      'after',
      `
Run beside a server; what they change holds from its next request on. Each has a --help of its own, and --json.

Exit codes: 0 done; 1 refused (it says why).

Example: teo-support keys create --organization 'Atelier des Métiers' --name Intranet --group tickets:read --days 90`,
    )
    .addCommand(create())
    .addCommand(list())
    .addCommand(revoke());
}

interface CreateOptions extends Json {
  readonly organization: string;
  readonly name: string;
  readonly group: string[];
  readonly days: string;
}

function create(): Command {
  return new Command('create')
    .description('make a key for one organization; its secret is printed once and not kept')
    .requiredOption('--organization <organization>', 'its name, its id here, or its id in the host product')
    .requiredOption('--name <name>', 'what the key is for')
    .requiredOption('--group <group...>', `what it may do: ${operationGroups.join(', ')}`)
    .option('--days <days>', 'after how many days it ends', '365')
    .option('--json', 'print JSON')
    .action((options: CreateOptions) =>
      onDatabase(async (db) => {
        const request = checked(createApiKeySchema, {
          name: options.name,
          organizationId: await organizationNamed(db.read, options.organization),
          groups: options.group,
          expiresInDays: Number(options.days),
        });
        const now = Date.now();
        const { id, secret } = await db.write((tx) => createApiKey(tx, request, null, now));
        const key = await readApiKey(db.read, id, now);
        if (options.json) console.log(JSON.stringify({ key, secret }));
        else console.log(`${secret}\n\nKey ${id} of ${key.organization.name}, until ${key.expiresAt}.`);
      }),
    );
}

function list(): Command {
  return new Command('list')
    .description('list every key, latest first')
    .option('--json', 'print JSON')
    .action(({ json }: Json) =>
      onDatabase(async (db) => {
        const keys = await listApiKeys(db.read, Date.now());
        console.log(json ? JSON.stringify({ keys }) : table([heading, ...keys.map(rowOf)]));
      }),
    );
}

const heading = ['ID', 'KEY', 'NAME', 'ORGANIZATION', 'GROUPS', 'STATE', 'EXPIRES', 'LAST USED'];

function rowOf(key: ApiKey): string[] {
  const { id, hint, name, organization, groups, state, expiresAt, lastUsedAt } = key;
  return [id, `${hint}…`, name, organization.name, groups.join(','), state, expiresAt, lastUsedAt ?? 'never'];
}

function revoke(): Command {
  return new Command('revoke')
    .description('revoke a key at once')
    .argument('<id>', 'the id of the key, from `keys list`')
    .option('--json', 'print JSON')
    .action((id: string, { json }: Json) =>
      onDatabase(async (db) => {
        const now = Date.now();
        await db.write((tx) => revokeApiKey(tx, id, null, now));
        const key = await readApiKey(db.read, id, now);
        console.log(json ? JSON.stringify({ key }) : `${key.name} (${key.hint}…) is revoked.`);
      }),
    );
}

async function organizationNamed(reader: Reader, named: string): Promise<string> {
  const { id, name, externalId } = organizations;
  const found = await reader
    .select({ id, name, externalId })
    .from(organizations)
    .where(or(eq(id, named), eq(name, named), eq(externalId, named)));
  const [only, ...others] = found;
  if (only === undefined) throw new Refusal(`No organization is called ${named}.`);
  if (others.length === 0) return only.id;
  const ids = found.map((each) => `  ${each.id}  ${each.name}`).join('\n');
  throw new Refusal(`Several organizations are called ${named}; name one by its id:\n${ids}`);
}
