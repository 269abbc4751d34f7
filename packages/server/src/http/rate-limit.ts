import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from './network.js';
import { ProblemError } from './problem-error.js';

/** Whose requests are counted together. */
const payerKinds = ['teomaster', 'key', 'staff', 'address'] as const;
type PayerKind = (typeof payerKinds)[number];

interface Payer {
  readonly kind: PayerKind;
  readonly id: string;
}

/** How many requests each may make in a minute; 0 for as many as they like. */
export type RateLimits = Readonly<Record<PayerKind, number>>;

export interface RateLimitOptions {
  readonly limits: RateLimits;
  /** Milliseconds that pass whatever the clock is set to: a clock that jumps forgives nobody, and punishes nobody. */
  readonly elapsed: () => number;
  /** The address that counts for whoever is not known. */
  readonly clientOf: (c: Context) => string;
}

const windowMs = 60_000;

/** What one request was counted against, and what is left of it. */
interface Account {
  readonly kind: PayerKind;
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/** Counts a request once it is known who asks; refuses it when they have asked too often. */
type Charge = (viewer: unknown) => Promise<void>;

declare module 'hono' {
  interface ContextVariableMap {
    chargeRate: Charge;
  }
}

/**
 * Limits how often each identity may ask in a minute, and each client address that nobody is known behind. Counts stand
 * in memory: each process counts for itself. The answer says what is left in the fields of
 * draft-ietf-httpapi-ratelimit-headers-10, and a refusal when to come back in `Retry-After`.
 */
export function rateLimit({ limits, elapsed, clientOf }: RateLimitOptions): MiddlewareHandler {
  // Each window has limiters of its own, which never forget: the library would forget by the system's clock.
  let counting = { window: -1, limiters: new Map<PayerKind, RateLimiterMemory>() };
  function limiterOf(kind: PayerKind, window: number): RateLimiterMemory | undefined {
    if (counting.window !== window) counting = { window, limiters: limitersOf(limits) };
    return counting.limiters.get(kind);
  }

  async function consume({ kind, id }: Payer): Promise<Account | null> {
    const limit = limits[kind];
    const time = elapsed();
    const limiter = limiterOf(kind, Math.floor(time / windowMs));
    if (limit === 0 || limiter === undefined) return null;
    const resetSeconds = Math.ceil((windowMs - (time % windowMs)) / 1000);
    const used = await consumed(limiter, id);
    return { kind, limit, remaining: limit - used, resetSeconds };
  }

  return async (c, next) => {
    let account: Account | null = null;
    let charged = false;
    c.set('chargeRate', async (viewer) => {
      charged = true;
      account = await consume(payerOf(viewer) ?? { kind: 'address', id: networkOf(clientOf(c)) });
      if (account !== null && account.remaining < 0) {
        const headers = { 'retry-after': String(account.resetSeconds), ...fieldsOf(account) };
        throw new ProblemError('too-many-requests', { headers });
      }
    });
    if (isFree(c.req.path)) return next();
    if (!c.req.path.startsWith('/v1/')) await c.get('chargeRate')(null);
    await next();
    // What led to no operation was nobody's: it counts for the address all the same.
    if (!charged) account = await consume({ kind: 'address', id: networkOf(clientOf(c)) });
    if (account === null) return;
    for (const [name, value] of Object.entries(fieldsOf(account))) c.res.headers.set(name, value);
  };
}

function limitersOf(limits: RateLimits): Map<PayerKind, RateLimiterMemory> {
  return new Map(
    payerKinds.map((kind) => [kind, new RateLimiterMemory({ points: limits[kind], duration: 0 })]),
  );
}

async function consumed(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    return (await limiter.consume(key)).consumedPoints;
  } catch (error) {
    if (error instanceof RateLimiterRes) return error.consumedPoints;
    throw error;
  }
}

/** What probes ask is no use of the API. */
function isFree(path: string): boolean {
  return path === '/livez' || path === '/readyz' || path === '/metrics';
}

function fieldsOf({ kind, limit, remaining, resetSeconds }: Account): Record<string, string> {
  return {
    'ratelimit-policy': `"${kind}";q=${limit};w=${windowMs / 1000}`,
    ratelimit: `"${kind}";r=${Math.max(0, remaining)};t=${resetSeconds}`,
  };
}

/** Who pays: the key that was used, or the person; `null` for whoever is nobody in particular. */
function payerOf(viewer: unknown): Payer | null {
  const kind = member(viewer, 'kind');
  const actor = member(viewer, 'actor');
  const key = member(member(viewer, 'key'), 'id') ?? member(actor, 'via');
  if (typeof key === 'string') return { kind: 'key', id: key };
  const id = member(actor, 'id');
  if (typeof id !== 'string' || (kind !== 'teomaster' && kind !== 'staff')) return null;
  return { kind, id };
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
