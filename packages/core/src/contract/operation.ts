import type { z } from 'zod';
import type { ProblemCode } from './problem.js';

/** What an API key is given, or not: least privilege. An operation of no group is for no key. */
export const operationGroups = [
  'tickets:read',
  'tickets:write',
  'files:read',
  'files:write',
  'live',
] as const;
export type OperationGroup = (typeof operationGroups)[number];

/** With an API key: the id of the téomaster in whose name it acts, who must be of its organization. */
export const actingForHeader = 'On-Behalf-Of';

/** Who may call an operation: nobody in particular, a téomaster by token, staff by session, or either of the two. */
export type Audience = 'anyone' | 'teomaster' | 'staff' | 'signed_in';

/** One operation of the API. Routes, OpenAPI document and SDK types are all made from this. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With `{name}` for path parameters, as OpenAPI writes them. */
  readonly path: string;
  readonly tag: 'requester' | 'staff' | 'administration' | 'files' | 'live' | 'reference';
  readonly audience: Audience;
  /** The role that a person of the team needs; without one, every role will do. */
  readonly role?: 'admin';
  /** The group that an API key needs. Only operations for téomasters have one. */
  readonly group?: OperationGroup;
  /** Whether an API key must name a téomaster in whose name it acts; writing always must. */
  readonly person?: true;
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

/** Whether an API key must say in whose name it calls this. */
export function needsPerson({ group, person }: Operation): boolean {
  return person === true || group?.endsWith(':write') === true;
}

/** Every problem that an operation can answer with: its own, and those of how one signs in to it. */
export function problemsOf(operation: Operation): readonly ProblemCode[] {
  const { audience, group, problems } = operation;
  const ofIdentity: ProblemCode[] = [];
  if (audience !== 'anyone') ofIdentity.push('not-signed-in', 'not-allowed');
  if (audience === 'teomaster' || audience === 'signed_in') ofIdentity.push('identity-unavailable');
  if (group !== undefined) {
    ofIdentity.push('key-scope-missing', 'acting-person-unknown');
    if (needsPerson(operation)) ofIdentity.push('acting-person-missing');
  }
  return [...new Set([...problems, ...ofIdentity])];
}
