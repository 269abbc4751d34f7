import type { z } from 'zod';
import type { ProblemCode } from './problem.js';

/** Who may call an operation: nobody in particular, a téomaster by token, staff by session, or either of the two. */
export type Audience = 'anyone' | 'teomaster' | 'staff' | 'signed_in';

/** One operation of the API. Routes, OpenAPI document and SDK types are all made from this. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With `{name}` for path parameters, as OpenAPI writes them. */
  readonly path: string;
  readonly tag: 'requester' | 'staff' | 'files' | 'live' | 'reference';
  readonly audience: Audience;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The body is a file's bytes, not JSON. */
  readonly binaryBody?: true;
  readonly response:
    | { readonly status: 200 | 201; readonly schema: z.ZodType }
    | { readonly status: 204 }
    | { readonly status: 200; readonly mediaType: string; readonly description: string };
  /** Whether `Idempotency-Key` is needed: the same key twice gives the same answer, and one effect. */
  readonly idempotent?: true;
  /** Whether `If-Match` with the version last seen is honoured. */
  readonly conditional?: true;
  readonly problems: readonly ProblemCode[];
}
