import type { Catalogue } from './catalogue.js';
import { frFiling } from './filing/fr.js';
import { frFollowing } from './following/fr.js';

/** Les mots du domaine, en français. */
export const fr: Catalogue = {
  ...frFiling,
  ...frFollowing,
  turns: { team: 'À l’équipe téo', requester: 'À vous', nobody: 'Terminé' },
  fieldIssues: {
    ...frFollowing.fieldIssues,
    too_short: 'Il faut au moins {limit} caractères : allongez ce texte.',
    too_guessable: 'Trop facile à deviner : n’y reprenez ni votre nom ni votre adresse.',
    already_used: 'Cette valeur est déjà prise : choisissez-en une autre.',
    in_the_future: 'Cette date est à venir : indiquez un jour déjà passé.',
    unknown_ticket: 'Aucun ticket ne porte cette référence : vérifiez-la.',
    unknown_person: 'Cette personne ne fait pas partie de l’équipe : choisissez-en une autre.',
  },
};
