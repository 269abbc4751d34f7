import { write } from '../../text/written.js';
import { issue } from '../../ticket-types/field-issue.js';
import type { RecordReproductionTest } from '../commands.js';
import { happened, type StepOutcome } from '../decision.js';
import { refused } from '../rejection.js';
import { checkWords } from './words.js';

const maxEnvironmentLength = 500;
const maxStepLength = 500;
const maxSteps = 30;

/** « Rigueur: test et traçabilité des dysfonctionnements ». Who and when come with the event. */
export function recordReproductionTest(command: RecordReproductionTest): StepOutcome {
  const steps = command.steps.map((step) => step.trim()).filter((step) => step !== '');
  const issues = [
    ...checkWords('environment', command.environment, maxEnvironmentLength),
    ...(steps.length === 0 ? [issue(['steps'], 'too_few', { min: 1 })] : []),
    ...(steps.length > maxSteps ? [issue(['steps'], 'too_many', { max: maxSteps })] : []),
    ...steps.flatMap((step, index) =>
      step.length > maxStepLength
        ? [issue(['steps', String(index)], 'too_long', { max: maxStepLength })]
        : [],
    ),
    ...checkWords('observed', command.observed),
  ];
  if (issues.length > 0) return refused({ code: 'fields_invalid', issues });
  return happened({
    type: 'ticket.reproduction_tested',
    verdict: command.verdict,
    environment: write(command.environment),
    steps: steps.map(write),
    observed: write(command.observed),
    evidence: command.evidence,
  });
}
