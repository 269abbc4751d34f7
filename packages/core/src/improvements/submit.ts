import type { TeomasterActor } from '../people/actor.js';
import { refOf } from '../people/actor.js';
import type { Instant } from '../service-level/policy.js';
import { write } from '../text/written.js';
import type { FieldIssue, FormIssueCode } from '../ticket-types/field-issue.js';
import type { TeoModule } from '../ticket-types/teo-modules.js';
import type { ImprovementEvent } from './events.js';
import { checkText } from './field-text.js';
import type { ImprovementRejection } from './rejection.js';
import { partBounds } from './request-bounds.js';

export interface SubmitImprovement {
  readonly type: 'submit';
  readonly requestId: string;
  readonly role: string;
  readonly need: string;
  readonly purpose: string;
  readonly module: TeoModule;
}

export const sentenceParts = ['role', 'need', 'purpose'] as const;

/** What is wrong with the three parts of a request, in their order. */
export function checkSentence(
  parts: Readonly<Record<(typeof sentenceParts)[number], string>>,
): FieldIssue<FormIssueCode>[] {
  return sentenceParts.flatMap((part) => checkText(part, parts[part], partBounds.most));
}

/** « Ce formalisme facilite notre compréhension »: all three parts are needed. */
export function submit(
  command: SubmitImprovement,
  actor: TeomasterActor,
  now: Instant,
): ImprovementEvent | ImprovementRejection {
  const issues = checkSentence(command);
  if (issues.length > 0) return { code: 'fields_invalid', issues };
  return {
    type: 'improvement.submitted',
    requestId: command.requestId,
    organizationId: actor.organizationId,
    authorId: actor.id,
    role: write(command.role),
    need: write(command.need),
    purpose: write(command.purpose),
    module: command.module,
    at: now,
    by: refOf(actor),
  };
}
