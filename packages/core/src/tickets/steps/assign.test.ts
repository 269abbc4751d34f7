import { describe, expect, test } from 'vitest';
import { assignTo } from '../../testing/commands.js';
import { amel, hour, hugo, sofia, start } from '../../testing/domain.js';
import { event, facts, filed, filedMalfunction } from '../../testing/facts.js';
import { given } from '../../testing/scenario.js';

const now = start + hour;

describe('assign', () => {
  test('given a new ticket, when it is assigned to where it is, then that is news: someone has begun', () => {
    given(filedMalfunction)
      .when(assignTo('customer'))
      .leadsTo(event({ type: 'ticket.assigned', service: 'customer', agentId: null }, sofia, now));
  });

  test('given an assigned ticket, when the same is said again, then nothing happens', () => {
    given(filedMalfunction, facts.assigned('customer', sofia, 1))
      .when(assignTo('customer', sofia))
      .leadsTo();
  });

  test('given an assigned ticket, when another service or person is named, then it is assigned', () => {
    const assigned = given(filedMalfunction, facts.assigned('customer', sofia, 1));
    assigned.when(assignTo('customer')).leadsToOne({ type: 'ticket.assigned', agentId: null });
    assigned.when(assignTo('training', amel)).leadsToOne({ service: 'training', agentId: amel.id });
  });

  test('a person of another service is refused', () => {
    given(filedMalfunction).when(assignTo('technical', sofia)).refusedWith('assignee_not_in_service');
  });

  test('given a ticket that was answered and never assigned, to say that it stays where it is is news', () => {
    const { ticket } = given(filedMalfunction, facts.answered(1)).when(assignTo('customer'));
    expect(ticket?.assigned).toEqual({ at: now, priority: 'urgent' });
  });

  test('a malfunction does not reach the technical service this way, tested or not', () => {
    given(filedMalfunction).when(assignTo('technical', hugo)).refusedWith('transfer_needed');
    given(filedMalfunction, facts.tested('confirmed', 1))
      .when(assignTo('technical', hugo))
      .refusedWith('transfer_needed');
  });

  test('once transferred it has its person there, and can come back and go again', () => {
    const transferred = [filedMalfunction, facts.tested('confirmed', 1), facts.transferred(2)];
    given(...transferred)
      .when(assignTo('technical', hugo))
      .leadsToOne({ agentId: hugo.id });
    given(...transferred, facts.assigned('customer', sofia, 3))
      .when(assignTo('technical', hugo))
      .leadsToOne({ service: 'technical' });
  });

  test('what is not tested goes where it belongs', () => {
    given(filed('usage_question')).when(assignTo('technical', hugo)).leadsToOne({ service: 'technical' });
  });
});
