import type { MiddlewareHandler } from 'hono';

/** Nothing but what this origin serves, no inline script or style, and no HTML from strings except Lit's own. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  // Videos of tickets, by their signed addresses.
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html teo-support',
];

/** On every page. `display-capture` stays allowed: the widget offers a picture of the window. */
export const pageHeaders = headersWith("frame-ancestors 'none'");

/** On a page that shows pages of this origin in frames. */
export const framingHeaders = headersWith("frame-ancestors 'none'", "frame-src 'self'");

/** On those in the frames. */
export const framedHeaders = headersWith("frame-ancestors 'self'");

function headersWith(...frames: readonly string[]): MiddlewareHandler {
  const contentSecurityPolicy = [...policy, ...frames].join('; ');
  return async (c, next) => {
    await next();
    c.header('content-security-policy', contentSecurityPolicy);
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'same-origin');
    c.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    c.header('cache-control', 'no-cache');
  };
}

/** Refuses what another site asks for with this site's cookies. Browsers say where a request comes from. */
export const sameSiteOnly: MiddlewareHandler = async (c, next) => {
  const from = c.req.header('sec-fetch-site') ?? 'same-origin';
  if (c.req.method !== 'GET' && from !== 'same-origin' && from !== 'none')
    return c.json({ code: 'cross-site' }, 403);
  await next();
  c.header('x-content-type-options', 'nosniff');
  c.header('cache-control', 'no-store');
  return undefined;
};
