import type { StaffMember } from '@teo-support/core/contract';
import { asc, isNull } from 'drizzle-orm';
import type { Context, Hono } from 'hono';
import { mount } from '../http/index.js';
import { staff } from '../people/index.js';
import type { Database } from '../storage/index.js';
import type { Identity } from './identity.js';
import { type OpenIdOptions, OpenIdProvider } from './openid-provider.js';
import { openIdPaths, openIdRoutes } from './openid-routes.js';
import { choosePassword } from './password-links.js';
import { checkPassword } from './sign-in.js';
import { endSession, endSessionsOf, openSession } from './staff-session.js';
import { SignInThrottle } from './throttle.js';
import type { StaffViewer } from './viewer.js';

export interface SignInOptions {
  /** The team's OpenID provider, or `null` when there is none. */
  readonly openId: OpenIdOptions | null;
  /** Where the API stands. */
  readonly publicUrl: string;
  /** Where the team's view stands. */
  readonly staffUrl: string;
  readonly now: () => number;
  /** The address that a request comes from, by which guessing is slowed down. */
  readonly clientOf: (c: Context) => string;
  readonly report: (error: unknown) => void;
}

/** How the team signs in and out. */
export function sessionRoutes(app: Hono, db: Database, identity: Identity, options: SignInOptions): void {
  const { now, clientOf, publicUrl } = options;
  const { cookie } = identity;
  const throttle = new SignInThrottle();
  const provider =
    options.openId === null
      ? null
      : new OpenIdProvider(options.openId, `${publicUrl}${openIdPaths.arrival}`, options.report);
  if (provider !== null) {
    const staffPath = new URL(options.staffUrl).pathname;
    openIdRoutes(app, db, {
      provider,
      cookie,
      secureCookies: publicUrl.startsWith('https:'),
      staffPath,
      now,
    });
  }

  mount(
    app,
    'getStaffSignInWays',
    async () => null,
    async () => ({
      password: true,
      openId: provider === null ? null : { name: provider.name, path: openIdPaths.departure },
    }),
  );

  mount(app, 'signInStaff', identity.fromOwnSite, async ({ body, c }) => {
    const person = await checkPassword(db.read, throttle, { ...body, client: clientOf(c) });
    const { token, viewer } = await openSession(db, person, cookie.read(c), now());
    cookie.set(c, token);
    return memberOf(viewer);
  });

  mount(app, 'setStaffPassword', identity.fromOwnSite, async ({ body, c }) => {
    await throttle.countClient(clientOf(c));
    await choosePassword(db, body, now());
    return undefined;
  });

  mount(app, 'getStaffSession', identity.asStaff, async ({ viewer }) => memberOf(viewer));

  mount(app, 'signOutStaff', identity.asStaff, async ({ c }) => {
    const token = cookie.read(c);
    if (token !== undefined) await endSession(db, token);
    cookie.clear(c);
    return undefined;
  });

  mount(app, 'signOutStaffEverywhere', identity.asStaff, async ({ viewer, c }) => {
    await db.write((tx) => endSessionsOf(tx, viewer.actor.id));
    cookie.clear(c);
    return undefined;
  });

  mount(app, 'listStaffTeam', identity.asStaff, async () => {
    const { id, name, email, role, services } = staff;
    const members = await db.read
      .select({ id, name, email, role, services })
      .from(staff)
      .where(isNull(staff.deactivatedAt))
      .orderBy(asc(staff.name));
    return { members };
  });
}

function memberOf(viewer: StaffViewer): StaffMember {
  const { id, role, services } = viewer.actor;
  return { id, name: viewer.name, email: viewer.email, role, services: [...services] };
}
