import { describe, test } from 'vitest';
import { claire, hour, sofia, start } from '../../testing/domain.js';
import { event, facts, filedMalfunction, filedMishandling } from '../../testing/facts.js';
import { given } from '../../testing/scenario.js';
import { write } from '../../text/written.js';

const now = start + hour;

describe('resolve and confirm', () => {
  test('given an open ticket, when it is resolved with words, then it is', () => {
    given(filedMalfunction)
      .when({ type: 'resolve', resolution: ' Corrigé ' })
      .leadsTo(event({ type: 'ticket.resolved', resolution: write('Corrigé') }, sofia, now));
  });

  test('given a resolved ticket, when its requester agrees, then it is confirmed', () => {
    given(filedMalfunction, facts.resolved(1))
      .when({ type: 'confirm' })
      .leadsTo(event({ type: 'ticket.confirmed' }, claire, now));
  });
});

test('a mishandling is resolved by a roll-back or the reason why there is none', () => {
  const resolve = { type: 'resolve', resolution: 'Rétabli' } as const;
  given(filedMishandling).when(resolve).refusedWith('roll_back_missing');
  given(filedMishandling, facts.guided(['Annuler'], 1))
    .when(resolve)
    .leadsToOne({ type: 'ticket.resolved' });
  given(filedMishandling, facts.ruledOut(1)).when(resolve).leadsToOne({ type: 'ticket.resolved' });
});
