import type { FieldIssue } from '../ticket-types/field-issue.js';
import type { Verdict } from './reproduction.js';
import type { TicketStatus } from './ticket.js';

/** Why a command was refused: a value, with what its message needs. Every code has words in both catalogues. */
export type Rejection =
  | { readonly code: 'fields_invalid'; readonly issues: readonly FieldIssue[] }
  | { readonly code: 'staff_only' }
  | { readonly code: 'teomaster_only' }
  | { readonly code: 'not_your_organization' }
  | { readonly code: 'wrong_status'; readonly status: TicketStatus }
  | { readonly code: 'ticket_exists' }
  | { readonly code: 'ticket_missing' }
  | { readonly code: 'type_not_tested' }
  | { readonly code: 'verdict_not_confirmed'; readonly verdict: Verdict | null }
  | { readonly code: 'already_transferred' }
  | { readonly code: 'assignee_not_in_service' };

export type RejectionCode = Rejection['code'];

/** The outcome of a rule that can refuse. */
export type Permission = { readonly ok: true } | { readonly ok: false; readonly rejection: Rejection };

export const granted: Permission = { ok: true };

export function refused(rejection: Rejection): { readonly ok: false; readonly rejection: Rejection } {
  return { ok: false, rejection };
}
