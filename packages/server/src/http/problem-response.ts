import {
  type Problem,
  type ProblemCode,
  type ProblemError as ProblemEntry,
  problemStatuses,
  type VersionConflict,
} from '@teo-support/core/contract';
import {
  type AnyRejection,
  fieldIssueMessage,
  type Locale,
  rejectionMessage,
} from '@teo-support/core/messages';
import { DatabaseBusyError, isAway, isFull, UnknownOutcomeError } from '../storage/index.js';
import { issueWords } from './issue-words.js';
import { catalogueOf } from './locale.js';
import { ProblemError, pointerOf, RejectionError } from './problem-error.js';
import { problemWords } from './problem-words.js';

/** What was thrown, as an answer in the caller's language (RFC 9457). What was not foreseen tells nothing of itself. */
export function problemResponse(thrown: unknown, locale: Locale, requestId: string): Response {
  const { problem, headers } = describe(thrown, locale);
  return new Response(JSON.stringify({ ...problem, requestId } satisfies Problem | VersionConflict), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': locale,
      'x-request-id': requestId,
      'cache-control': 'no-store',
      ...headers,
    },
  });
}

interface Described {
  readonly problem: Omit<Problem, 'requestId'> | Omit<VersionConflict, 'requestId'>;
  readonly headers: Readonly<Record<string, string>>;
}

function describe(thrown: unknown, locale: Locale): Described {
  // Whatever it was that found no room: the database, or the place for files.
  if (isFull(thrown))
    return { problem: generic('storage-full', locale, []), headers: { 'retry-after': '60' } };
  if (thrown instanceof RejectionError) return describeRejection(thrown.rejection, thrown.base, locale);
  if (thrown instanceof ProblemError) {
    const errors = thrown.places.map(({ pointer, code, words }) => ({
      pointer,
      code,
      detail: words(issueWords[locale]),
    }));
    const problem = generic(thrown.code, locale, errors);
    const { current } = thrown;
    return { problem: current === null ? problem : { ...problem, current }, headers: thrown.headers };
  }
  if (thrown instanceof UnknownOutcomeError) {
    return { problem: generic('outcome-unknown', locale, []), headers: { 'retry-after': '5' } };
  }
  // Also what is only read from a libSQL server that is away.
  if (thrown instanceof DatabaseBusyError || isAway(thrown)) {
    return { problem: generic('busy-try-again', locale, []), headers: { 'retry-after': '2' } };
  }
  return { problem: generic('internal', locale, []), headers: {} };
}

function generic(code: ProblemCode, locale: Locale, errors: ProblemEntry[]): Omit<Problem, 'requestId'> {
  const words = problemWords[locale][code];
  return {
    type: `/problems/${code}`,
    title: words.title,
    status: problemStatuses[code],
    code,
    detail: words.detail,
    ...(errors.length > 0 ? { errors } : {}),
  };
}

/** The status of a refusal by a rule. */
export function rejectionStatus(code: AnyRejection['code']): number {
  return problemStatuses[code === 'not_in_charge' ? 'not-allowed' : 'rejected'];
}

function describeRejection(rejection: AnyRejection, base: string, locale: Locale): Described {
  const catalogue = catalogueOf(locale);
  // What is not yours does not exist for you.
  if (rejection.code === 'not_your_organization')
    return { problem: generic('not-found', locale, []), headers: {} };
  const errors =
    rejection.code === 'fields_invalid'
      ? rejection.issues.map((issue) => ({
          pointer: pointerOf(base, issue),
          code: issue.code,
          detail: fieldIssueMessage(issue, catalogue),
        }))
      : [];
  const words = problemWords[locale].rejected;
  return {
    problem: {
      type: `/problems/${rejection.code.replaceAll('_', '-')}`,
      title: words.title,
      status: rejectionStatus(rejection.code),
      code: rejection.code.replaceAll('_', '-'),
      detail: rejectionMessage(rejection, catalogue),
      ...(errors.length > 0 ? { errors } : {}),
    },
    headers: {},
  };
}
