import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { ProblemError } from '../http/index.js';
import type { Database } from '../storage/index.js';
import { authenticateToken, type RequesterTokenOptions } from './requester-token.js';
import { authenticateSession } from './staff-session.js';
import type { Viewer } from './viewer.js';

export interface IdentityOptions extends RequesterTokenOptions {
  /** Whether cookies travel over https only; then they also carry the `__Host-` prefix. */
  readonly secureCookies: boolean;
}

export function sessionCookieName(options: IdentityOptions): string {
  return options.secureCookies ? '__Host-teo_staff' : 'teo_staff';
}

/** Who asks: by bearer token, else by session cookie. A token that is refused is never made up for by a cookie. */
export async function authenticate(c: Context, db: Database, options: IdentityOptions): Promise<Viewer> {
  const authorization = c.req.header('authorization');
  if (authorization !== undefined) {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization)?.[1];
    if (token === undefined) throw new ProblemError('not-signed-in');
    return authenticateToken(token, db, options);
  }
  const cookie = getCookie(c, sessionCookieName(options));
  const viewer = cookie === undefined ? null : await authenticateSession(db, cookie, options.now());
  if (viewer === null) throw new ProblemError('not-signed-in');
  if (c.req.method !== 'GET') refuseOtherSites(c);
  return viewer;
}

/** A browser says where a request comes from; with a cookie, only our own pages may ask for a change. */
export function refuseOtherSites(c: Context): void {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  const ownOrigin =
    origin === undefined || (URL.canParse(origin) && new URL(origin).host === c.req.header('host'));
  if (!ownOrigin || (site !== undefined && site !== 'same-origin')) throw new ProblemError('cross-site');
}
