import { describe, expect, test } from 'vitest';
import { fieldIssueCodes, issue } from '../ticket-types/field-issue.js';
import type { Rejection, RejectionCode } from '../tickets/rejection.js';
import { ticketStatuses } from '../tickets/ticket.js';
import { fill } from './catalogue.js';
import { en } from './en.js';
import { fieldIssueMessage } from './field-issue-message.js';
import { fr } from './fr.js';
import { rejectionMessage, rejectionMessages } from './rejections/rejection-message.js';

const catalogues = [fr, en];

const rejections: { readonly [Code in RejectionCode]: Extract<Rejection, { code: Code }> } = {
  fields_invalid: { code: 'fields_invalid', issues: [] },
  staff_only: { code: 'staff_only' },
  teomaster_only: { code: 'teomaster_only' },
  not_your_organization: { code: 'not_your_organization' },
  wrong_status: { code: 'wrong_status', status: 'new' },
  ticket_exists: { code: 'ticket_exists' },
  ticket_missing: { code: 'ticket_missing' },
  type_not_tested: { code: 'type_not_tested' },
  verdict_not_confirmed: { code: 'verdict_not_confirmed', verdict: null },
  already_transferred: { code: 'already_transferred' },
  transfer_needed: { code: 'transfer_needed' },
  same_priority: { code: 'same_priority' },
  same_type: { code: 'same_type' },
  type_not_offered: { code: 'type_not_offered' },
  type_not_rolled_back: { code: 'type_not_rolled_back' },
  roll_back_missing: { code: 'roll_back_missing' },
  no_such_step: { code: 'no_such_step' },
  step_out_of_order: { code: 'step_out_of_order' },
  own_service: { code: 'own_service' },
  already_consulted: { code: 'already_consulted' },
  no_open_consultation: { code: 'no_open_consultation' },
  not_in_service: { code: 'not_in_service' },
  assignee_not_in_service: { code: 'assignee_not_in_service' },
  system_only: { code: 'system_only' },
  not_due: { code: 'not_due' },
  reopen_window_over: { code: 'reopen_window_over' },
  ticket_merged: { code: 'ticket_merged' },
  ticket_carried: { code: 'ticket_carried' },
  same_ticket: { code: 'same_ticket' },
  other_organization: { code: 'other_organization' },
  has_duplicates: { code: 'has_duplicates' },
  not_merged: { code: 'not_merged' },
  carrier_not_confirmed: { code: 'carrier_not_confirmed' },
  other_unavailable: { code: 'other_unavailable' },
  not_carried: { code: 'not_carried' },
  already_linked: { code: 'already_linked' },
  not_linked: { code: 'not_linked' },
};

/** Every text of a catalogue with the way to it. */
function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => textsOf(member, `${path}/${key}`));
}

function placesIn(text: string): string[] {
  return [...text.matchAll(/\{[^}]*\}/g)].map(([place]) => place).sort();
}

test('the two catalogues have the same texts, with the same places to fill', () => {
  const shapeOf = (catalogue: unknown) => textsOf(catalogue).map(([path, text]) => [path, placesIn(text)]);
  expect(shapeOf(en)).toEqual(shapeOf(fr));
  expect(shapeOf(rejectionMessages.en).sort()).toEqual(shapeOf(rejectionMessages.fr).sort());
});

describe.each(catalogues)('the catalogue in $locale', (catalogue) => {
  test('leaves nothing empty but a hint', () => {
    const empty = textsOf(catalogue).filter(([path, text]) => text.trim() === '' && !path.endsWith('/hint'));
    expect(empty).toEqual([]);
  });

  test.each(Object.values(rejections))('says why a command was refused: $code', (rejection) => {
    expect(rejectionMessage(rejection, catalogue)).toMatch(/^[^{}]{10,}[.!]$/u);
  });

  test.each(ticketStatuses)('names the status that stands in the way: %s', (status) => {
    const message = rejectionMessage({ code: 'wrong_status', status }, catalogue);
    expect(message).toContain(catalogue.statuses[status].toLocaleLowerCase(catalogue.locale));
    expect(message).not.toMatch(/[{}]/);
  });

  test.each(fieldIssueCodes)('says what is wrong with a field: %s', (code) => {
    const bounded = placesIn(catalogue.fieldIssues[code]).length > 0;
    const message = fieldIssueMessage(issue(['subject'], code, bounded ? { max: 140 } : {}), catalogue);
    expect(message).toMatch(/^[^{}]{10,}\.$/u);
    if (bounded) expect(message).toContain('140');
  });
});

test('messages with a bound are those of issues that cross one', () => {
  const bounded = fieldIssueCodes.filter((code) => placesIn(fr.fieldIssues[code]).includes('{limit}'));
  expect(bounded).toEqual(['too_long', 'too_few', 'too_many', 'too_short']);
});

describe('fill', () => {
  test('puts each value into its place, as often as it comes', () => {
    expect(fill('{limit} de {limit}, {status}', { limit: 3, status: 'clos' })).toBe('3 de 3, clos');
  });

  test('leaves a place without a value, and what is no place, as they are', () => {
    expect(fill('{limit} {other}', {})).toBe('{limit} {other}');
    expect(fill('{constructor}', {})).toBe('{constructor}');
  });

  test('takes values for what they are, not for patterns', () => {
    expect(fill('« {status} »', { status: '$& {limit}' })).toBe('« $& {limit} »');
  });
});
