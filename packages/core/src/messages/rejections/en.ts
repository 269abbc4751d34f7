import type { RejectionMessages } from './rejection-messages.js';

/** Why a command is refused, in English. */
export const enRejections: RejectionMessages = {
  fields_invalid: 'Some fields need another look. Nothing is lost: mend them and send again.',
  staff_only: 'Only the téo team can do this.',
  teomaster_only: 'Only the téomaster who follows the ticket can do this.',
  not_your_organization: 'This ticket belongs to another organization.',
  wrong_status: 'This cannot be done while the ticket is “{status}”.',
  ticket_exists: 'This ticket is already on record.',
  ticket_missing: 'This ticket does not exist.',
  type_not_tested: 'Only malfunctions have a reproduction test.',
  verdict_not_confirmed:
    'A transfer to the technical service needs a reproduction test with the verdict “Bug confirmed”.',
  already_transferred: 'This ticket was already transferred to the technical service.',
  transfer_needed:
    'A malfunction goes to the technical service by a transfer, once a test has confirmed the bug.',
  same_priority: 'This ticket has this priority already.',
  assignee_not_in_service:
    'This person does not belong to the chosen service: choose one or the other again.',
  same_type: 'This ticket is of this type already.',
  type_not_offered: 'This ticket type is not open to this organization.',
  type_not_rolled_back: 'Only a mishandling is answered by a roll-back.',
  roll_back_missing: 'Before you resolve it, guide the roll-back step by step, or say why there is none.',
  no_such_step: 'There is no such step (any more): read the proposed roll-back again.',
  step_out_of_order: 'Steps are ticked in their order, and unticked in the opposite one.',
  own_service: 'This service has the ticket already: ask another one for its view.',
  already_consulted: 'This service was asked already and has not answered yet.',
  no_open_consultation: 'No view is awaited here: it was given already, or was never asked for.',
  not_in_service: 'The view is for someone of the service that was asked.',
  system_only: 'This happens with time, without anyone asking for it.',
  not_due: 'It is not time yet.',
  reopen_window_over: 'It is too late to reopen this ticket: file a new one that mentions it.',
  ticket_merged: 'This ticket was merged into another one, where it goes on.',
  ticket_carried: 'A confirmed malfunction carries this ticket already, or it carries others itself.',
  same_ticket: 'Both ends are the same ticket: choose another one.',
  other_organization:
    'Tickets of two organizations are not merged: have a confirmed malfunction carry them instead.',
  has_duplicates: 'Other tickets depend on this one: detach them first.',
  other_unavailable: 'The other ticket is done, merged or carried: choose the one where the work goes on.',
  not_merged: 'This ticket is not merged into that one.',
  carrier_not_confirmed: 'Only a malfunction with a confirmed bug can carry other tickets.',
  not_carried: 'This malfunction does not carry this ticket.',
  already_linked: 'These two tickets are linked already.',
  not_linked: 'These two tickets are not linked.',
  not_in_charge: 'Another service keeps this register: ask it, or an administrator.',
  training_withdrawn: 'This training course was withdrawn: record it again to offer it.',
  trial_ended: 'This trial has ended: open it again before you enrol an organization.',
};
