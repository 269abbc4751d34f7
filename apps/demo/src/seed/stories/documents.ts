import { type Story, story } from '../story.js';

/** Documents: certificates, agreements, models. */
export const documents: readonly Story[] = [
  story('attestation-heures', 'u-aurelie-marchand')
    .malfunction(
      { days: 8 },
      {
        impact: 'high',
        page: '/documents/attestations',
        answers: {
          subject: 'L’attestation d’assiduité compte les heures d’absence justifiée',
          module: 'documents',
          description:
            'Pour quatre stagiaires, l’attestation indique 35 heures alors qu’ils ont une demi-journée d’absence justifiée. L’OPCO a rejeté les pièces.',
          steps: [
            'Ouvrir la session « Excel avancé »',
            'Noter une absence justifiée le mardi matin',
            'Éditer l’attestation d’assiduité',
          ],
          expected: '31,5 heures.',
          observed: '35 heures.',
          screenshots: { files: [], noneBecause: 'Les attestations portent les noms des stagiaires.' },
        },
      },
    )
    .assigned({ days: 8 }, 'ines', 'customer', 'ines')
    .tested({ days: 7 }, 'ines', {
      verdict: 'confirmed',
      environment: 'téo 8.4.2, Firefox 140',
      steps: ['Absence justifiée d’une demi-journée', 'Édition de l’attestation'],
      observed: 'Les heures justifiées sont ajoutées aux heures réalisées.',
    })
    .transferred({ days: 7 }, 'ines', 'Pièces rejetées par l’OPCO : à traiter en premier.')
    .assigned({ days: 7 }, 'nora', 'technical', 'nora')
    .answered(
      { days: 6 },
      'nora',
      'Bonjour Aurélie,\n\nle bug est avéré. Je corrige le calcul ; en attendant, notez l’absence « non justifiée », éditez, puis remettez le motif.',
    ),
  story('convention-signature', 'u-nadia-haddad')
    .malfunction(
      { days: 16 },
      {
        impact: 'medium',
        page: '/documents/conventions',
        answers: {
          subject: 'La convention signée revient sans le cachet de l’entreprise',
          module: 'documents',
          description:
            'Le client dépose sa convention signée avec cachet ; la version enregistrée dans le dossier n’a plus que la signature.',
          steps: [
            'Envoyer une convention en signature électronique',
            'Signer en ajoutant une image de cachet',
            'Ouvrir le document dans le dossier',
          ],
          expected: 'Signature et cachet.',
          observed: 'Signature seule.',
          screenshots: { files: [], noneBecause: 'Document du client, je l’envoie si vous le demandez.' },
        },
      },
    )
    .assigned({ days: 16 }, 'hugo', 'customer', 'hugo')
    .tested({ days: 16 }, 'hugo', {
      verdict: 'not_a_bug',
      environment: 'téo 8.4.2, parcours de signature de démonstration',
      steps: ['Signature avec image de cachet', 'Téléchargement du document final'],
      observed: 'Le cachet est dans la page de preuve, jointe à la suite du document.',
      message:
        'Bonjour Nadia,\n\naprès test, le cachet est bien conservé : il se trouve dans la page de preuve, à la suite du document, avec l’horodatage de la signature. Vous pouvez présenter l’ensemble tel quel à votre auditeur Qualiopi.',
      requalifiedAs: 'usage_question',
    })
    .resolved({ days: 14 }, 'hugo', 'Le cachet figure dans la page de preuve jointe au document signé.')
    .confirmed({ days: 14 }),
  story('modele-logo', 'u-yann-le-goff')
    .question(
      { days: 36 },
      {
        impact: 'low',
        page: '/documents/modeles',
        answers: {
          subject: 'Mettre le logo Qualiopi sur tous les modèles en une fois',
          about: 'gesture',
          module: 'documents',
          question:
            'Nous avons 27 modèles. Peut-on ajouter le logo à l’en-tête commun sans les ouvrir un par un ?',
        },
      },
    )
    .assigned({ days: 36 }, 'ines', 'customer', null)
    .answered(
      { days: 36 },
      'camille',
      'Bonjour Yann,\n\noui : Documents, En-têtes et pieds, « En-tête général ». Les modèles qui en héritent (icône de lien) le reprennent aussitôt. Chez vous, 24 sur 27.',
    )
    .replied({ days: 35 }, 'Parfait, et pour les trois autres ?')
    .answered(
      { days: 34 },
      'camille',
      'Ouvrez-les et choisissez « Hériter de l’en-tête général » dans les propriétés : leur en-tête propre est remplacé.',
    )
    .resolved(
      { days: 34 },
      'camille',
      'Logo placé dans l’en-tête général ; trois modèles à rattacher à la main.',
    )
    .confirmed({ days: 33 }),
  story('pdf-lent', 'u-lucas-perrin')
    .malfunction(
      { days: 19 },
      {
        impact: 'low',
        page: '/documents/lots',
        answers: {
          subject: 'L’édition d’un lot de 60 convocations prend plus de cinq minutes',
          module: 'documents',
          description:
            'Depuis trois semaines, l’édition par lot est très lente. Le résultat est bon, mais la personne de l’accueil attend devant l’écran.',
          steps: ['Sélectionner 60 convocations', 'Éditer le lot en PDF'],
          expected: 'Environ une minute, comme avant.',
          observed: 'Entre cinq et sept minutes.',
          screenshots: { files: [], noneBecause: 'Rien à voir d’autre que la barre d’attente.' },
        },
      },
    )
    .assigned({ days: 19 }, 'ines', 'customer', 'julien')
    .answered(
      { days: 19 },
      'julien',
      'Bonjour Lucas,\n\nje lance un lot de la même taille pour mesurer. Si vos convocations pressent, deux lots de trente passent nettement plus vite.',
    )
    .tested({ days: 17 }, 'julien', {
      verdict: 'confirmed',
      environment: 'téo 8.4.2, lot de 60 documents',
      steps: ['Édition du lot'],
      observed: '5 min 40 s ; 1 min 10 s avec la version 8.3.',
    })
    .together({ days: 17 }, 'julien', 'link', 'page-lente')
    .transferred({ days: 17 }, 'julien')
    .together({ days: 16 }, 'thomas', 'unlink', 'page-lente')
    .answered(
      { days: 16 },
      'thomas',
      'Bonjour Lucas,\n\nnous avons trouvé : les images de l’en-tête étaient recompressées pour chaque document. Le correctif part avec la 8.4.4.',
    ),
];
