import type { HistoryInput } from '@teo-support/core/contract';
import { hostOrganizations, hostPeople } from '../host/people.js';

/** Who signs the tokens of the demo's téomasters. */
const issuer = 'https://teo.example.fr';

/** One password for the six people of the demo's team. */
const password = 'teo-demo-2026';

export const organizations: HistoryInput['organizations'] = hostOrganizations.map(({ id, name }) => ({
  externalId: id,
  name,
}));

export const teomasters: HistoryInput['teomasters'] = hostPeople.map((person) => ({
  issuer,
  subject: person.sub,
  organization: person.organizationId,
  name: person.name,
  email: person.email,
  locale: person.locale,
}));

/** « L'équipe téo est actuellement composée de 6 personnes », in four services. */
export const team: HistoryInput['staff'] = [
  {
    email: 'ines.caron@teo.example.fr',
    name: 'Inès Caron',
    role: 'admin',
    services: ['customer', 'training'],
    password,
  },
  { email: 'hugo.meyer@teo.example.fr', name: 'Hugo Meyer', role: 'agent', services: ['customer'], password },
  {
    email: 'julien.marchetti@teo.example.fr',
    name: 'Julien Marchetti',
    role: 'agent',
    services: ['customer', 'sales'],
    password,
  },
  {
    email: 'camille.aubry@teo.example.fr',
    name: 'Camille Aubry',
    role: 'agent',
    services: ['training'],
    password,
  },
  {
    email: 'nora.benali@teo.example.fr',
    name: 'Nora Benali',
    role: 'agent',
    services: ['technical'],
    password,
  },
  {
    email: 'thomas.rey@teo.example.fr',
    name: 'Thomas Rey',
    role: 'agent',
    services: ['technical'],
    password,
  },
];
