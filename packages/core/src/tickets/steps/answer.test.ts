import { expect, test } from 'vitest';
import { answerWith } from '../../testing/commands.js';
import { hour, sofia, start, upload } from '../../testing/domain.js';
import { event, facts, filedMalfunction } from '../../testing/facts.js';
import { given } from '../../testing/scenario.js';
import { write } from '../../text/written.js';

const now = start + hour;

test('an answer carries its words, its files, and whether the team now waits', () => {
  const files = [upload('f_1')];
  given(filedMalfunction)
    .when(answerWith(' Bonjour ', { files, awaitsRequester: true }))
    .leadsTo(
      event({ type: 'ticket.answered', text: write('Bonjour'), files, awaitsRequester: true }, sofia, now),
    );
});

test('the first answer is the team’s first duty done; the next ones change nothing of it', () => {
  const { ticket } = given(filedMalfunction, facts.answered(1)).when(answerWith('Encore'));
  expect(ticket?.firstAnswered).toEqual({ at: start + 1, priority: 'urgent' });
});

test('a resolved ticket is not answered', () => {
  given(filedMalfunction, facts.resolved(1)).when(answerWith('Encore')).refusedWith('wrong_status');
});
