import { test } from 'vitest';
import { claire, day, sofia, start, time } from '../../testing/domain.js';
import { event, facts, filedMalfunction } from '../../testing/facts.js';
import { given } from '../../testing/scenario.js';

const close = { type: 'close_by_time' } as const;
const resolved = given(filedMalfunction, facts.resolved(1));

test('a resolution that nobody spoke up about closes the ticket after seven days', () => {
  const due = start + 1 + 7 * day;
  resolved.when(close, { now: due - 1 }).refusedWith('not_due');
  resolved.when(close, { now: due }).leadsTo(event({ type: 'ticket.closed_by_time' }, time, due));
});

test('only time does that, and only to what is resolved', () => {
  resolved.when(close, { actor: sofia }).refusedWith('system_only');
  resolved.when(close, { actor: claire }).refusedWith('system_only');
  given(filedMalfunction).when(close).refusedWith('wrong_status');
  given(filedMalfunction, facts.resolved(1), facts.confirmed(2)).when(close).refusedWith('wrong_status');
});
