import { expect, test } from 'vitest';
import { claire, hour, karim, start, upload, yann } from '../../testing/domain.js';
import { event, facts, filedMalfunction } from '../../testing/facts.js';
import { given } from '../../testing/scenario.js';
import { write } from '../../text/written.js';

const now = start + hour;
const reply = { type: 'reply', text: ' Voici ', files: [] } as const;

test('a reply carries its words and its files', () => {
  const files = [upload('f_1')];
  given(filedMalfunction)
    .when({ ...reply, files })
    .leadsTo(event({ type: 'ticket.replied', text: write('Voici'), files }, claire, now));
});

test('a reply to a question gives the turn back to the team, and its clock goes on', () => {
  const { ticket } = given(filedMalfunction, facts.answered(1, true)).when(reply);
  expect(ticket).toMatchObject({ status: 'open', pauses: [{ from: start + 1, to: now }] });
});

test('a colleague may reply, someone of another organization may not', () => {
  given(filedMalfunction)
    .when(reply, { actor: karim })
    .leadsToOne({ by: { kind: 'teomaster', id: karim.id } });
  given(filedMalfunction).when(reply, { actor: yann }).refusedWith('not_your_organization');
});
