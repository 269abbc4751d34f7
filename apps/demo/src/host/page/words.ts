import { language } from './language.js';

/** The words around every screen of the host page; each screen has its own beside it. */
const fr = {
  modules: {
    directory: 'Annuaire',
    calendar: 'Agenda',
    training_files: 'Dossiers',
    invoicing: 'Facturation',
    steering: 'Pilotage',
    documents: 'Documents',
    communication: 'Communication',
    administration: 'Admin',
  },
  navigation: 'Modules',
  account: (name: string) => `Compte : ${name}`,
  switchTo: 'Démonstration : changer de personne',
  switchHint:
    'Chacun ne voit que ce à quoi son organisme a droit : les formations reçues ouvrent le suivi, les essais ouvrent la R&D.',
  organization: (name: string, trainings: number, trials: readonly string[]) => {
    if (trainings === 0 && trials.length === 0) return `${name} · ni formation téo, ni essai`;
    const tested = trials.length === 0 ? 'aucun essai' : `teste : ${trials.join(', ')}`;
    return `${name} · ${trainings} ${trainings > 1 ? 'formations' : 'formation'} téo, ${tested}`;
  },
  reset: 'Remettre mes écrans à zéro',
  staff: 'Ouvrir l’espace équipe',
  faq: 'FAQ',
  forum: 'Améliorations',
  failure: 'Une erreur est survenue',
  failureText: 'L’opération n’a pas pu aboutir. Réessayez plus tard.',
  code: (code: string) => `Code : ${code}`,
};

export type HostWords = typeof fr;

const en: HostWords = {
  modules: {
    directory: 'Directory',
    calendar: 'Calendar',
    training_files: 'Training files',
    invoicing: 'Invoicing',
    steering: 'Steering',
    documents: 'Documents',
    communication: 'Communication',
    administration: 'Admin',
  },
  navigation: 'Modules',
  account: (name) => `Account: ${name}`,
  switchTo: 'Demo: be another person',
  switchHint:
    'People see only what their organization has a right to: the training it had opens follow-ups, trials open R&D.',
  organization: (name, trainings, trials) => {
    if (trainings === 0 && trials.length === 0) return `${name} · no téo training, no trial`;
    const tested = trials.length === 0 ? 'no trial' : `tests: ${trials.join(', ')}`;
    return `${name} · ${trainings} téo ${trainings > 1 ? 'courses' : 'course'}, ${tested}`;
  },
  reset: 'Reset my screens',
  staff: 'Open the team area',
  faq: 'FAQ',
  forum: 'Improvements',
  failure: 'An error occurred',
  failureText: 'The operation could not be completed. Try again later.',
  code: (code) => `Code: ${code}`,
};

export const words: HostWords = { fr, en }[language];
