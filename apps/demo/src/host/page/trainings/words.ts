import { language } from '../language.js';

/** The words of the list of delivered training courses. */
const fr = {
  path: ['Admin', 'Votre équipe et téo'],
  title: 'Formations téo',
  about: 'Les formations que l’équipe téo a données dans votre organisme.',
  course: 'Formation',
  deliveredOn: 'Terminée le',
  follow: 'Suivi',
  followUp: 'Créer un ticket de suivi',
  followUpOf: (title: string) => `Créer un ticket de suivi : ${title}`,
  followUpHint:
    'Une question, un exercice à refaire, un document manquant, une remarque : le service formation vous répond, et votre retour compte pour la qualité (Qualiopi).',
  none: 'Pas encore de formation téo',
  noneText:
    'L’équipe téo n’a pas encore formé votre organisme. Le suivi de formation s’ouvrira ici après la première.',
  loading: 'Chargement des formations…',
};

export type TrainingsWords = typeof fr;

const en: TrainingsWords = {
  path: ['Admin', 'Your team and téo'],
  title: 'téo training',
  about: 'The courses that the téo team has given in your organization.',
  course: 'Course',
  deliveredOn: 'Ended on',
  follow: 'Follow-up',
  followUp: 'Create a follow-up ticket',
  followUpOf: (title) => `Create a follow-up ticket: ${title}`,
  followUpHint:
    'A question, an exercise to do again, a missing document, a remark: the training service answers you, and what you say counts for quality (Qualiopi).',
  none: 'No téo training yet',
  noneText:
    'The téo team has not trained your organization yet. Follow-ups will open here after the first course.',
  loading: 'Loading the courses…',
};

export const words: TrainingsWords = { fr, en }[language];
