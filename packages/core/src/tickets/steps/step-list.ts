import { type FieldIssue, issue } from '../../ticket-types/field-issue.js';

/** The longest step, in UTF-16 code units. */
const maxStepLength = 500;
const maxSteps = 30;

/** Steps without the blank ones, and what is wrong with them. At least one, at most thirty. */
export function checkSteps(given: readonly string[]): {
  readonly steps: readonly string[];
  readonly issues: readonly FieldIssue[];
} {
  const steps = given.map((step) => step.trim()).filter((step) => step !== '');
  const issues = [
    ...(steps.length === 0 ? [issue(['steps'], 'too_few', { min: 1 })] : []),
    ...(steps.length > maxSteps ? [issue(['steps'], 'too_many', { max: maxSteps })] : []),
    ...given.flatMap((step, index) =>
      step.trim().length > maxStepLength
        ? [issue(['steps', String(index)], 'too_long', { max: maxStepLength })]
        : [],
    ),
  ];
  return { steps, issues };
}
