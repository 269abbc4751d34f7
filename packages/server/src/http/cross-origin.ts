import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

/**
 * Lets pages of these origins ask, with a token of their own: cookies are never for them. Whatever comes from elsewhere
 * is answered without the headers that would let such a page read it. Those answers keep the short way to the socket:
 * Hono copies an answer, body and all, whose headers were touched before it was made, as `cors` does.
 */
export function crossOrigin(allowed: readonly string[]): MiddlewareHandler {
  const letIn = cors({
    origin: [...allowed],
    allowMethods: ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'],
    exposeHeaders: ['etag', 'ratelimit', 'ratelimit-policy', 'retry-after', 'x-request-id'],
    maxAge: 600,
  });
  return async (c, next) => {
    const origin = c.req.header('origin');
    if (c.req.method === 'OPTIONS' || (origin !== undefined && allowed.includes(origin))) {
      return letIn(c, next);
    }
    await next();
    c.res.headers.append('vary', 'Origin');
  };
}
