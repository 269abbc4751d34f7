import { type Story, story } from '../story.js';

/** « Concerne les clients qui testent les nouvelles fonctionnalités en développement. » */
export const trials: readonly Story[] = [
  story('essai-planning-capacite', 'u-yann-le-goff')
    .remarkOnTrial(
      { hours: 6 },
      {
        impact: 'medium',
        page: '/agenda/planning-assiste',
        answers: {
          subject: 'Planning assisté place 16 inscrits dans une salle de 12',
          feature: 'planning-assiste',
          remark: 'difficulty',
          description:
            'La proposition est très rapide et respecte les disponibilités des formateurs. En revanche elle ne semble pas regarder la capacité : « Excel avancé », 16 inscrits, est placée en salle Erdre, 12 places. Je dois tout relire à la main.',
          expected: 'Que la capacité compte, ou au moins que le dépassement soit signalé avant d’appliquer.',
        },
      },
    )
    .assigned({ hours: 5 }, 'nora', 'technical', 'nora')
    .answered(
      { hours: 4 },
      'nora',
      'Bonjour Yann,\n\nc’est exactement ce que nous voulions apprendre de cet essai : la version actuelle ne connaît que les créneaux. La capacité arrive dans la prochaine, et nous vous demanderons de la juger sur la même semaine.',
    ),
  story('essai-planning-conges', 'u-nadia-haddad')
    .remarkOnTrial(
      { days: 38 },
      {
        impact: 'high',
        page: '/agenda/planning-assiste',
        answers: {
          subject: 'Une formatrice en congé est proposée trois jours de suite',
          feature: 'planning-assiste',
          remark: 'bug',
          description:
            'Mme Carvalho est en congé toute la semaine dans téo, et le planning assisté lui attribue trois journées. Les congés saisis « à la demi-journée » semblent ignorés.',
          expected: 'Aucune séance sur un congé.',
        },
      },
    )
    .assigned({ days: 38 }, 'thomas', 'technical', 'nora')
    .answered(
      { days: 38 },
      'nora',
      'Bonjour Nadia,\n\nreproduit : les congés en demi-journées n’étaient pas lus. C’est corrigé dans la version d’essai de ce soir, vous n’avez rien à faire.',
    )
    .resolved(
      { days: 36 },
      'nora',
      'Les congés en demi-journées sont pris en compte depuis la version d’essai 0.7. Relancez la proposition de la semaine.',
    )
    .confirmed({ days: 35 }),
  story('essai-facture-siret', 'u-ines-cordier')
    .remarkOnTrial(
      { days: 23 },
      {
        impact: 'medium',
        page: '/facturation/electronique',
        answers: {
          subject: 'Facture électronique : que mettre pour un client sans SIRET ?',
          feature: 'facture-electronique',
          remark: 'difficulty',
          description:
            'Plusieurs de nos clients sont des associations étrangères, sans SIRET. L’essai refuse d’émettre la facture et ne dit pas quel autre identifiant est accepté.',
        },
      },
    )
    .assigned({ days: 23 }, 'nora', 'technical', 'thomas')
    .consulted(
      { days: 22 },
      'thomas',
      'sales',
      'Combien de clients de l’essai facturent hors de France ? Cela décide si nous traitons le numéro de TVA intracommunautaire maintenant ou plus tard.',
    )
    .viewed(
      { days: 21 },
      'julien',
      'Quatre sur neuf, surtout Suisse et Belgique. À traiter maintenant, ce sont eux qui nous recommandent.',
    )
    .asked(
      { days: 20 },
      'thomas',
      'Bonjour Inès,\n\nnous ajoutons le numéro de TVA intracommunautaire comme identifiant. Pour la Suisse, pouvez-vous nous donner deux exemples de numéros IDE de vos clients ?',
    ),
  story('essai-facture-avoirs', 'u-bruno-fayolle')
    .remarkOnTrial(
      { days: 52 },
      {
        impact: 'low',
        page: '/facturation/electronique',
        answers: {
          subject: 'Voir le statut de la facture électronique dans la liste des factures',
          feature: 'facture-electronique',
          remark: 'suggestion',
          description:
            'Le statut (déposée, reçue, approuvée) n’est lisible qu’en ouvrant chaque facture. Dans la liste, une pastille suffirait.',
        },
      },
    )
    .assigned({ days: 52 }, 'thomas', 'technical', 'thomas')
    .answered(
      { days: 52 },
      'thomas',
      'Bonjour Bruno,\n\nbonne idée, et peu coûteuse : l’information est déjà dans la liste, il manque de la montrer. Je l’ajoute à la version d’essai du mois.',
    )
    .resolved(
      { days: 46 },
      'thomas',
      'La version d’essai 0.5 montre le statut dans la liste, avec un filtre. Merci, c’était un oubli de notre part.',
    )
    .closedByTime(),
  story('essai-planning-satisfaction', 'u-aurelie-marchand')
    .remarkOnTrial(
      { days: 29 },
      {
        impact: 'low',
        page: '/agenda/planning-assiste',
        answers: {
          subject: 'Deux heures gagnées sur le planning du mois',
          feature: 'planning-assiste',
          remark: 'satisfaction',
          description:
            'Je voulais aussi dire ce qui va : 23 sessions placées en une fois, j’en ai déplacé trois. L’explication à côté de chaque proposition donne confiance.',
        },
      },
    )
    .assigned({ days: 29 }, 'thomas', 'technical', 'nora')
    .answered(
      { days: 29 },
      'nora',
      'Bonjour Aurélie,\n\nmerci, cela fait plaisir à toute l’équipe ! Les trois que vous avez déplacées nous intéressent : qu’avez-vous vu que l’assistant ne pouvait pas savoir ?',
    )
    .replied(
      { days: 28 },
      'Deux clients qui ne doivent pas se croiser, et un formateur qui déteste le lundi.',
    )
    .resolved(
      { days: 27 },
      'nora',
      'Retour enregistré : les incompatibilités entre clients sont à l’étude pour la version suivante de l’essai.',
    )
    .confirmed({ days: 26 }),
  story('essai-facture-rejet', 'u-lucas-perrin')
    .remarkOnTrial(
      { days: 8 },
      {
        impact: 'low',
        page: '/facturation/electronique',
        answers: {
          subject: 'Factures rejetées par la plateforme sans motif lisible',
          feature: 'facture-electronique',
          remark: 'bug',
          description:
            'Deux factures sur trente reviennent « rejetée », avec le code 213 pour seule explication. Elles concernent le même client public.',
          expected: 'Une phrase qui dit quoi corriger.',
        },
      },
    )
    .assigned({ days: 8 }, 'thomas', 'technical', 'thomas')
    .answered(
      { days: 8 },
      'thomas',
      'Bonjour Lucas,\n\nje demande à la plateforme ce que recouvre le code 213. Pouvez-vous garder les deux factures telles quelles, sans les renvoyer ?',
    )
    .reprioritised(
      { days: 7 },
      'thomas',
      'high',
      'Le rejet touche tous les clients publics, dont le code service est obligatoire : d’autres organismes de l’essai sont concernés.',
    )
    .consulted(
      { days: 7 },
      'thomas',
      'customer',
      'Avez-vous déjà une fiche qui explique le code service Chorus aux téomasters ? Je voudrais la citer dans le message.',
    )
    .viewed(
      { days: 6 },
      'hugo',
      'Pas encore. Je te propose la phrase : « Ce client public exige un code service : demandez-le à son service achats, puis renseignez-le dans sa fiche. »',
    )
    .answered(
      { days: 6 },
      'thomas',
      'Bonjour Lucas,\n\nle code 213 signifie que le code service du client public manque. Renseignez-le dans sa fiche, onglet Facturation, et renvoyez les deux factures. Nous remplaçons le code par cette phrase dans la prochaine version.',
    ),
  story('essai-requalifie', 'u-fatou-diarra')
    .malfunction(
      { days: 13 },
      {
        impact: 'medium',
        page: '/agenda/planning-assiste',
        answers: {
          subject: 'Le planning proposé oublie les séances à distance',
          module: 'calendar',
          description:
            'Les sessions en classe virtuelle n’apparaissent pas dans la proposition. Elles restent dans « À placer » sans explication.',
          steps: ['Agenda, Planning assisté', 'Choisir la semaine', 'Proposer un planning'],
          expected: 'Toutes les sessions sont placées, avec ou sans salle.',
          observed: 'Les classes virtuelles restent à placer.',
          screenshots: { files: [], noneBecause: 'La liste contient les noms de nos clients.' },
        },
      },
    )
    .requalified(
      { days: 13 },
      'hugo',
      'rnd',
      'Bonjour Fatou,\n\nvotre remarque porte sur le planning assisté, encore en essai chez vous : elle va directement à l’équipe qui le développe, sans test de reproduction ni transfert. Rien à refaire de votre côté.',
      { feature: 'planning-assiste' },
    )
    .assigned({ days: 13 }, 'nora', 'technical', 'nora')
    .answered(
      { days: 11 },
      'nora',
      'Bonjour Fatou,\n\nbien vu : l’assistant cherche une salle pour chaque séance et écarte celles qui n’en ont pas besoin. Nous ajoutons « à distance » comme un lieu sans limite de places.',
    ),
];
