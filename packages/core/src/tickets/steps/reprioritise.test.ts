import { describe, expect, test } from 'vitest';
import { serviceClock } from '../../service-level/clock.js';
import { publishedPolicy } from '../../service-level/policy.js';
import { claire, day, hour, sofia, start } from '../../testing/domain.js';
import { event, facts, filedMalfunction } from '../../testing/facts.js';
import { given } from '../../testing/scenario.js';
import { write } from '../../text/written.js';
import { issue } from '../../ticket-types/field-issue.js';
import { timed } from '../ticket.js';

const now = start + hour;
const low = { type: 'reprioritise', priority: 'low', reason: ' Une autre voie existe. ' } as const;

describe('reprioritise', () => {
  test('sets another priority with a reason', () => {
    given(filedMalfunction)
      .when(low)
      .leadsTo(
        event(
          { type: 'ticket.reprioritised', priority: 'low', reason: write('Une autre voie existe.') },
          sofia,
          now,
        ),
      );
  });

  test('needs the reason, and another priority than it has', () => {
    given(filedMalfunction)
      .when({ ...low, reason: '' })
      .refusedAt(issue(['reason'], 'required'));
    given(filedMalfunction)
      .when({ ...low, priority: 'urgent' })
      .refusedWith('same_priority');
    given(filedMalfunction).when(low, { actor: claire }).refusedWith('staff_only');
  });

  test('computes the target from creation again, and leaves what was done in its time', () => {
    const { ticket } = given(filedMalfunction, facts.answered(1)).when(low);
    if (ticket === null) throw new Error('It was to be accepted.');
    const clock = serviceClock(timed(ticket), publishedPolicy, now);
    expect(clock.dueAt).toBe(start + 15 * day);
    expect(clock.firstAnswer).toEqual({ dueAt: start + day, metAt: start + 1, missed: false });
    expect(clock.assignment.metAt).toBeNull();
  });

  test('a priority that rises later does not make a good answer late', () => {
    const { ticket } = given(filedMalfunction, facts.reprioritised('low', 1), facts.answered(2.5 * day)).when(
      { ...low, priority: 'urgent' },
      { now: start + 2.6 * day },
    );
    if (ticket === null) throw new Error('It was to be accepted.');
    expect(serviceClock(timed(ticket), publishedPolicy, start + 2.6 * day).firstAnswer.missed).toBe(false);
  });
});
