import { expect, test } from 'vitest';
import { ticketStatuses } from './ticket.js';
import { whoseTurn } from './whose-turn.js';

test('every status is somebody’s turn, or nobody’s once it is over', () => {
  expect(Object.fromEntries(ticketStatuses.map((status) => [status, whoseTurn(status)]))).toEqual({
    new: 'team',
    open: 'team',
    pending: 'requester',
    resolved: 'requester',
    closed: 'nobody',
    cancelled: 'nobody',
  });
});
