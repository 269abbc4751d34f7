import type { Context, Hono, MiddlewareHandler } from 'hono';
import { ProblemError } from './problem-error.js';

/** A route as it is compared with addresses, part by part. */
interface Route {
  readonly method: string;
  readonly parts: readonly string[];
}

const routesOf = new WeakMap<Hono, readonly Route[]>();

/** The routes of an application, put in order when an address that has none is first asked for: all are mounted by then. */
function routes(app: Hono): readonly Route[] {
  const known = routesOf.get(app);
  if (known !== undefined) return known;
  const found = app.routes
    // What applies to every method (middleware) is no route.
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({ method, parts: path.split('/') }));
  routesOf.set(app, found);
  return found;
}

/** The methods of the routes at a path; none where there is no route. */
function methodsAt(app: Hono, path: string): string[] {
  const given = path.split('/');
  const methods = routes(app)
    .filter(({ parts }) => matches(parts, given))
    .map(({ method }) => method);
  if (methods.length === 0) return [];
  if (methods.includes('GET')) methods.push('HEAD');
  return [...new Set([...methods, 'OPTIONS'])].sort();
}

function matches(wanted: readonly string[], given: readonly string[]): boolean {
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => (part.startsWith(':') ? given[index] !== '' : part === given[index]))
  );
}

/** Answers `OPTIONS` that is no preflight: what can be done at an address (RFC 9110, section 9.3.7). */
export function options(app: Hono): MiddlewareHandler {
  return async (c, next) => {
    const isPreflight = c.req.header('access-control-request-method') !== undefined;
    if (c.req.method !== 'OPTIONS' || isPreflight) return next();
    const methods = methodsAt(app, c.req.path);
    if (methods.length === 0) throw new ProblemError('not-found');
    return c.body(null, 204, { allow: methods.join(', ') });
  };
}

/** What an address that nothing answers at is refused with: another method, or no such address. */
export function noRoute(app: Hono, c: Context): ProblemError {
  const methods = methodsAt(app, c.req.path);
  return methods.length === 0
    ? new ProblemError('not-found')
    : new ProblemError('method-not-allowed', { headers: { allow: methods.join(', ') } });
}
