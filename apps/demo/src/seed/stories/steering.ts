import { type Story, story } from '../story.js';

/** Pilotage and Admin: figures, the BPF, indicators, rights. */
export const steering: readonly Story[] = [
  story('bpf-heures', 'u-claire-vasseur')
    .question(
      { days: 14 },
      {
        impact: 'high',
        page: '/pilotage/bpf',
        answers: {
          subject: 'Le cadre F du BPF ne retombe pas sur nos heures stagiaires',
          about: 'figure',
          module: 'steering',
          question:
            'Pilotage annonce 18 420 heures stagiaires, le cadre F du bilan pédagogique en compte 17 965. D’où vient l’écart de 455 heures ?',
          alreadyTried: 'J’ai exclu les sessions annulées, l’écart reste le même.',
        },
      },
    )
    .assigned({ days: 14 }, 'ines', 'customer', 'julien')
    .asked(
      { days: 14 },
      'julien',
      'Bonjour Claire,\n\nle BPF ne retient que les sessions dont la convention est signée. Avez-vous des sessions du trimestre sans convention ? Le filtre « Sans convention » de la liste vous les donne.',
    )
    .replied({ days: 12 }, 'Oui, onze sessions intra, pour 455 heures exactement. Merci !')
    .resolved(
      { days: 12 },
      'julien',
      'L’écart vient de onze sessions sans convention signée : une fois les conventions rattachées, les deux totaux coïncident.',
    )
    .confirmed({ days: 11 }),
  story('taux-satisfaction', 'u-bruno-fayolle')
    .question(
      { days: 17 },
      {
        impact: 'low',
        page: '/pilotage/qualite',
        answers: {
          subject: 'Comment est calculé le taux de satisfaction affiché sur le tableau de bord ?',
          about: 'figure',
          module: 'steering',
          question:
            'Nous affichons 94 % sur notre site et un client nous demande le calcul. Compte-t-on les réponses ou les stagiaires ? Et ceux qui n’ont pas répondu ?',
        },
      },
    )
    .assigned({ days: 16 }, 'hugo', 'customer', 'hugo')
    .noted({ days: 16 }, 'hugo', 'Question qui revient : en faire un article de FAQ ?')
    .asked(
      { days: 15 },
      'hugo',
      'Bonjour Bruno,\n\nle taux est la part des réponses « satisfait » et « très satisfait » sur les questionnaires reçus. Souhaitez-vous aussi le nombre de répondants sur la page publique ?',
    ),
  story('tableau-bord-zero', 'u-fatou-diarra')
    .malfunction(
      { days: 7 },
      {
        impact: 'medium',
        page: '/pilotage',
        answers: {
          subject: 'Le chiffre d’affaires prévisionnel affiche zéro pour l’exercice suivant',
          module: 'steering',
          description:
            'Une trentaine de conventions sont déjà signées pour l’exercice suivant, et le prévisionnel indique 0 €. L’exercice en cours est correct.',
          steps: ['Pilotage, Prévisionnel', 'Choisir l’exercice suivant'],
          expected: 'Le total des conventions signées.',
          observed: '0 €.',
          screenshots: { files: [], noneBecause: 'Chiffres confidentiels.' },
        },
      },
    )
    .assigned({ days: 7 }, 'ines', 'customer', 'hugo')
    .answered(
      { days: 7 },
      'hugo',
      'Bonjour Fatou,\n\nvos conventions sont bien enregistrées, seul le total ne les voit pas. Je teste avec un exercice suivant non ouvert, et je vous dis demain si c’est la cause.',
    )
    .tested({ days: 6 }, 'hugo', {
      verdict: 'confirmed',
      environment: 'téo 8.4.3, exercice suivant non ouvert',
      steps: ['Convention signée sur un exercice non ouvert', 'Prévisionnel de cet exercice'],
      observed: '0 € tant que l’exercice n’est pas ouvert.',
    })
    .reprioritised(
      { days: 5 },
      'hugo',
      'high',
      'D’autres organismes préparent leur budget sur cet écran ce mois-ci : nous traitons ce ticket avant son délai d’origine.',
    ),
  story('exercice-ouvrir', 'u-ines-cordier')
    .question(
      { days: 29 },
      {
        impact: 'medium',
        page: '/admin/exercices',
        answers: {
          subject: 'Ouvrir l’exercice suivant sans clore celui en cours',
          about: 'gesture',
          module: 'administration',
          question:
            'Nous voulons saisir les sessions du prochain exercice alors que l’exercice en cours n’est pas clos. Est-ce sans risque ?',
        },
      },
    )
    .assigned({ days: 29 }, 'ines', 'customer', 'ines')
    .answered(
      { days: 29 },
      'ines',
      'Bonjour Inès,\n\noui : deux exercices peuvent être ouverts ensemble. Admin, Exercices, « Ouvrir le suivant ». La clôture se fait quand votre comptable a fini.',
    )
    .resolved({ days: 27 }, 'ines', 'Deux exercices ouverts en même temps, clôture plus tard.')
    .closedByTime(),
  story('mot-de-passe-equipe', 'u-solene-guegan')
    .malfunction(
      { days: 84 },
      {
        impact: 'urgent',
        page: '/connexion',
        answers: {
          subject: 'Personne ne peut se connecter depuis ce matin',
          module: 'administration',
          description:
            'Les sept comptes de notre centre sont refusés depuis 8 h 30, y compris le mien sur mon téléphone. J’écris depuis le compte de secours.',
          steps: ['Ouvrir la page de connexion', 'Saisir ses identifiants'],
          expected: 'L’accueil de téo.',
          observed: 'Identifiants refusés.',
          screenshots: { files: [], noneBecause: 'Écran de connexion ordinaire.' },
        },
      },
    )
    .assigned({ days: 84 }, 'ines', 'customer', 'ines')
    .tested({ days: 84 }, 'ines', {
      verdict: 'confirmed',
      environment: 'téo 8.3, fournisseur d’identité du client',
      steps: ['Connexion avec un compte de test du même domaine'],
      observed: 'Refus : certificat du fournisseur d’identité périmé.',
    })
    .transferred({ days: 84 }, 'ines', 'Client entièrement bloqué.')
    .resolved(
      { days: 84 },
      'thomas',
      'Le certificat du fournisseur d’identité a été renouvelé avec votre prestataire. Les connexions sont rétablies.',
    )
    .confirmed({ days: 83 }),
  story('indicateur-abandon', 'u-emily-carter')
    .question(
      { days: 50 },
      {
        impact: 'low',
        page: '/pilotage/qualite',
        answers: {
          subject: 'Does a postponed trainee count as a drop-out?',
          about: 'figure',
          module: 'steering',
          question: 'We moved two trainees to the next session. The drop-out rate went up. Should it?',
        },
      },
    )
    .assigned({ days: 50 }, 'ines', 'customer', 'julien')
    .answered(
      { days: 50 },
      'julien',
      'Hello Emily,\n\nno: use “Transfer to another session” rather than “Leave”. I have shown your team how to turn the two departures into transfers; the rate is right again.',
    )
    .resolved({ days: 49 }, 'julien', '“Transfer to another session” keeps the rate right.')
    .confirmed({ days: 48 }),
  story('sauvegarde-parametres', 'u-lucas-perrin')
    .question(
      { days: 1 },
      {
        impact: 'low',
        page: '/admin',
        answers: {
          subject: 'Dupliquer notre paramétrage pour un second centre',
          about: 'other',
          module: 'administration',
          question:
            'Nous ouvrons un centre à Grenoble dans trois mois. Peut-on repartir de nos modèles, tarifs et automatismes de Lyon ?',
        },
      },
    )
    .assigned({ days: 1 }, 'ines', 'sales', 'julien')
    .answered(
      { days: 1 },
      'julien',
      'Bonjour Lucas,\n\nfélicitations pour Grenoble ! Oui, un second établissement peut hériter du paramétrage. Je vous propose un point de trente minutes pour choisir ce qui reste commun.',
    ),
  story('archivage', 'u-pascal-lemoine')
    .question(
      { days: 66 },
      {
        impact: 'low',
        page: '/admin/archivage',
        answers: {
          subject: 'Combien de temps garder les émargements ?',
          about: 'other',
          module: 'administration',
          question:
            'Notre DPO demande la durée de conservation réglée dans téo pour les feuilles d’émargement.',
        },
      },
    )
    .answered(
      { days: 65 },
      'ines',
      'Bonjour Pascal,\n\npar défaut cinq ans, dix pour les actions cofinancées par le FSE. Le réglage est dans Admin, Archivage, et chaque suppression est tracée.',
    )
    .resolved({ days: 64 }, 'ines', 'Cinq ans par défaut, dix pour le FSE ; réglage dans Admin, Archivage.')
    .closedByTime(),
];
