import { type Story, shown, story } from '../story.js';

/** Émargement: attendance sheets and how they are signed. */
export const attendance: readonly Story[] = [
  story('emargement-invitation-500', 'u-claire-vasseur').malfunction(
    { hours: 1, minutes: 20 },
    {
      impact: 'high',
      page: '/dossiers/sessions/2026-118/emargement',
      answers: {
        subject: 'Erreur 500 quand je renvoie l’invitation à signer de l’après-midi',
        module: 'training_files',
        description:
          'Session « Manager une équipe de proximité », salle Loire. Les stagiaires ont signé ce matin sans souci. Pour l’après-midi, personne n’a reçu le lien ; je clique sur « Renvoyer l’invitation à signer » et un bandeau rouge apparaît. J’ai réessayé trois fois, puis depuis le poste de l’accueil : pareil.\n\nLa formatrice libère le groupe à 17 h 30. Sans signature, pas d’attestation d’assiduité, et l’OPCO ne paiera pas cette demi-journée.',
        steps: [
          'Ouvrir la session 2026-118, feuille d’émargement',
          'Cliquer sur « Renvoyer l’invitation à signer »',
          'Attendre quelques secondes',
        ],
        expected: 'Les cinq présents reçoivent le lien et signent pour l’après-midi.',
        observed: 'Bandeau « Une erreur est survenue », toutes les lignes restent « En attente ».',
        errorText: 'Code : 500 · ATT-7F21',
        screenshots: shown('emargement-erreur-500'),
      },
    },
  ),
  story('signature-tablette', 'u-yann-le-goff')
    .malfunction(
      { days: 9 },
      {
        impact: 'urgent',
        page: '/emargement/tablette',
        answers: {
          subject: 'Impossible de signer sur tablette : le bouton « Valider » ne réagit pas',
          module: 'calendar',
          description:
            'Depuis la mise à jour de lundi, aucun stagiaire ne peut signer sur nos quatre tablettes. Nous avons 3 groupes en salle et plus de feuille papier.',
          steps: [
            'Ouvrir le lien d’émargement sur la tablette',
            'Choisir son nom',
            'Signer au doigt',
            'Appuyer sur « Valider »',
          ],
          expected: 'La signature est enregistrée et l’écran passe au suivant.',
          observed: 'Rien ne se passe, le bouton reste bleu.',
          screenshots: { files: [], noneBecause: 'La tablette ne permet pas d’envoyer d’image.' },
        },
      },
    )
    .assigned({ days: 9 }, 'ines', 'customer', 'ines')
    .answered(
      { days: 9 },
      'ines',
      'Bonjour Yann,\n\nnous reproduisons tout de suite. En attendant, la page « Feuille imprimable » de la session donne une feuille à signer à la main.',
    )
    .tested({ days: 9 }, 'hugo', {
      verdict: 'confirmed',
      environment: 'téo 8.4.2, Android 13, Chrome 139, tablette 10 pouces',
      steps: ['Ouvrir le lien d’émargement', 'Signer', 'Appuyer sur « Valider »'],
      observed: 'L’appui n’est pas pris en compte quand l’écran est en mode paysage.',
    })
    .transferred({ days: 9 }, 'ines', 'Régression de la 8.4.2, trois groupes bloqués chez Formalia Ouest.')
    .noted(
      { days: 8 },
      'nora',
      'C’est l’évènement pointerup qui part sur le calque de rotation. Correctif prêt, je le passe en 8.4.3.',
    )
    .resolved(
      { days: 7 },
      'nora',
      'Corrigé dans téo 8.4.3, installé cette nuit : la validation fonctionne de nouveau dans les deux orientations. Rechargez la page sur chaque tablette.',
    )
    .confirmed({ days: 7 }),
];
