import type { StaffMember } from '@teo-support/core/contract';
import { asc } from 'drizzle-orm';
import type { Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { mount } from '../http/index.js';
import { staff } from '../people/index.js';
import type { Database } from '../storage/index.js';
import { type IdentityOptions, refuseOtherSites, sessionCookieName } from './authenticate.js';
import { sessionLifeMs, signIn, signInThrottle, signOut } from './staff-session.js';
import type { StaffViewer } from './viewer.js';

/** Signing in and out, and the people of the team. */
export function staffRoutes(
  app: Hono,
  db: Database,
  options: IdentityOptions,
  asStaff: (c: Context) => Promise<StaffViewer>,
): void {
  const throttle = signInThrottle();
  const cookieName = sessionCookieName(options);
  const cookie = { path: '/', httpOnly: true, sameSite: 'Strict', secure: options.secureCookies } as const;

  mount(
    app,
    'signInStaff',
    async (c) => refuseOtherSites(c),
    async ({ body, c }) => {
      const former = getCookie(c, cookieName);
      const { token, viewer } = await signIn(db, body, throttle, options.now());
      if (former !== undefined) await signOut(db, former);
      setCookie(c, cookieName, token, { ...cookie, maxAge: sessionLifeMs / 1000 });
      return memberOf(viewer);
    },
  );

  mount(app, 'getStaffSession', asStaff, async ({ viewer }) => memberOf(viewer));

  mount(app, 'signOutStaff', asStaff, async ({ c }) => {
    const token = getCookie(c, cookieName);
    if (token !== undefined) await signOut(db, token);
    deleteCookie(c, cookieName, cookie);
    return undefined;
  });

  mount(app, 'listStaffTeam', asStaff, async () => {
    const members = await db.read
      .select({
        id: staff.id,
        name: staff.name,
        email: staff.email,
        role: staff.role,
        services: staff.services,
      })
      .from(staff)
      .orderBy(asc(staff.name));
    return { members };
  });
}

function memberOf(viewer: StaffViewer): StaffMember {
  const { id, role, services } = viewer.actor;
  return { id, name: viewer.name, email: viewer.email, role, services: [...services] };
}
