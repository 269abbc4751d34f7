import { type Story, story } from '../story.js';

/** Agenda: sessions, rooms, trainers. */
export const calendar: readonly Story[] = [
  story('salle-double-reservation', 'u-bruno-fayolle')
    .malfunction(
      { days: 1 },
      {
        impact: 'medium',
        page: '/agenda/salles',
        answers: {
          subject: 'Deux sessions réservées dans la même salle au même moment',
          module: 'calendar',
          description:
            'La salle Ampère est occupée deux fois le jeudi matin, sans avertissement. Cela arrive quand on déplace une session à la souris.',
          steps: [
            'Ouvrir l’agenda en vue semaine',
            'Faire glisser une session sur un créneau de la salle Ampère déjà occupé',
            'Lâcher',
          ],
          expected: 'Un message de conflit, comme à la création.',
          observed: 'La session est déplacée, les deux se superposent.',
          screenshots: { files: [], noneBecause: 'J’ai corrigé l’agenda avant de penser à la capture.' },
        },
      },
    )
    .assigned({ days: 1 }, 'ines', 'customer', 'hugo')
    .answered(
      { days: 1 },
      'hugo',
      'Bonjour Bruno,\n\nmerci pour la description très précise. Je refais le déplacement à la souris sur notre environnement de test et je reviens vers vous aujourd’hui.',
    ),
  story('horaires-modifies', 'u-aurelie-marchand')
    .question(
      { days: 4 },
      {
        impact: 'low',
        page: '/agenda/sessions',
        answers: {
          subject: 'Changer l’horaire d’une demi-journée sans prévenir tout le groupe',
          about: 'gesture',
          module: 'calendar',
          question:
            'Nous décalons de 30 minutes la matinée d’un seul stagiaire en aménagement d’horaires. Comment le noter sans que téo renvoie une convocation à tous les autres ?',
          alreadyTried: 'J’ai essayé depuis la fiche du stagiaire mais l’horaire y est grisé.',
        },
      },
    )
    .assigned({ days: 4 }, 'ines', 'customer', 'julien')
    .answered(
      { days: 4 },
      'julien',
      'Bonjour Aurélie,\n\noui, c’est possible : dans la session, onglet Participants, menu « … » à droite du stagiaire, puis « Aménagement individuel ». L’horaire du groupe ne change pas et seule sa convocation est mise à jour.\n\nDites-nous si cela répond à votre besoin.',
    )
    .resolved(
      { days: 2 },
      'julien',
      'L’aménagement individuel du stagiaire permet de changer son horaire seul. La convocation du groupe n’est pas renvoyée.',
    ),
  story('formateur-indisponible', 'u-nadia-haddad')
    .question(
      { days: 26 },
      {
        impact: 'medium',
        page: '/agenda/formateurs',
        answers: {
          subject: 'Remplacer un formateur sur six sessions d’un coup',
          about: 'gesture',
          module: 'calendar',
          question:
            'Notre formateur bureautique est arrêté trois semaines. Peut-on le remplacer sur ses six sessions sans ouvrir chacune d’elles ?',
        },
      },
    )
    .assigned({ days: 26 }, 'ines', 'customer', 'julien')
    .answered(
      { days: 25 },
      'julien',
      'Bonjour Nadia,\n\ndepuis la fiche du formateur, onglet Sessions : cochez les six, puis « Remplacer l’intervenant ». Les ordres de mission sont refaits et les conventions ne changent pas.',
    )
    .resolved({ days: 24 }, 'julien', 'Remplacement groupé depuis la fiche du formateur, onglet Sessions.')
    .confirmed({ days: 23 }),
  story('convocation-fuseau', 'u-lucas-perrin')
    .malfunction(
      { days: 33 },
      {
        impact: 'low',
        page: '/agenda/sessions/2290',
        answers: {
          subject: 'La convocation affiche 8 h au lieu de 9 h après le changement d’heure',
          module: 'calendar',
          description:
            'Les convocations des sessions qui suivent le changement d’heure portent une heure de moins. L’agenda, lui, est juste.',
          steps: ['Ouvrir une session postérieure au changement d’heure', 'Éditer la convocation'],
          expected: '9 h 00 – 12 h 30',
          observed: '8 h 00 – 11 h 30',
          screenshots: { files: [], noneBecause: 'Le document contient l’adresse du stagiaire.' },
        },
      },
    )
    .assigned({ days: 33 }, 'hugo', 'customer', 'hugo')
    .tested({ days: 32 }, 'hugo', {
      verdict: 'confirmed',
      environment: 'téo 8.4.1, Edge 141, Windows 11',
      steps: ['Session du lundi suivant le changement d’heure', 'Édition de la convocation'],
      observed: 'Heure décalée d’une heure dans le document seulement.',
    })
    .transferred({ days: 32 }, 'hugo')
    .answered(
      { days: 31 },
      'thomas',
      'Bonjour Lucas,\n\nle bug est avéré : le moteur d’édition prenait le décalage du jour d’impression. Corrigez l’heure à la main d’ici mercredi, la version 8.4.2 règle le problème.',
    )
    .resolved(
      { days: 28 },
      'thomas',
      'Corrigé dans téo 8.4.2. Les convocations déjà éditées sont à rééditer.',
    )
    .reopened({ days: 27 }, 'Les convocations en anglais ont encore une heure de moins.')
    .answered(
      { days: 26 },
      'thomas',
      'Vous avez raison : le modèle anglais appelait l’ancienne fonction. C’est corrigé ce matin.',
    )
    .resolved({ days: 26 }, 'thomas', 'Le modèle anglais est corrigé aussi. Merci de l’avoir vu.')
    .confirmed({ days: 25 }),
  story('agenda-export-ical', 'u-emily-carter').question(
    { hours: 4, minutes: 10 },
    {
      impact: 'low',
      page: '/agenda',
      answers: {
        subject: 'Can trainers subscribe to their téo calendar from Outlook?',
        about: 'gesture',
        module: 'calendar',
        question:
          'Two of our freelance trainers would like their sessions to show in Outlook and stay up to date. Is there an address they can subscribe to?',
        alreadyTried: 'The export button gives a file, but it does not update afterwards.',
      },
    },
  ),
];
