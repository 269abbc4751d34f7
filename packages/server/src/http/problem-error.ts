import type { FieldIssue } from '@teo-support/core';
import type { ProblemCode, RequesterTicket, StaffTicket } from '@teo-support/core/contract';
import type { AnyRejection } from '@teo-support/core/messages';
import type { IssueWords } from './issue-words.js';

/** What is wrong at one place of the request: the words are chosen where the answer is written, in its language. */
export interface ProblemPlace {
  readonly pointer: string;
  /** Stable, the same in every language. */
  readonly code: string;
  readonly words: (words: IssueWords) => string;
}

interface ProblemDetails {
  readonly places?: readonly ProblemPlace[];
  readonly headers?: Readonly<Record<string, string>>;
  /** With a version conflict: the ticket as it is now, as its caller may see it. */
  readonly current?: RequesterTicket | StaffTicket;
  readonly cause?: unknown;
}

/** A refusal on its way to the caller. It is put into the caller's language where the answer is written. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly places: readonly ProblemPlace[];
  readonly headers: Readonly<Record<string, string>>;
  readonly current: RequesterTicket | StaffTicket | null;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code, { cause: details.cause });
    this.code = code;
    this.places = details.places ?? [];
    this.headers = details.headers ?? {};
    this.current = details.current ?? null;
  }
}

/** A request that is wrong at one place. */
export function invalidAt(pointer: string, code: string, words: ProblemPlace['words']): ProblemError {
  return new ProblemError('invalid-request', { places: [{ pointer, code, words }] });
}

/** A refusal by a rule of core, with the place in the request where fields are meant. */
export class RejectionError extends Error {
  override readonly name = 'RejectionError';
  readonly rejection: AnyRejection;
  /** Where the fields of the rejection stand in the request body, e.g. `/answers`. */
  readonly base: string;

  constructor(rejection: AnyRejection, base: string) {
    super(rejection.code);
    this.rejection = rejection;
    this.base = base;
  }
}

/** The JSON pointer of a field issue within a request body. */
export function pointerOf(base: string, issue: FieldIssue): string {
  return base + issue.path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
