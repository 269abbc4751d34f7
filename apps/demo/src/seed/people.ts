import type { HistoryInput } from '@teo-support/core/contract';
import { hostOrganizations } from '../host/organizations.js';
import { hostPeople } from '../host/people.js';
import { dateOf, parisDay, workingDayUpTo } from './working-day.js';

/** Who signs the tokens of the demo's téomasters. */
const issuer = 'https://teo.example.fr';

/** One password for the six people of the demo's team. */
const password = 'teo-demo-2026';

/** The client organizations, with what téo gave them and what they test, as of `now`. */
export function organizationsAt(now: number): HistoryInput['organizations'] {
  return hostOrganizations.map(({ id, name, trainings, trials }) => ({
    externalId: id,
    name,
    trainings: trainings.map(({ daysAgo, ...training }) => ({
      ...training,
      deliveredOn: dateOf(workingDayUpTo(parisDay(now) - daysAgo)),
    })),
    trials: [...trials],
  }));
}

export const teomasters: HistoryInput['teomasters'] = hostPeople.map((person) => ({
  issuer,
  subject: person.sub,
  organization: person.organizationId,
  name: person.name,
  email: person.email,
  locale: person.locale,
}));

/** The people of the team, by the first name that stories call them by. */
export const emailOf = {
  ines: 'ines.caron@teo.example.fr',
  hugo: 'hugo.meyer@teo.example.fr',
  julien: 'julien.marchetti@teo.example.fr',
  camille: 'camille.aubry@teo.example.fr',
  nora: 'nora.benali@teo.example.fr',
  thomas: 'thomas.rey@teo.example.fr',
} as const;
export type Colleague = keyof typeof emailOf;

/** « L'équipe téo est actuellement composée de 6 personnes », in four services. */
export const team: HistoryInput['staff'] = [
  {
    email: emailOf.ines,
    name: 'Inès Caron',
    role: 'admin',
    services: ['customer', 'training'],
    password,
  },
  { email: emailOf.hugo, name: 'Hugo Meyer', role: 'agent', services: ['customer'], password },
  {
    email: emailOf.julien,
    name: 'Julien Marchetti',
    role: 'agent',
    services: ['customer', 'sales'],
    password,
  },
  {
    email: emailOf.camille,
    name: 'Camille Aubry',
    role: 'agent',
    services: ['training'],
    password,
  },
  {
    email: emailOf.nora,
    name: 'Nora Benali',
    role: 'agent',
    services: ['technical'],
    password,
  },
  {
    email: emailOf.thomas,
    name: 'Thomas Rey',
    role: 'agent',
    services: ['technical'],
    password,
  },
];
