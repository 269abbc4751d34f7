import type { z } from 'zod';
import type { ProblemCode } from './problem.js';

/** What an API key is given, or not: least privilege. An operation of no group is for no key. */
export const operationGroups = [
  'tickets:read',
  'tickets:write',
  'files:read',
  'files:write',
  'faq:read',
  'faq:write',
  'improvements:read',
  'improvements:write',
  'live',
] as const;
export type OperationGroup = (typeof operationGroups)[number];

/** With an API key: the id of the téomaster in whose name it acts, who must be of its organization. */
export const actingForHeader = 'On-Behalf-Of';

/** How long an idempotency key is remembered, in days. */
export const idempotencyKeyDays = 30;

/** Who may call an operation: nobody in particular, a téomaster by token, staff by session, or either of the two. */
export type Audience = 'anyone' | 'teomaster' | 'staff' | 'signed_in';

/** One operation of the API. Routes, OpenAPI document and SDK types are all made from this. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With `{name}` for path parameters, as OpenAPI writes them. */
  readonly path: string;
  readonly tag:
    | 'requester'
    | 'staff'
    | 'administration'
    | 'files'
    | 'faq'
    | 'improvements'
    | 'live'
    | 'reference';
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
  /** The body is the bytes of a file, or of a part of one; not JSON. */
  readonly binaryBody?: 'file' | 'part';
  readonly response:
    | { readonly status: 200 | 201; readonly schema: z.ZodType }
    | { readonly status: 204 }
    | { readonly status: 200; readonly mediaType: string; readonly description: string };
  /**
   * Whether `Idempotency-Key` is needed, or honoured when it is sent: the same key twice gives the same answer, and
   * one effect. Keys are forgotten after `idempotencyKeyDays`.
   */
  readonly idempotent?: 'required' | 'honoured';
  /** Whether `If-Match` with the version last seen is honoured; the answer to another one carries the current state. */
  readonly conditional?: true;
  /** Whether `If-None-Match` is honoured: 304 when the caller has the current state already. */
  readonly cacheable?: true;
  /** Whether `Range`, `If-Range` and `If-None-Match` are honoured: 206, 416 and 304 (RFC 9110). */
  readonly ranged?: true;
  /** The largest body that is accepted, in bytes, where it is not the usual one. */
  readonly mostBytes?: number;
  /** The problems of its own; `problemsOf` adds those that every operation of its audience has. */
  readonly problems: readonly ProblemCode[];
}

/** What a JSON body may hold: the longest message, with each of its characters escaped. */
const usualBodyLimit = 512 * 1024;

/** The largest body that an operation accepts, in bytes. */
export function bodyLimitOf(operation: Operation): number {
  return operation.mostBytes ?? usualBodyLimit;
}

/** Whether an API key must say in whose name it calls this. */
export function needsPerson({ group, person }: Operation): boolean {
  return person === true || group?.endsWith(':write') === true;
}

/** Every problem that an operation can answer with: its own, and those of how one signs in to it. */
export function problemsOf(operation: Operation): readonly ProblemCode[] {
  const { audience, group, method, problems, body, binaryBody } = operation;
  const ofBody: ProblemCode[] =
    body === undefined && binaryBody === undefined ? [] : ['invalid-request', 'too-large'];
  if (body !== undefined) ofBody.push('unsupported-media-type');
  const ofIdentity: ProblemCode[] = [];
  if (audience !== 'anyone') ofIdentity.push('not-signed-in', 'not-allowed');
  if (audience === 'teomaster' || audience === 'signed_in') ofIdentity.push('identity-unavailable');
  if (group !== undefined) {
    ofIdentity.push('key-scope-missing', 'acting-person-unknown');
    if (needsPerson(operation)) ofIdentity.push('acting-person-missing');
  }
  if (audience === 'staff' && method !== 'GET') ofIdentity.push('cross-site');
  const ofWriting = problems.includes('busy-try-again') ? (['storage-full', 'outcome-unknown'] as const) : [];
  return [
    ...new Set([
      ...problems,
      ...ofIdentity,
      ...ofBody,
      ...ofWriting,
      'too-many-requests' as const,
      'internal' as const,
    ]),
  ];
}
