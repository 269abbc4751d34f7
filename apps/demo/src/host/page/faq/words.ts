import { language } from '../language.js';

/** The words around the FAQ on its own page; its elements bring theirs. */
const fr = {
  path: ['Aide', 'FAQ'],
  title: 'FAQ',
  about: 'Les réponses que l’équipe téo a déjà données, et complète au fur et à mesure de vos demandes.',
  titleOf: (article: string) => `${article} · FAQ · téo`,
  pageTitle: 'FAQ · téo',
  back: 'Retour à la recherche',
  article: 'Article',
  welcome: 'Une question sur téo ?',
  welcomeText:
    'Cherchez avec vos mots : le symptôme, l’écran, le geste. Chaque article a son adresse, que vous pouvez garder ou transmettre.',
  ask: 'Poser la question à l’équipe',
};

export type FaqPageWords = typeof fr;

const en: FaqPageWords = {
  path: ['Help', 'FAQ'],
  title: 'FAQ',
  about: 'The answers that the téo team has given already, and completes as you ask.',
  titleOf: (article) => `${article} · FAQ · téo`,
  pageTitle: 'FAQ · téo',
  back: 'Back to the search',
  article: 'Article',
  welcome: 'A question about téo?',
  welcomeText:
    'Search with your words: what you see, where, what you want to do. Each article has an address that you can keep or pass on.',
  ask: 'Ask the team',
};

export const words: FaqPageWords = { fr, en }[language];
