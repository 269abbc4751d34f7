import { language } from '../language.js';

/** The words of assisted planning. */
const fr = {
  path: ['Agenda', 'Planning assisté'],
  title: 'Planning assisté',
  about: 'Semaine prochaine, centre de Nantes',
  trial: 'En essai',
  trialText:
    'Vous testez cette fonctionnalité avant les autres. Dites-nous ce qui va et ce qui manque : vos remarques vont droit à ceux qui la développent.',
  remark: 'Donner mon avis',
  propose: 'Proposer un planning',
  session: 'Session',
  enrolled: 'Inscrits',
  duration: 'Durée',
  days: (count: number) => (count > 1 ? `${count} jours` : `${count} jour`),
  place: 'Proposition',
  unplaced: 'À placer',
  seats: (room: string, seats: number) => `Salle ${room} · ${seats} places`,
  span: (first: string, last: string) => `${first} – ${last}`,
  weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'],
  proposed: (count: number) => `${count} sessions placées, aucune salle n’est prise deux fois.`,
};

export type PlanningWords = typeof fr;

const en: PlanningWords = {
  path: ['Calendar', 'Assisted planning'],
  title: 'Assisted planning',
  about: 'Next week, Nantes centre',
  trial: 'On trial',
  trialText:
    'You test this feature before others. Tell us what works and what is missing: your remarks go straight to those who develop it.',
  remark: 'Give my view',
  propose: 'Propose a plan',
  session: 'Session',
  enrolled: 'Enrolled',
  duration: 'Length',
  days: (count) => (count > 1 ? `${count} days` : `${count} day`),
  place: 'Proposal',
  unplaced: 'To be placed',
  seats: (room, seats) => `Room ${room} · ${seats} seats`,
  span: (first, last) => `${first} – ${last}`,
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  proposed: (count) => `${count} sessions placed, no room is taken twice.`,
};

export const words: PlanningWords = { fr, en }[language];
