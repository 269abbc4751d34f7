import { type Story, story } from '../story.js';

/** What belongs to an offer, and so to the sales service. */
export const offers: readonly Story[] = [
  story('acces-temporaires', 'u-helene-dubreuil')
    .question(
      { days: 6 },
      {
        impact: 'medium',
        page: '/admin/utilisateurs',
        answers: {
          subject: 'Trois accès de plus, le temps des entrées du trimestre',
          about: 'other',
          module: 'administration',
          question:
            'Nous recrutons trois assistantes pour six semaines. Peut-on ajouter des accès pour cette durée seulement, et que deviennent leurs actions ensuite ?',
        },
      },
    )
    .assigned({ days: 6 }, 'ines', 'sales', 'julien')
    .asked(
      { days: 6 },
      'julien',
      'Bonjour Hélène,\n\noui, un accès peut porter une date de fin, et tout ce qu’elles auront fait reste à leur nom. Deux informations pour votre devis : la date d’arrivée, et si elles auront besoin de la facturation.',
    ),
  story('offre-parcours', 'u-aurelie-marchand')
    .question(
      { days: 3 },
      {
        impact: 'low',
        page: '/admin/offre',
        answers: {
          subject: 'Les parcours multi-sessions sont-ils compris dans notre offre ?',
          about: 'other',
          module: 'training_files',
          question:
            'Nous voudrions relier trois sessions en un parcours avec une seule convention. Le menu existe, mais il est grisé chez nous.',
        },
      },
    )
    .assigned({ days: 3 }, 'ines', 'customer', 'hugo')
    .consulted(
      { days: 2 },
      'hugo',
      'sales',
      'Formalia Ouest a-t-il l’option « Parcours » ? Si oui, c’est un réglage de rôle, je m’en occupe.',
    )
    .viewed({ days: 2 }, 'julien', 'Non, ils sont sur l’offre de base. Passe-le-moi, je les appelle demain.')
    .assigned({ days: 2 }, 'hugo', 'sales', null),
];
