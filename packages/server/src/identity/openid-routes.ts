import type { Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { localeOf, ProblemError } from '../http/index.js';
import type { Database } from '../storage/index.js';
import { staffOf } from './openid-match.js';
import type { OpenIdProvider } from './openid-provider.js';
import { refusalPage } from './refusal-page.js';
import type { SessionCookie } from './session-cookie.js';
import { openSession } from './staff-session.js';

/** Addresses for a browser, not operations of the API: where it goes to the provider, and where it comes back. */
export const openIdPaths = {
  departure: '/v1/staff/openid/sign-in',
  arrival: '/v1/staff/openid/callback',
} as const;

const tripSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
  startedAt: z.number(),
});

/** How long one may take to sign in at the provider. */
const tripLifeMs = 10 * 60_000;

interface OpenIdRouteOptions {
  readonly provider: OpenIdProvider;
  readonly cookie: SessionCookie;
  readonly secureCookies: boolean;
  readonly staffPath: string;
  readonly now: () => number;
}

/**
 * Signing in with the OpenID provider. What the browser must bring back stands in a cookie of its own: an answer that
 * another browser began, as in a forged link, finds no such cookie here and signs nobody in.
 */
export function openIdRoutes(app: Hono, db: Database, options: OpenIdRouteOptions): void {
  const { provider, cookie, secureCookies, staffPath, now } = options;
  const tripCookie = secureCookies ? '__Host-teo_openid' : 'teo_openid';
  // Lax: the provider sends the browser back here from another site.
  const attributes = { path: '/', httpOnly: true, sameSite: 'Lax', secure: secureCookies } as const;

  app.get(openIdPaths.departure, async (c) =>
    orPage(c, staffPath, async () => {
      const { url, trip } = await provider.depart();
      const kept = { ...trip, returnTo: ownPath(c.req.query('returnTo')) ?? staffPath, startedAt: now() };
      setCookie(c, tripCookie, Buffer.from(JSON.stringify(kept)).toString('base64url'), {
        ...attributes,
        maxAge: tripLifeMs / 1000,
      });
      return c.redirect(url.href, 303);
    }),
  );

  app.get(openIdPaths.arrival, async (c) =>
    orPage(c, staffPath, async () => {
      const trip = readTrip(getCookie(c, tripCookie), now());
      deleteCookie(c, tripCookie, attributes);
      if (trip === null) throw new ProblemError('openid-failed');
      const found = await provider.arrive(new URL(c.req.url).search, trip);
      const person = await db.write((tx) => staffOf(tx, found));
      const { token } = await openSession(db, person, cookie.read(c), now());
      cookie.set(c, token);
      return c.redirect(trip.returnTo, 303);
    }),
  );
}

/** A browser stands at these addresses, so a refusal is a page that says what to do. */
async function orPage(c: Context, staffPath: string, answer: () => Promise<Response>): Promise<Response> {
  c.header('cache-control', 'no-store');
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return refusalPage(c, error, localeOf(c.req.header('accept-language')), staffPath);
  }
}

function readTrip(cookie: string | undefined, now: number): z.infer<typeof tripSchema> | null {
  if (cookie === undefined) return null;
  let written: unknown;
  try {
    written = JSON.parse(Buffer.from(cookie, 'base64url').toString());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
  const trip = tripSchema.safeParse(written);
  if (!trip.success || now - trip.data.startedAt > tripLifeMs) return null;
  return ownPath(trip.data.returnTo) === null ? null : trip.data;
}

/** A path of this very site, or `null`: a sign-in must not end on somebody else's page. */
function ownPath(path: string | undefined): string | null {
  const here = 'https://here.invalid';
  if (path === undefined || !path.startsWith('/') || !URL.canParse(path, here)) return null;
  const url = new URL(path, here);
  return url.origin === here ? `${url.pathname}${url.search}${url.hash}` : null;
}
