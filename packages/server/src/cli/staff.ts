import { services, staffRoles } from '@teo-support/core';
import { addStaffMemberSchema, changeStaffMemberSchema, type StaffAccount } from '@teo-support/core/contract';
import { Command } from 'commander';
import { eq } from 'drizzle-orm';
import type { Config } from '../config.js';
import {
  addressOfLink,
  addStaffMember,
  changeStaffMember,
  createPasswordLink,
  deactivateStaffMember,
  forgetOpenId,
  listStaffAccounts,
  reactivateStaffMember,
  readStaffAccount,
} from '../identity/index.js';
import { staff } from '../people/index.js';
import type { Database, Transaction } from '../storage/index.js';
import { checked, onDatabase, Refusal, table } from './on-database.js';

interface Options {
  readonly json?: boolean;
  readonly email?: string;
  readonly name?: string;
  readonly role?: string;
  readonly service?: string[];
}

const roles = `one of ${staffRoles.join(', ')}`;
const someServices = `one or more of ${services.join(', ')}`;

/** `teo-support staff`: the people of the team, also before the first of them can sign in. */
export function staffCommand(): Command {
  return new Command('staff')
    .description('add, change and deactivate the people of the team')
    .addHelpText(
      'after',
      `
Run beside a server; what they change holds from its next request on. Each has a --help of its own, and --json.

Exit codes: 0 done; 1 refused (it says why).

Example: teo-support staff add --email ines@teo.example.fr --name 'Inès Caron' --role admin --service customer training`,
    )
    .addCommand(add())
    .addCommand(list())
    .addCommand(change())
    .addCommand(
      onPerson('deactivate', 'close the access of a person at once', (tx, id) =>
        deactivateStaffMember(tx, id, Date.now()),
      ),
    )
    .addCommand(onPerson('reactivate', 'open the access of a person again', reactivateStaffMember))
    .addCommand(
      onPerson('forget-openid', 'let a person link a new account of the OpenID provider', forgetOpenId),
    )
    .addCommand(resetPassword());
}

function add(): Command {
  return new Command('add')
    .description('add a person, and print the link with which they choose a password')
    .requiredOption('--email <address>', 'their address')
    .requiredOption('--name <name>', 'their name')
    .requiredOption('--role <role>', roles)
    .requiredOption('--service <service...>', someServices)
    .option('--json', 'print JSON')
    .action(({ email, name, role, service, json }: Options) =>
      onDatabase(async (db, config) => {
        const person = checked(addStaffMemberSchema, { email, name, role, services: service });
        const id = await db.write((tx) => addStaffMember(tx, person));
        await printLink(db, config, id, json);
      }),
    );
}

function resetPassword(): Command {
  return new Command('reset-password')
    .description('print a link with which a person chooses a new password: once, within an hour')
    .argument('<email>', 'their address')
    .option('--json', 'print JSON')
    .action((email: string, { json }: Options) =>
      onDatabase(async (db, config) => printLink(db, config, await personWith(db, email), json)),
    );
}

async function printLink(
  db: Database,
  { staffUrl }: Config,
  id: string,
  json: boolean | undefined,
): Promise<void> {
  const link = await db.write((tx) => createPasswordLink(tx, id, Date.now()));
  const account = await readStaffAccount(db.read, id);
  const url = addressOfLink(staffUrl, link);
  const expiresAt = new Date(link.expiresAt).toISOString();
  if (json) console.log(JSON.stringify({ account, link: { url, expiresAt } }));
  else console.log(`${account.name} chooses a password here, once, until ${expiresAt}:\n${url}`);
}

function list(): Command {
  return new Command('list')
    .description('list everyone who is or was of the team')
    .option('--json', 'print JSON')
    .action(({ json }: Options) =>
      onDatabase(async (db) => {
        const accounts = await listStaffAccounts(db.read);
        console.log(json ? JSON.stringify({ accounts }) : table([heading, ...accounts.map(rowOf)]));
      }),
    );
}

const heading = ['EMAIL', 'NAME', 'ROLE', 'SERVICES', 'ACCESS', 'SIGNS IN WITH'];

function rowOf({ email, name, role, services: theirs, active, ...account }: StaffAccount): string[] {
  const ways = [account.hasPassword ? 'password' : [], account.openIdLinked ? 'OpenID' : []].flat();
  return [email, name, role, theirs.join(','), active ? 'open' : 'closed', ways.join(', ') || 'nothing yet'];
}

function change(): Command {
  return new Command('change')
    .description('change the name, role or services of a person')
    .argument('<email>', 'their address')
    .option('--name <name>', 'their name')
    .option('--role <role>', roles)
    .option('--service <service...>', `${someServices}; those not named are taken away`)
    .option('--json', 'print JSON')
    .action((email: string, { name, role, service, json }: Options) =>
      onDatabase(async (db) => {
        const changes = checked(changeStaffMemberSchema, { name, role, services: service });
        const id = await personWith(db, email);
        await db.write((tx) => changeStaffMember(tx, id, changes));
        await printAccount(db, id, json);
      }),
    );
}

function onPerson(
  name: string,
  description: string,
  act: (tx: Transaction, id: string) => Promise<void>,
): Command {
  return new Command(name)
    .description(description)
    .argument('<email>', 'their address')
    .option('--json', 'print JSON')
    .action((email: string, { json }: Options) =>
      onDatabase(async (db) => {
        const id = await personWith(db, email);
        await db.write((tx) => act(tx, id));
        await printAccount(db, id, json);
      }),
    );
}

async function printAccount(db: Database, id: string, json: boolean | undefined): Promise<void> {
  const account = await readStaffAccount(db.read, id);
  console.log(json ? JSON.stringify({ account }) : table([heading, rowOf(account)]));
}

async function personWith(db: Database, email: string): Promise<string> {
  const [person] = await db.read
    .select({ id: staff.id })
    .from(staff)
    .where(eq(staff.email, email.toLowerCase()));
  if (person === undefined) throw new Refusal(`Nobody of the team has the address ${email}.`);
  return person.id;
}
