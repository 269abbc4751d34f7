import { type Story, story } from '../story.js';

/** Dossiers, the side of those who pay: CPF with EDOF, OPCO. */
export const funding: readonly Story[] = [
  story('edof-entree', 'u-ines-cordier')
    .malfunction(
      { hours: 2 },
      {
        impact: 'urgent',
        page: '/dossiers/cpf',
        answers: {
          subject: 'Les entrées en formation ne remontent plus vers EDOF',
          module: 'training_files',
          description:
            'Cinq stagiaires CPF ont commencé hier. Leur entrée doit être déclarée sous trois jours ouvrés et le bouton « Déclarer l’entrée » renvoie une erreur.',
          steps: ['Ouvrir un dossier CPF commencé hier', 'Cliquer sur « Déclarer l’entrée »'],
          expected: 'La déclaration est transmise.',
          observed: 'Un bandeau rouge, et le dossier reste « à déclarer ».',
          errorText: 'EDOF 401 – jeton refusé',
          screenshots: { files: [], noneBecause: 'Le message tient dans le champ ci-dessus.' },
        },
      },
    )
    .noted(
      { hours: 1 },
      'ines',
      'Le certificat EDOF de cet organisme expire ce mois-ci, à regarder avant tout.',
    ),
  story('cpf-service-fait', 'u-bruno-fayolle').question(
    { minutes: 18 },
    {
      impact: 'medium',
      page: '/dossiers/cpf/attente',
      answers: {
        subject: 'CPF : quel taux de réalisation déclarer quand un stagiaire a rattrapé une journée ?',
        about: 'figure',
        module: 'training_files',
        question:
          'téo propose 85,71 % pour le service fait d’un dossier CPF : 30 heures sur 35. Or la stagiaire a rattrapé sa journée dans un autre groupe la semaine suivante. Puis-je forcer 100 % dans EDOF, ou faut-il rattacher l’émargement de l’autre session pour que le chiffre suive ?',
      },
    },
  ),
  story('opco-refus-piece', 'u-fatou-diarra')
    .question(
      { days: 21 },
      {
        impact: 'high',
        page: '/dossiers/financement',
        answers: {
          subject: 'L’OPCO demande le détail des heures par module, où le trouver ?',
          about: 'figure',
          module: 'training_files',
          question:
            'Le certificat de réalisation donne le total de 42 heures. L’OPCO veut la répartition par module. Ce chiffre existe-t-il dans téo ?',
        },
      },
    )
    .assigned({ days: 21 }, 'hugo', 'customer', 'julien')
    .answered(
      { days: 21 },
      'julien',
      'Bonjour Fatou,\n\noui : dans la session, onglet Programme, chaque séquence porte sa durée. Le document « Réalisation détaillée » en fait la somme par module à partir de l’émargement.',
    )
    .resolved({ days: 19 }, 'julien', 'Document « Réalisation détaillée », édité depuis la session.')
    .confirmed({ days: 18 }),
];
