import { language } from '../language.js';

/** The words around the forum on its own pages; its elements bring theirs. */
const fr = {
  path: ['Aide', 'Améliorations'],
  title: 'Améliorations',
  about: 'Vos idées pour téo, celles des autres organismes, et ce que l’équipe décide de chacune.',
  titleOf: (request: string) => `${request} · Améliorations · téo`,
  pageTitle: 'Améliorations · téo',
  back: 'Retour aux demandes',
  detail: 'Demande',
  writing: 'Proposer une amélioration',
  welcome: 'Une idée de fonctionnalité ?',
  welcomeText:
    'Dites-la en une phrase : qui vous êtes, ce que vous souhaitez, ce que cela vous apporte. L’équipe analyse les demandes une fois par mois et motive toujours ses choix.',
  propose: 'Proposer une amélioration',
  roadmapPath: ['Aide', 'Améliorations', 'Feuille de route'],
  roadmap: 'Feuille de route',
  roadmapAbout: 'Ce qui est planifié, en cours, reporté, mis en œuvre ou non sélectionné, et pourquoi.',
  toForum: 'Toutes les demandes',
  feed: 'Suivre les décisions (flux Atom)',
};

export type ForumPageWords = typeof fr;

const en: ForumPageWords = {
  path: ['Help', 'Improvements'],
  title: 'Improvements',
  about: 'Your ideas for téo, those of other organizations, and what the team decides of each.',
  titleOf: (request) => `${request} · Improvements · téo`,
  pageTitle: 'Improvements · téo',
  back: 'Back to the requests',
  detail: 'Request',
  writing: 'Suggest an improvement',
  welcome: 'An idea for a feature?',
  welcomeText:
    'Say it in one sentence: who you are, what you would like, what it gives you. The team looks at the requests once a month, and always gives the reason for its choices.',
  propose: 'Suggest an improvement',
  roadmapPath: ['Help', 'Improvements', 'Roadmap'],
  roadmap: 'Roadmap',
  roadmapAbout: 'What is planned, in progress, postponed, implemented or not selected, and why.',
  toForum: 'All requests',
  feed: 'Follow the decisions (Atom feed)',
};

export const words: ForumPageWords = { fr, en }[language];
