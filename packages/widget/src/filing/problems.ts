import { checkAnswers, declarationOf } from '@teo-support/core';
import { fieldIssueMessage } from '@teo-support/core/messages';
import type { ApiError } from '@teo-support/sdk';
import { answersOf, type Draft, impactOf, uploadsOf } from '../drafts/draft.js';
import type { Language } from '../locales/language.js';

/** What is wrong, by place: `description`, `steps/2`, `impact`. In the order of the form. */
export type FieldProblems = ReadonlyMap<string, string>;

/** What the rules say of a draft, before it is sent. */
export function problemsOf(draft: Draft, { domain, words }: Language): FieldProblems {
  const checked = checkAnswers(declarationOf(draft.type), answersOf(draft), uploadsOf(draft));
  const problems = new Map<string, string>();
  if (!checked.ok) {
    for (const issue of checked.issues) problems.set(issue.path.join('/'), fieldIssueMessage(issue, domain));
  }
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

/** The problem of a field as a whole: its own, or the first of what it consists of. */
export function problemAt(problems: FieldProblems, field: string): string | undefined {
  const own = problems.get(field);
  if (own !== undefined) return own;
  for (const [place, text] of problems) if (place.startsWith(`${field}/`)) return text;
  return undefined;
}
