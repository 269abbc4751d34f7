import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Everyone whose address is not known counts as one: a limit by address must not be open to them. */
const unknown = 'unknown';

/**
 * The address that a request comes from. What stands in `X-Forwarded-For` was written by whoever sent it, except for
 * what our own proxies have added at its end: only that is believed.
 *
 * @param trustedProxies how many proxies of our own every request passes
 */
export function clientAddress(c: Context, trustedProxies: number): string {
  if (trustedProxies === 0) return socketAddress(c);
  const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  return hops.at(-trustedProxies) || socketAddress(c);
}

function socketAddress(c: Context): string {
  // Embedded without a socket, as when another application passes requests on, there is no connection to ask.
  if (typeof c.env !== 'object' || c.env === null || !('incoming' in c.env)) return unknown;
  return getConnInfo(c).remote.address ?? unknown;
}
