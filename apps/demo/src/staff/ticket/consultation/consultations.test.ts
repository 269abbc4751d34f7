import { expect, test } from 'vitest';
import { after, aTicket } from '../../testing/tickets.js';
import { servicesToAsk, toldConsultations } from './consultations.js';

const toTechnical = { type: 'consultation.asked', service: 'technical', question: 'Un doublon ?' } as const;
const toTraining = {
  type: 'consultation.asked',
  service: 'training',
  question: 'Vu en formation ?',
} as const;

test('each question finds its own answer', () => {
  const ticket = after(
    after(after(aTicket(), toTechnical), toTraining),
    { type: 'consultation.answered', consultation: 2, answer: 'Oui.' },
    {
      consultations: [
        { number: 1, service: 'technical', answered: false },
        { number: 2, service: 'training', answered: true },
      ],
    },
  );
  const [technical, training] = toldConsultations(ticket);
  expect([technical?.asked?.question, technical?.answered]).toEqual(['Un doublon ?', undefined]);
  expect([training?.asked?.question, training?.answered?.answer]).toEqual(['Vu en formation ?', 'Oui.']);
});

test('a service is asked unless it has the ticket or owes a view', () => {
  expect(servicesToAsk(aTicket())).toEqual(['training', 'sales', 'technical']);
  const owing = aTicket({ consultations: [{ number: 1, service: 'technical', answered: false }] });
  expect(servicesToAsk(owing)).toEqual(['training', 'sales']);
  const given = aTicket({ consultations: [{ number: 1, service: 'technical', answered: true }] });
  expect(servicesToAsk(given)).toContain('technical');
});
