import { type Story, story } from '../story.js';

/** What people withdrew, and what a newcomer asks first. */
export const withdrawals: readonly Story[] = [
  story('etiquettes', 'u-claire-vasseur')
    .question(
      { days: 25 },
      {
        impact: 'low',
        page: '/documents/etiquettes',
        answers: {
          subject: 'Imprimer des badges sur des planches de 24 étiquettes',
          about: 'gesture',
          module: 'documents',
          question: 'Nos planches sont de 24 étiquettes et téo propose 12 ou 30. Peut-on ajouter un format ?',
        },
      },
    )
    .cancelled({ days: 25 }),
  story('connexion-formateur', 'u-lucas-perrin')
    .malfunction(
      { days: 49 },
      {
        impact: 'high',
        page: '/admin/utilisateurs',
        answers: {
          subject: 'Un formateur ne peut plus se connecter',
          module: 'administration',
          description: 'Son mot de passe est refusé depuis ce matin, alors qu’il anime une session.',
          steps: ['Ouvrir téo', 'Saisir ses identifiants'],
          expected: 'Son agenda.',
          observed: 'Identifiants refusés.',
          screenshots: { files: [], noneBecause: 'Vu au téléphone avec lui.' },
        },
      },
    )
    .assigned({ days: 49 }, 'ines', 'customer', 'hugo')
    .answered(
      { days: 49 },
      'hugo',
      'Bonjour Lucas,\n\nson compte est actif et aucun échec n’est au journal : se connecte-t-il bien à l’adresse de votre organisme ?',
    )
    .cancelled(
      { days: 49 },
      'Il utilisait l’adresse de son autre employeur, qui est aussi chez vous. Merci !',
    ),
  story('couleurs-agenda', 'u-emily-carter')
    .question(
      { days: 6 },
      {
        impact: 'low',
        page: '/agenda',
        answers: {
          subject: 'Colours of sessions by client in the calendar',
          about: 'gesture',
          module: 'calendar',
          question: 'Can the calendar colour sessions by client instead of by room?',
        },
      },
    )
    .cancelled({ days: 5 }, 'Found it: Calendar, “Display”, “Colour by”.'),
  story('premiere-facture', 'u-karim-slimani').question(
    { hours: 2, minutes: 25 },
    {
      impact: 'medium',
      page: '/facturation',
      answers: {
        subject: 'Première facture : où mettre notre numéro de déclaration d’activité ?',
        about: 'other',
        module: 'invoicing',
        question:
          'Nous démarrons avec téo et notre première facture part demain. Le numéro de déclaration d’activité est obligatoire sur nos documents : se saisit-il une fois pour toutes ou modèle par modèle ?',
      },
    },
  ),
];
