import { z } from 'zod';
import { requesterTicketSchema, staffTicketSchema } from './tickets.js';

/** One thing wrong with one field of a request. */
export const problemErrorSchema = z
  .object({
    pointer: z
      .string()
      .describe('JSON pointer (RFC 6901) into the request body; `/name` for a parameter or a header'),
    code: z.string().describe('Stable code, the same in every language'),
    detail: z.string().describe('What is wrong and how to mend it, in the language of the caller'),
  })
  .meta({ id: 'ProblemError' });

/** Every refusal of the API: RFC 9457, as `application/problem+json`. */
export const problemSchema = z
  .object({
    type: z.string().describe('Stable address of a page that explains this kind of problem'),
    title: z.string().describe('The kind of problem in a few words, in the language of the caller'),
    status: z.number().int(),
    code: z.string().describe('Stable code: the last part of `type`'),
    detail: z.string().describe('What happened and what to do about it, in the language of the caller'),
    requestId: z.string().describe('Quote it when you ask the team about this problem'),
    errors: z.array(problemErrorSchema).optional().describe('What is wrong, field by field'),
  })
  .meta({ id: 'Problem' });

/** A 412: someone else was quicker. It carries what there is now, so that the caller can look before repeating. */
export const versionConflictSchema = problemSchema
  .extend({
    current: z
      .union([staffTicketSchema, requesterTicketSchema])
      .describe('The ticket as it is now, as the caller may see it'),
  })
  .meta({ id: 'VersionConflict' });

export type VersionConflict = z.infer<typeof versionConflictSchema>;
export type Problem = z.infer<typeof problemSchema>;
export type ProblemError = z.infer<typeof problemErrorSchema>;

/** The kinds of problems that are not a rejection by a rule, with the status of each. */
export const problemStatuses = {
  'invalid-request': 400,
  'idempotency-key-missing': 400,
  'acting-person-missing': 400,
  'openid-failed': 400,
  'idempotency-key-invalid': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'not-allowed': 403,
  'key-scope-missing': 403,
  'acting-person-unknown': 403,
  'openid-unknown-person': 403,
  'cross-site': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'last-admin': 409,
  'account-closed': 409,
  'upload-offset-differs': 409,
  'upload-incomplete': 409,
  'upload-quota': 409,
  'file-held': 409,
  'link-expired': 410,
  'address-expired': 410,
  'file-infected': 410,
  'version-conflict': 412,
  'too-large': 413,
  'picture-too-large': 413,
  'unsupported-media-type': 415,
  'file-not-accepted': 415,
  'idempotency-key-reused': 422,
  'picture-unreadable': 422,
  'upload-altered': 422,
  'file-unreadable': 422,
  'file-too-dense': 422,
  'file-with-macros': 422,
  rejected: 422,
  'too-many-attempts': 429,
  'too-many-requests': 429,
  internal: 500,
  'busy-try-again': 503,
  'outcome-unknown': 503,
  'files-unavailable': 503,
  'identity-unavailable': 503,
  'storage-full': 507,
} as const;
export type ProblemCode = keyof typeof problemStatuses;
