import type { Context } from 'hono';
import { ProblemError } from '../http/index.js';

/**
 * A browser says where a request comes from (`Origin`, `Sec-Fetch-Site`); with a cookie, only our own pages may ask
 * for a change. Programs that send neither hold no visitor's cookie.
 */
export function refuseOtherSites(c: Context, publicUrl: string): void {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  const { origin: publicOrigin, protocol } = new URL(publicUrl);
  const own = [publicOrigin, `${protocol}//${c.req.header('host')}`];
  const ownOrigin = origin === undefined || own.includes(origin);
  if (!ownOrigin || (site !== undefined && site !== 'same-origin')) throw new ProblemError('cross-site');
}
