import { checkAnswers, declarationOf } from '@teo-support/core';
import { fieldIssueMessage } from '@teo-support/core/messages';
import type { ApiError } from '@teo-support/sdk/connection';
import { answersOf, impactOf, uploadsOf } from '../drafts/answers.js';
import type { Draft } from '../drafts/draft.js';
import type { FullSession } from '../panel/full-session.js';
import type { FieldProblems } from './field-problems.js';

/** What the rules say of a draft, before it is sent. */
export function problemsOf(draft: Draft, { domain, words, me }: FullSession): FieldProblems {
  const declaration = declarationOf(draft.type);
  const checked = checkAnswers(declaration, answersOf(draft), uploadsOf(draft), me.entitlements);
  const problems = new Map<string, string>();
  if (!checked.ok) {
    for (const issue of checked.issues) problems.set(issue.path.join('/'), fieldIssueMessage(issue, domain));
  }
  if (!declaration.asksImpact) return problems;
  if (draft.usable === null) problems.set('usable', words.form.impactMissing);
  else if (impactOf(draft) === null) problems.set('alternative', words.form.impactMissing);
  return problems;
}

/** What the server said of the fields, at the same places. */
export function problemsFrom(error: ApiError): FieldProblems {
  return new Map(
    error.errors.map(({ pointer, detail }) => [
      pointer.startsWith('/impact') ? 'usable' : pointer.replace(/^\/answers\//, '').replace(/^\//, ''),
      detail,
    ]),
  );
}
