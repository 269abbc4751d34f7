import type { FieldIssue, Rejection } from '@teo-support/core';
import type { ProblemCode } from '@teo-support/core/contract';

/** What is wrong at one place of the request, before it is put into words. */
export interface ProblemPlace {
  readonly pointer: string;
  readonly code: string;
  /** The words, where they are already in the caller's language. */
  readonly detail: string;
}

interface ProblemDetails {
  readonly places?: readonly ProblemPlace[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal on its way to the caller. It is put into the caller's language where the answer is written. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly places: readonly ProblemPlace[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.code = code;
    this.places = details.places ?? [];
    this.headers = details.headers ?? {};
  }
}

/** A refusal by a rule of core, with the place in the request where fields are meant. */
export class RejectionError extends Error {
  override readonly name = 'RejectionError';
  readonly rejection: Rejection;
  /** Where the fields of the rejection stand in the request body, e.g. `/answers`. */
  readonly base: string;

  constructor(rejection: Rejection, base: string) {
    super(rejection.code);
    this.rejection = rejection;
    this.base = base;
  }
}

/** The JSON pointer of a field issue within a request body. */
export function pointerOf(base: string, issue: FieldIssue): string {
  return base + issue.path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
