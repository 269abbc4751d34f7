import { expect, test } from 'vitest';
import { claire, day, hour, start } from '../../testing/domain.js';
import { event, facts, filedMalfunction } from '../../testing/facts.js';
import { given } from '../../testing/scenario.js';
import { write } from '../../text/written.js';
import { issue } from '../../ticket-types/field-issue.js';
import { maxMessageLength } from './words.js';

const now = start + hour;
const reopen = { type: 'reopen', reason: ' Encore ' } as const;

test('a reopening says why', () => {
  const resolved = given(filedMalfunction, facts.resolved(1));
  resolved.when({ ...reopen, reason: ' ' }).refusedAt(issue(['reason'], 'required'));
  resolved
    .when({ ...reopen, reason: 'x'.repeat(maxMessageLength + 1) })
    .refusedAt(issue(['reason'], 'too_long', { max: maxMessageLength }));
  resolved.when(reopen).leadsTo(event({ type: 'ticket.reopened', reason: write('Encore') }, claire, now));
});

test('until thirty days after the resolution, also when it was closed by time meanwhile', () => {
  const closed = given(filedMalfunction, facts.resolved(1), facts.closedByTime(7 * day + 1));
  const until = start + 1 + 30 * day;
  closed.when(reopen, { now: until }).leadsToOne({ type: 'ticket.reopened' });
  closed.when(reopen, { now: until + 1 }).refusedWith('reopen_window_over');
});

test('since the resolution the team’s clock stood still', () => {
  const { ticket } = given(filedMalfunction, facts.resolved(1)).when(reopen, { now: start + 5 * day });
  expect(ticket).toMatchObject({ status: 'open', pauses: [{ from: start + 1, to: start + 5 * day }] });
});
