import { type Actor, refOf } from '../people/actor.js';
import type { Instant } from '../service-level/policy.js';
import { write } from '../text/written.js';
import { type FieldIssue, issue } from '../ticket-types/field-issue.js';
import type { TeoModule } from '../ticket-types/teo-modules.js';
import type { ImprovementEvent } from './events.js';
import type { ImprovementRejection } from './rejection.js';
import type { ImprovementRequest } from './request.js';

/** The longest of the three parts, in UTF-16 code units. */
const maxPartLength = 600;

export interface SubmitImprovement {
  readonly requestId: string;
  readonly role: string;
  readonly need: string;
  readonly purpose: string;
  readonly module: TeoModule;
}

export type Submission =
  | { readonly ok: true; readonly events: readonly ImprovementEvent[] }
  | { readonly ok: false; readonly rejection: ImprovementRejection };

/** « Ce formalisme facilite notre compréhension »: all three parts are needed. */
export function submitImprovement(
  request: ImprovementRequest | null,
  command: SubmitImprovement,
  context: { readonly actor: Actor; readonly now: Instant },
): Submission {
  const { actor, now } = context;
  if (actor.kind !== 'teomaster') return { ok: false, rejection: { code: 'teomaster_only' } };
  if (request !== null) return { ok: false, rejection: { code: 'request_exists' } };
  const issues = (['role', 'need', 'purpose'] as const).flatMap((part) => checkPart(part, command[part]));
  if (issues.length > 0) return { ok: false, rejection: { code: 'fields_invalid', issues } };
  const event: ImprovementEvent = {
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
  return { ok: true, events: [event] };
}

function checkPart(name: string, text: string): FieldIssue[] {
  const length = text.trim().length;
  if (length === 0) return [issue([name], 'required')];
  return length > maxPartLength ? [issue([name], 'too_long', { max: maxPartLength })] : [];
}
