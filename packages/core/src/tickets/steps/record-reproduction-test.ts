import { write } from '../../text/written.js';
import { isEntitled } from '../../ticket-types/entitlements.js';
import { type FieldIssue, issue } from '../../ticket-types/field-issue.js';
import { declarationOf, type TicketType } from '../../ticket-types/index.js';
import type { RecordReproductionTest } from '../commands.js';
import { happened, type StepOutcome } from '../decision.js';
import type { TicketEventBody } from '../events.js';
import { refused } from '../rejection.js';
import type { Ticket } from '../ticket.js';
import { checkSteps } from './step-list.js';
import { checkWords } from './words.js';

const maxEnvironmentLength = 500;

/**
 * « Rigueur: test et traçabilité des dysfonctionnements ». Who and when come with the event. A bug that was not
 * reproduced asks the requester for more; what is no bug becomes another type, and they are told why.
 */
export function recordReproductionTest(ticket: Ticket, command: RecordReproductionTest): StepOutcome {
  const { steps, issues: stepIssues } = checkSteps(command.steps);
  const issues = [
    ...checkWords('environment', command.environment, maxEnvironmentLength),
    ...stepIssues,
    ...checkWords('observed', command.observed),
    ...(command.verdict === 'confirmed' ? [] : checkWords('message', command.message)),
    ...(command.verdict === 'not_a_bug' ? checkNewType(ticket.type, command.requalifiedAs) : []),
  ];
  if (issues.length > 0) return refused({ code: 'fields_invalid', issues });
  return happened(
    {
      type: 'ticket.reproduction_tested',
      verdict: command.verdict,
      environment: write(command.environment),
      steps: steps.map(write),
      observed: write(command.observed),
      evidence: command.evidence,
    },
    ...consequences(command),
  );
}

/** A test alone tells nothing of a training course or a trial: such types take a requalification of their own. */
function checkNewType(current: TicketType, type: TicketType | null): FieldIssue[] {
  if (type === null) return [issue(['requalifiedAs'], 'required')];
  const linksToSomething = declarationOf(type).fields.some(isEntitled);
  return type === current || linksToSomething ? [issue(['requalifiedAs'], 'not_an_option')] : [];
}

function consequences({ verdict, message, requalifiedAs }: RecordReproductionTest): TicketEventBody[] {
  switch (verdict) {
    case 'confirmed':
      return [];
    case 'not_reproduced':
      return [{ type: 'ticket.answered', text: write(message), files: [], awaitsRequester: true }];
    case 'not_a_bug':
      return requalifiedAs === null
        ? []
        : [
            {
              type: 'ticket.requalified',
              ticketType: requalifiedAs,
              service: declarationOf(requalifiedAs).routedTo,
              reason: write(message),
              answers: {},
            },
          ];
  }
}
