/** What can be wrong with a field that a téomaster fills in, of a ticket or in the forum. */
const formIssueCodes = [
  'required',
  'too_long',
  'too_few',
  'too_many',
  'one_line_only',
  'not_an_option',
  'images_or_reason',
  'unknown_file',
  'unknown_field',
  'wrong_shape',
] as const;
export type FormIssueCode = (typeof formIssueCodes)[number];

/** Everything that can be wrong with one field. Each code has a message with a way out in every catalogue. */
export const fieldIssueCodes = [
  ...formIssueCodes,
  'too_short',
  'unknown_ticket',
  'unknown_person',
  'too_guessable',
  'already_used',
  'in_the_future',
] as const;
export type FieldIssueCode = (typeof fieldIssueCodes)[number];

/** One problem at one place. `path` leads from the answers to the place, as in `['steps', '2']`. */
export interface FieldIssue<Code extends FieldIssueCode = FieldIssueCode> {
  readonly path: readonly string[];
  readonly code: Code;
  /** The bound that was crossed, where there is one: characters for texts, a count for lists. */
  readonly limit: number | null;
}

export function issue<Code extends FieldIssueCode>(
  path: readonly string[],
  code: Code,
  bound: { readonly max?: number; readonly min?: number } = {},
): FieldIssue<Code> {
  return { path, code, limit: bound.max ?? bound.min ?? null };
}
