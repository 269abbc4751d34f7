import type { Json } from '@teo-support/core';
import { bodyLimitOf, type Operation, type OperationName, operations } from '@teo-support/core/contract';
import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import { isNotModified } from './conditions.js';
import { fingerprintOf, type Intention, readIdempotencyKey } from './idempotency.js';
import { placesOf } from './places.js';
import { invalidAt, ProblemError } from './problem-error.js';
import { readJson } from './read-body.js';

type Operations = typeof operations;
type QueryOf<O> = O extends { query: infer S extends z.ZodType } ? z.output<S> : undefined;
type BodyOf<O> = O extends { body: infer S extends z.ZodType } ? z.output<S> : undefined;
type ResultOf<O> = O extends { response: { schema: infer S extends z.ZodType } }
  ? z.input<S>
  : Response | undefined;

/** A result that has been written as JSON already: large ones are not written twice. */
export class InJson<T> {
  readonly value: T;
  readonly text: string;

  constructor(value: T, text: string) {
    this.value = value;
    this.text = text;
  }
}

/** What a handler is given: everything checked, nothing raw but the context for headers and streams. */
export interface Call<O, V> {
  readonly viewer: V;
  readonly query: QueryOf<O>;
  readonly body: BodyOf<O>;
  param(name: string): string;
  /**
   * The idempotency key that came along, if any, with what the request asks for.
   * @param content what stands for the body of a request that has none in JSON
   */
  intention(content?: Json): Intention | null;
  readonly c: Context;
}

/** What a command needs of its call, whichever operation it is. */
export type CommandCall<V> = Pick<Call<unknown, V>, 'viewer' | 'param' | 'intention' | 'c'>;

export type Handler<N extends OperationName, V> = (
  call: Call<Operations[N], V>,
) => Promise<ResultOf<Operations[N]> | InJson<ResultOf<Operations[N]>>>;

/**
 * Mounts one operation of the contract: its address, the check of who calls, the check of query and body, and the
 * status of its answer all come from there.
 * @param identify says who calls, and refuses whom the operation is not for
 */
export function mount<N extends OperationName, V>(
  app: Hono,
  name: N,
  identify: (c: Context, operation: Operation) => Promise<V>,
  handler: Handler<N, V>,
): void {
  const operation: Operation = operations[name];
  const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
  app.on(operation.method, path, async (c) => {
    const viewer = await identified(c, () => identify(c, operation));
    if (isStream(operation) && c.req.method === 'HEAD') return c.body(null, 200);
    const query = operation.query === undefined ? undefined : check(operation.query, queryOf(c));
    const body =
      operation.body === undefined
        ? undefined
        : check(operation.body, await readJson(c, bodyLimitOf(operation)));
    const key =
      operation.idempotent === undefined ? null : readIdempotencyKey(c.req.header('idempotency-key'));
    if (key === null && operation.idempotent === 'required')
      throw new ProblemError('idempotency-key-missing');
    const intention = (content?: Json): Intention | null => {
      if (key === null) return null;
      // The body is JSON by its schema; what its defaults fill in belongs to it. Only the check knows that.
      const asked = content ?? ((body ?? null) as Json);
      return { key, operation: name, fingerprint: fingerprintOf(name, c.req.param(), asked) };
    };
    // The schemas that were just used are those that the types are made from; TypeScript cannot follow that
    // through the table, so the types are stated here, once for all routes.
    const call = {
      viewer,
      query,
      body,
      param: (key: string) => c.req.param(key) ?? '',
      intention,
      c,
    } as Call<Operations[N], V>;
    const result = await handler(call);
    if (result instanceof Response) return result;
    if (result === undefined) return c.body(null, 204);
    if (operation.cacheable) {
      c.header('cache-control', 'private, no-cache');
      c.header('vary', 'authorization, cookie, accept-language');
      if (isNotModified(c)) return c.body(null, 304);
    }
    const status = operation.response.status === 201 ? 201 : 200;
    if (!(result instanceof InJson)) return c.json(result, status);
    return c.body(result.text, status, { 'content-type': 'application/json' });
  });
}

/** Says who asks, and counts the request for them; one that is refused as nobody's counts for its address. */
async function identified<V>(c: Context, identify: () => Promise<V>): Promise<V> {
  try {
    const viewer = await identify();
    await c.get('chargeRate')(viewer);
    return viewer;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not-signed-in') await c.get('chargeRate')(null);
    throw error;
  }
}

/** `HEAD` asks for the head of an answer: a stream that nobody reads is not begun. */
function isStream({ response }: Operation): boolean {
  return 'mediaType' in response && response.mediaType === 'text/event-stream';
}

function check(schema: z.ZodType, value: unknown): unknown {
  const checked = schema.safeParse(value, { reportInput: true });
  if (checked.success) return checked.data;
  throw new ProblemError('invalid-request', {
    places: checked.error.issues.flatMap((issue) => placesOf(issue)),
  });
}

/** The query's parameters, each once: of two values it cannot be known which one is meant. */
function queryOf(c: Context): Record<string, string> {
  const query: [string, string][] = [];
  for (const [name, values] of Object.entries(c.req.queries())) {
    const [value, ...more] = values;
    if (more.length > 0)
      throw invalidAt(`/${name}`, 'repeated_parameter', (words) => words.repeatedParameter);
    if (value !== undefined) query.push([name, value]);
  }
  return Object.fromEntries(query);
}
