import type { FollowingCatalogue } from '../catalogue.js';

/** Les mots que lit la personne qui suit un ticket, en français. */
export const frFollowing: FollowingCatalogue = {
  services: {
    customer: 'Service clients',
    training: 'Service formation',
    sales: 'Service commercial',
    technical: 'Service technique',
  },
  priorities: {
    urgent: { name: 'Urgent', definition: 'Fonctionnalité impossible à utiliser, aucune alternative' },
    high: { name: 'Élevée', definition: 'Impossible à utiliser, alternative pénible' },
    medium: { name: 'Moyenne', definition: 'Impossible à utiliser, une alternative existe' },
    low: { name: 'Faible', definition: 'Pas pratique mais fonctionnel' },
  },
  statuses: {
    new: 'Nouveau',
    open: 'En cours',
    pending: 'En attente de votre réponse',
    resolved: 'Résolu',
    closed: 'Clos',
    cancelled: 'Annulé',
  },
  turns: { team: 'À l’équipe téo', requester: 'À vous', nobody: 'Terminé' },
  verdicts: { confirmed: 'Bug avéré', not_reproduced: 'Non reproduit', not_a_bug: 'Pas un bug' },
  contextKeys: {
    page: 'Page',
    title: 'Titre de la page',
    browser: 'Navigateur',
    viewport: 'Taille de la fenêtre',
    host_version: 'Version de téo',
    console_errors: 'Dernières erreurs de la page',
    failed_requests: 'Dernières requêtes en échec',
  },
  fieldIssues: {
    required: 'Ce champ est nécessaire : complétez-le pour continuer.',
    too_long: 'Ce texte dépasse {limit} caractères : raccourcissez-le.',
    too_short: 'Il faut au moins {limit} caractères : allongez ce texte.',
    too_guessable: 'Trop facile à deviner : n’y reprenez ni votre nom ni votre adresse.',
    already_used: 'Cette valeur est déjà prise : choisissez-en une autre.',
    in_the_future: 'Cette date est à venir : indiquez un jour déjà passé.',
    too_few: 'Il en faut au moins {limit}.',
    too_many: 'Pas plus de {limit} : retirez-en.',
    one_line_only: 'Gardez une seule ligne : les détails ont leur place plus bas.',
    not_an_option: 'Choisissez une des réponses proposées.',
    images_or_reason: 'Joignez au moins une capture, ou dites pourquoi il n’y en a pas.',
    not_a_picture:
      'Joignez ici des captures en image (PNG, JPEG, WebP ou GIF) ; envoyez les autres fichiers dans un message.',
    unknown_file: 'Ce fichier n’est plus disponible : joignez-le à nouveau.',
    unknown_ticket: 'Aucun ticket ne porte cette référence : vérifiez-la.',
    unknown_person: 'Cette personne ne fait pas partie de l’équipe : choisissez-en une autre.',
    unknown_field: 'Ce champ n’existe pas pour ce type de ticket : retirez-le.',
    wrong_shape: 'Cette valeur n’a pas la forme attendue pour ce champ.',
  },
  erased: '[texte effacé à la demande de la personne]',
};
