import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

/** What a page of another origin may read of an answer's head. */
const exposed = [
  'content-range',
  'etag',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'x-request-id',
].join();

/**
 * Lets pages of other origins ask. They come with a token of their own; cookies are never for them.
 *
 * What is not asked beforehand gets its fields on the answer as it is: Hono's `cors` makes each answer anew for them,
 * which is a good part of what a request costs.
 */
export function crossOrigin(origins: readonly string[]): MiddlewareHandler {
  const preflight = cors({
    origin: [...origins],
    allowMethods: ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'],
    maxAge: 600,
  });
  return async (c, next) => {
    if (c.req.method === 'OPTIONS') return preflight(c, next);
    await next();
    const origin = c.req.header('origin');
    if (origin !== undefined && origins.includes(origin)) {
      c.res.headers.set('access-control-allow-origin', origin);
      c.res.headers.set('access-control-expose-headers', exposed);
    }
    c.res.headers.append('vary', 'Origin');
  };
}
