import { asc, eq } from 'drizzle-orm';
import type { Hono } from 'hono';
import { mount } from '../http/index.js';
import { teomasters } from '../people/index.js';
import type { Database } from '../storage/index.js';
import { createApiKey, listApiKeys, readApiKey, revokeApiKey } from './api-keys.js';
import type { Identity } from './identity.js';
import { addressOfLink, createPasswordLink } from './password-links.js';
import {
  addStaffMember,
  changeStaffMember,
  deactivateStaffMember,
  listStaffAccounts,
  reactivateStaffMember,
  readStaffAccount,
} from './staff-accounts.js';

/** Who is of the team, which keys there are, and who can be meant by either: for administrators, mostly. */
export function administrationRoutes(
  app: Hono,
  db: Database,
  identity: Identity,
  { staffUrl, now }: { readonly staffUrl: string; readonly now: () => number },
): void {
  mount(app, 'listStaffAccounts', identity.asStaff, async () => ({
    accounts: await listStaffAccounts(db.read),
  }));

  mount(app, 'addStaffMember', identity.asStaff, async ({ body }) =>
    readStaffAccount(db.read, await db.write((tx) => addStaffMember(tx, body))),
  );

  mount(app, 'changeStaffMember', identity.asStaff, async ({ body, param }) => {
    const id = param('staffId');
    await db.write((tx) => changeStaffMember(tx, id, body));
    return readStaffAccount(db.read, id);
  });

  mount(app, 'deactivateStaffMember', identity.asStaff, async ({ param }) => {
    const id = param('staffId');
    await db.write((tx) => deactivateStaffMember(tx, id, now()));
    return readStaffAccount(db.read, id);
  });

  mount(app, 'reactivateStaffMember', identity.asStaff, async ({ param }) => {
    const id = param('staffId');
    await db.write((tx) => reactivateStaffMember(tx, id));
    return readStaffAccount(db.read, id);
  });

  mount(app, 'createPasswordLink', identity.asStaff, async ({ param }) => {
    const link = await db.write((tx) => createPasswordLink(tx, param('staffId'), now()));
    return { url: addressOfLink(staffUrl, link), expiresAt: new Date(link.expiresAt).toISOString() };
  });

  mount(app, 'listApiKeys', identity.asStaff, async () => ({ keys: await listApiKeys(db.read, now()) }));

  mount(app, 'createApiKey', identity.asStaff, async ({ viewer, body }) => {
    const { id, secret } = await db.write((tx) => createApiKey(tx, body, viewer.actor.id, now()));
    return { key: await readApiKey(db.read, id, now()), secret };
  });

  mount(app, 'revokeApiKey', identity.asStaff, async ({ viewer, param }) => {
    const id = param('keyId');
    await db.write((tx) => revokeApiKey(tx, id, viewer.actor.id, now()));
    return readApiKey(db.read, id, now());
  });

  mount(app, 'listTeomasters', identity.asRequester, async ({ viewer }) => {
    const { id, name, subject } = teomasters;
    const people = await db.read
      .select({ id, name, subject })
      .from(teomasters)
      .where(eq(teomasters.organizationId, viewer.organization.id))
      .orderBy(asc(name));
    return { teomasters: people };
  });
}
