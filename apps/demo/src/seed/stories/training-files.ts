import { type Story, story } from '../story.js';

/** Dossiers: trainees' and companies' files, imports, e-learning. */
export const trainingFiles: readonly Story[] = [
  story('certificat-realisation', 'u-solene-guegan')
    .malfunction(
      { days: 12 },
      {
        impact: 'medium',
        page: '/dossiers/4871/pieces',
        answers: {
          subject: 'Le certificat de réalisation reprend l’ancienne adresse de l’entreprise',
          module: 'training_files',
          description:
            'L’entreprise a déménagé. J’ai corrigé sa fiche dans l’annuaire, mais les certificats de réalisation portent toujours l’ancienne adresse, même ceux que j’édite aujourd’hui.',
          steps: [
            'Modifier l’adresse d’une entreprise dans l’annuaire',
            'Ouvrir un de ses dossiers en cours',
            'Éditer le certificat de réalisation',
          ],
          expected: 'La nouvelle adresse.',
          observed: 'L’ancienne adresse.',
          screenshots: {
            files: [],
            noneBecause: 'Deux adresses sur un PDF : la description me paraît suffire.',
          },
        },
      },
    )
    .assigned({ days: 12 }, 'hugo', 'customer', 'hugo')
    .tested({ days: 12 }, 'hugo', {
      verdict: 'not_a_bug',
      environment: 'téo 8.4.2, base de démonstration, Firefox 140',
      steps: ['Changer l’adresse d’une entreprise', 'Éditer le certificat d’un dossier ouvert avant'],
      observed: 'Le dossier garde l’adresse de sa convention signée : c’est voulu.',
      message:
        'Bonjour Solène,\n\nle certificat suit la convention : un dossier garde l’adresse que l’entreprise a signée. C’est donc une question d’utilisation plutôt qu’un bug, et nous vous montrons comment reprendre la nouvelle adresse.',
      requalifiedAs: 'usage_question',
    })
    .resolved(
      { days: 11 },
      'hugo',
      'Le dossier garde l’adresse qui figure sur la convention signée. Pour la changer : dans le dossier, « Entreprise », « Reprendre la fiche de l’annuaire », puis rééditez le certificat.',
    )
    .reopened(
      { days: 2 },
      'J’ai repris la fiche comme indiqué : l’adresse est bonne dans le dossier, mais le certificat affiche encore l’ancienne. Et pour deux dossiers ouverts après le déménagement, donc sans convention à l’ancienne adresse !',
    )
    .noted(
      { days: 1 },
      'hugo',
      'Elle a raison, j’ai conclu trop vite : le deuxième cas n’a rien à voir avec la convention. Je refais le test sur une copie de sa base.',
    )
    .answered(
      { days: 1 },
      'hugo',
      'Bonjour Solène,\n\nmerci d’avoir insisté : votre second cas n’est pas celui que j’avais testé. Je le reprends sur une copie de vos deux dossiers et je vous réponds au plus vite.',
    )
    .requalified(
      { days: 1 },
      'hugo',
      'malfunction',
      'Votre second cas est bien un dysfonctionnement : ces deux dossiers n’ont jamais porté l’ancienne adresse. Votre ticket reprend son type d’origine, et son délai court toujours depuis votre premier message.',
    ),
  story('import-doublons', 'u-pascal-lemoine')
    .question(
      { days: 3 },
      {
        impact: 'medium',
        page: '/dossiers/import',
        answers: {
          subject: 'Éviter les doublons quand une entreprise renvoie sa liste de stagiaires',
          about: 'gesture',
          module: 'training_files',
          question:
            'Notre client nous envoie chaque mois la même liste complétée. À chaque import CSV, les anciens stagiaires sont créés une deuxième fois. Quelle colonne sert à les reconnaître ?',
        },
      },
    )
    .assigned({ days: 3 }, 'ines', 'customer', 'ines')
    .asked(
      { days: 3 },
      'ines',
      'Bonjour Pascal,\n\nc’est la colonne « identifiant externe » qui sert de clé. Votre client peut-il y mettre un matricule stable ? Envoyez-nous l’en-tête du fichier, sans les lignes, et nous préparons le modèle avec vous.',
    )
    .replied(
      { days: 1 },
      'Oui, ils ont un matricule RH. L’en-tête est : Nom;Prénom;Matricule;Courriel;Date de naissance.',
    ),
  story('dossier-bloque', 'u-bruno-fayolle')
    .malfunction(
      { days: 30 },
      {
        impact: 'urgent',
        page: '/dossiers/5512',
        answers: {
          subject: 'Écran blanc à l’ouverture de certains dossiers',
          module: 'training_files',
          description:
            'Depuis ce matin, les dossiers qui ont une pièce jointe au nom très long ne s’ouvrent plus. Nous ne pouvons plus faire les conventions de ces clients.',
          steps: ['Ouvrir le dossier 5512', 'Attendre'],
          expected: 'Le dossier s’affiche.',
          observed: 'Un écran blanc.',
          screenshots: { files: [], noneBecause: 'L’écran est entièrement blanc.' },
        },
      },
    )
    .assigned({ days: 30 }, 'ines', 'customer', 'hugo')
    .answered(
      { days: 30 },
      'hugo',
      'Bonjour Bruno,\n\nje m’en occupe immédiatement : dites-moi seulement si les dossiers touchés ont été modifiés hier, cela nous ferait gagner du temps.',
    )
    .tested({ days: 30 }, 'hugo', {
      verdict: 'confirmed',
      environment: 'téo 8.4.1, Chrome 140, nom de pièce de 214 caractères',
      steps: ['Joindre une pièce au nom très long', 'Rouvrir le dossier'],
      observed: 'Écran blanc, erreur dans la console.',
    })
    .transferred({ days: 30 }, 'hugo', 'Bloque les conventions.')
    .resolved(
      { days: 29 },
      'nora',
      'Corrigé : les noms longs sont abrégés à l’écran et conservés en entier au téléchargement.',
    )
    .confirmed({ days: 29 }),
  story('elearning-temps', 'u-solene-guegan')
    .question(
      { days: 47 },
      {
        impact: 'low',
        page: '/dossiers/elearning',
        answers: {
          subject: 'D’où vient le temps de connexion affiché dans le suivi à distance ?',
          about: 'figure',
          module: 'training_files',
          question:
            'Un stagiaire a passé 6 heures sur la plateforme et téo en affiche 4 h 20. Quel temps est retenu ?',
        },
      },
    )
    .assigned({ days: 47 }, 'ines', 'customer', null)
    .answered(
      { days: 47 },
      'camille',
      'Bonjour Solène,\n\ntéo retient le temps actif : au-delà de dix minutes sans action, le compteur s’arrête. C’est ce que demandent les financeurs. La durée brute se lit dans le détail, colonne « Présence ».',
    )
    .resolved(
      { days: 45 },
      'camille',
      'Temps actif retenu (pause après dix minutes), durée brute dans le détail.',
    )
    .confirmed({ days: 44 }),
  story('cloture-dossiers', 'u-claire-vasseur')
    .question(
      { days: 62 },
      {
        impact: 'low',
        page: '/dossiers',
        answers: {
          subject: 'Clôturer tous les dossiers terminés du semestre',
          about: 'gesture',
          module: 'training_files',
          question:
            'Il nous reste 80 dossiers terminés mais ouverts. Existe-t-il une clôture par lot qui vérifie les pièces manquantes ?',
        },
      },
    )
    .assigned({ days: 62 }, 'ines', 'customer', 'hugo')
    .answered(
      { days: 62 },
      'hugo',
      'Bonjour Claire,\n\ndans la liste, filtrez sur « Terminé » puis « Clôturer la sélection » : téo vous montre d’abord les dossiers incomplets, et ne ferme que les autres.',
    )
    .resolved({ days: 60 }, 'hugo', 'Clôture par lot depuis la liste des dossiers.')
    .closedByTime(),
  story('positionnement', 'u-lucas-perrin')
    .question(
      { days: 5 },
      {
        impact: 'low',
        page: '/dossiers/positionnement',
        answers: {
          subject: 'Rendre obligatoire le questionnaire de positionnement avant l’entrée',
          about: 'other',
          module: 'training_files',
          question:
            'Pour l’indicateur 8 de Qualiopi, nous voudrions qu’aucune convocation ne parte sans positionnement rempli. Est-ce paramétrable ?',
        },
      },
    )
    .assigned({ days: 5 }, 'ines', 'training', 'camille')
    .answered(
      { days: 5 },
      'camille',
      'Bonjour Lucas,\n\nc’est paramétrable avec les parcours. Je vérifie avec nos collègues si votre offre les comprend, et je vous montre ensuite le réglage.',
    )
    .noted(
      { days: 4 },
      'camille',
      'À croiser avec le commercial : c’est dans l’offre « Parcours », ils ne l’ont peut-être pas.',
    )
    .consulted(
      { days: 3 },
      'camille',
      'sales',
      'Le blocage des convocations sans positionnement fait partie de l’offre « Parcours ». Cap Compétences Lyon l’a-t-il, ou faut-il lui proposer ?',
    ),
];
