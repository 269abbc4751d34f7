import { type Story, shown, story } from '../story.js';

/** téo edit: merge fields that do not become what they stand for. */
export const mergeFields: readonly Story[] = [
  story('convention-marqueurs-bruts', 'u-aurelie-marchand')
    .malfunction(
      { dueIn: 4 },
      {
        impact: 'medium',
        page: '/documents/apercu/convention/2026-204',
        answers: {
          subject: 'Des marqueurs téo edit restent tels quels dans la convention',
          module: 'documents',
          description:
            'Dans l’aperçu de la convention de la Biscuiterie du Golfe, trois marqueurs ne sont pas remplacés : le prix HT, le prix TTC et le montant accordé par l’OPCO. Les autres champs sont bons. Je peux saisir les montants à la main, mais j’ai quinze conventions de ce modèle à faire partir.',
          steps: [
            'Ouvrir la session 2026-204',
            'Documents, Convention de formation, modèle « Convention entreprise 2026 »',
            'Cliquer sur « Aperçu »',
          ],
          expected: 'Les montants du dossier, aux articles 3 et 4.',
          observed:
            '{{session.prix_ht}}, {{session.prix_ttc}} et {{financeur.montant_accorde}} en toutes lettres.',
          screenshots: shown('convention-marqueur-brut'),
        },
      },
    )
    .assigned({ days: 9 }, 'ines', 'customer', 'hugo')
    .tested({ days: 8 }, 'hugo', {
      verdict: 'not_reproduced',
      environment: 'téo 8.4.2, base de démonstration, modèle d’origine',
      steps: ['Convention d’une session intra', 'Aperçu'],
      observed: 'Les trois montants s’affichent.',
      message:
        'Bonjour Aurélie,\n\navec notre modèle d’origine, les montants sortent. Le vôtre a-t-il été modifié récemment, ou copié d’un ancien document Word ?',
    })
    .replied(
      { days: 8 },
      'Oui ! Notre stagiaire a recollé les articles 3 et 4 depuis Word la semaine dernière.',
    )
    .tested({ days: 7 }, 'hugo', {
      verdict: 'confirmed',
      environment: 'téo 8.4.3, copie du modèle de Formalia Ouest, Edge 141',
      steps: ['Coller depuis Word un paragraphe qui contient un marqueur', 'Enregistrer le modèle', 'Aperçu'],
      observed: 'Word coupe le marqueur par une mise en forme invisible ; téo edit ne le reconnaît plus.',
    })
    .transferred({ days: 7 }, 'hugo', 'Le collage depuis Word devrait nettoyer l’intérieur des accolades.')
    .assigned({ days: 6 }, 'thomas', 'technical', 'thomas')
    .answered(
      { days: 6 },
      'thomas',
      'Bonjour Aurélie,\n\nle bug est avéré : la mise en forme de Word se glisse à l’intérieur des accolades. D’ici la correction, effacez les trois marqueurs et réinsérez-les par le menu « Insérer un marqueur » : vos quinze conventions sortiront justes.',
    ),
  story('marqueur-objectifs', 'u-mehdi-benali').question(
    { hours: 5 },
    {
      impact: 'medium',
      page: '/documents/modeles/programme',
      answers: {
        subject: 'Le marqueur des objectifs pédagogiques perd les puces',
        about: 'merge_field',
        module: 'documents',
        question:
          'Dans le programme, {{formation.objectifs}} colle tous les objectifs sur une seule ligne. Comment retrouver une liste à puces comme dans la fiche formation ?',
        alreadyTried: 'J’ai ajouté des retours à la ligne dans la fiche, sans effet.',
      },
    },
  ),
];
