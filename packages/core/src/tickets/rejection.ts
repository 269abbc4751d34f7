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
  | { readonly code: 'transfer_needed' }
  | { readonly code: 'same_priority' }
  | { readonly code: 'same_type' }
  | { readonly code: 'type_not_offered' }
  | { readonly code: 'type_not_rolled_back' }
  | { readonly code: 'roll_back_missing' }
  | { readonly code: 'no_such_step' }
  | { readonly code: 'step_out_of_order' }
  | { readonly code: 'own_service' }
  | { readonly code: 'already_consulted' }
  | { readonly code: 'no_open_consultation' }
  | { readonly code: 'not_in_service' }
  | { readonly code: 'system_only' }
  | { readonly code: 'not_due' }
  | { readonly code: 'reopen_window_over' }
  | { readonly code: 'ticket_merged' }
  | { readonly code: 'ticket_carried' }
  | { readonly code: 'same_ticket' }
  | { readonly code: 'other_organization' }
  | { readonly code: 'has_duplicates' }
  | { readonly code: 'not_merged' }
  | { readonly code: 'carrier_not_confirmed' }
  | { readonly code: 'other_unavailable' }
  | { readonly code: 'not_carried' }
  | { readonly code: 'already_linked' }
  | { readonly code: 'not_linked' }
  | { readonly code: 'assignee_not_in_service' };

export type RejectionCode = Rejection['code'];

/** The outcome of a rule that can refuse. */
export type Permission = { readonly ok: true } | { readonly ok: false; readonly rejection: Rejection };

export const granted: Permission = { ok: true };

export function refused(rejection: Rejection): { readonly ok: false; readonly rejection: Rejection } {
  return { ok: false, rejection };
}
