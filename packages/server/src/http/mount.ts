import { type Operation, type OperationName, operations } from '@teo-support/core/contract';
import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import zodEn from 'zod/v4/locales/en.js';
import zodFr from 'zod/v4/locales/fr.js';
import { localeOf } from './locale.js';
import { ProblemError, type ProblemPlace } from './problem-error.js';

type Operations = typeof operations;
type QueryOf<O> = O extends { query: infer S extends z.ZodType } ? z.output<S> : undefined;
type BodyOf<O> = O extends { body: infer S extends z.ZodType } ? z.output<S> : undefined;
type ResultOf<O> = O extends { response: { schema: infer S extends z.ZodType } }
  ? z.input<S>
  : Response | undefined;

/** What a handler is given: everything checked, nothing raw but the context for headers and streams. */
export interface Call<O, V> {
  readonly viewer: V;
  readonly query: QueryOf<O>;
  readonly body: BodyOf<O>;
  param(name: string): string;
  readonly c: Context;
}

export type Handler<N extends OperationName, V> = (
  call: Call<Operations[N], V>,
) => Promise<ResultOf<Operations[N]>>;

const mostBodyBytes = 1024 * 1024;
const zodLocales = { fr: zodFr().localeError, en: zodEn().localeError };

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
    const viewer = await identify(c, operation);
    const query = operation.query === undefined ? undefined : check(operation.query, c.req.query(), c);
    const body = operation.body === undefined ? undefined : check(operation.body, await readJson(c), c);
    // The schemas that were just used are those that the types are made from; TypeScript cannot follow that
    // through the table, so the types are stated here, once for all routes.
    const call = { viewer, query, body, param: (key: string) => c.req.param(key) ?? '', c } as Call<
      Operations[N],
      V
    >;
    const result = await handler(call);
    if (result instanceof Response) return result;
    if (result === undefined) return c.body(null, 204);
    return c.json(result, operation.response.status === 201 ? 201 : 200);
  });
}

function check(schema: z.ZodType, value: unknown, c: Context): unknown {
  const checked = schema.safeParse(value, { error: zodLocales[localeOf(c.req.header('accept-language'))] });
  if (checked.success) return checked.data;
  throw new ProblemError('invalid-request', { places: checked.error.issues.flatMap(placesOf) });
}

function placesOf(issue: z.core.$ZodIssue): ProblemPlace[] {
  const pointer = issue.path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
  // Fields that nobody may set are refused by name, each at its own place.
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: `${pointer}/${key}`,
      code: 'unknown_field',
      detail: issue.message,
    }));
  }
  return [{ pointer, code: issue.code, detail: issue.message }];
}

async function readJson(c: Context): Promise<unknown> {
  if (!/^application\/json(;|$)/i.test(c.req.header('content-type') ?? '')) {
    throw new ProblemError('unsupported-media-type');
  }
  const bytes = await readBytes(c, mostBodyBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ProblemError('invalid-request', {
      places: [{ pointer: '', code: 'invalid_json', detail: 'JSON (RFC 8259, UTF-8)' }],
    });
  }
}

/** The request's body, refused as soon as it is larger than it may be, whatever its headers claim. */
export async function readBytes(c: Context, most: number): Promise<Uint8Array> {
  const declared = Number(c.req.header('content-length') ?? 0);
  if (declared > most) throw new ProblemError('too-large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.byteLength;
    if (size > most) throw new ProblemError('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The version that a caller last saw, from `If-Match: "7"`, or `null` when the header is not there. */
export function expectedVersion(c: Context): number | null {
  const header = c.req.header('if-match');
  if (header === undefined) return null;
  const version = /^"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version === undefined) throw new ProblemError('version-conflict');
  return Number(version);
}
