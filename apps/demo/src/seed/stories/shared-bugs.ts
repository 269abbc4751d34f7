import { type Story, story } from '../story.js';

/** One confirmed malfunction that carries the tickets of several organizations. */
export const sharedBugs: readonly Story[] = [
  story('signature-lien-expire', 'u-claire-vasseur')
    .malfunction(
      { days: 42 },
      {
        impact: 'urgent',
        page: '/documents/signatures',
        answers: {
          subject: 'Les liens de signature électronique sont refusés dès leur réception',
          module: 'documents',
          description:
            'Aucun de nos clients ne peut signer : le lien reçu par courriel affiche « Lien expiré », même ouvert dans la minute. Onze conventions sont en attente pour lundi.',
          steps: ['Envoyer une convention en signature', 'Ouvrir le courriel reçu', 'Cliquer sur « Signer »'],
          expected: 'La page de signature.',
          observed: '« Lien expiré », quel que soit le client.',
          errorText: 'SIGN-410',
          screenshots: { files: [], noneBecause: 'La page n’affiche que ces deux mots.' },
        },
      },
    )
    .assigned({ days: 42 }, 'ines', 'customer', 'hugo')
    .answered(
      { days: 42 },
      'hugo',
      'Bonjour Claire,\n\nje teste tout de suite. En attendant, « Imprimer pour signature » donne un document à signer à la main : vos onze conventions peuvent partir ainsi.',
    )
    .tested({ days: 42 }, 'hugo', {
      verdict: 'confirmed',
      environment: 'téo 8.3.6, base de démonstration, Firefox 140 et Chrome 140',
      steps: ['Convention envoyée en signature', 'Lien ouvert aussitôt'],
      observed: 'Lien expiré d’emblée : la date limite est calculée avec une heure d’avance.',
    })
    .transferred({ days: 42 }, 'hugo', 'Tous les clients sont touchés, aucune alternative.')
    .assigned({ days: 41 }, 'nora', 'technical', 'nora')
    .answered(
      { days: 41 },
      'nora',
      'Bonjour Claire,\n\nle bug est avéré, il vient du changement d’heure sur nos serveurs de signature. Continuez avec la signature à la main pour lundi : vous pourrez joindre les conventions signées au dossier.',
    )
    .resolved(
      { days: 31 },
      'nora',
      'Corrigé cette nuit sur nos serveurs de signature : la durée de validité est de nouveau de quinze jours. Les liens déjà envoyés redeviennent valables, vos clients n’ont qu’à les rouvrir.',
    )
    .confirmed({ days: 31 }),
  story('signature-lien-formalia', 'u-aurelie-marchand')
    .malfunction(
      { days: 42 },
      {
        impact: 'high',
        page: '/documents/signatures',
        answers: {
          subject: 'Nos clients n’arrivent plus à signer leurs conventions en ligne',
          module: 'documents',
          description:
            'Trois clients nous appellent : le bouton du courriel les mène à une page d’erreur. Nous leur envoyons le PDF à imprimer en attendant.',
          steps: ['Ouvrir le courriel de signature', 'Cliquer sur le bouton'],
          expected: 'Le document à signer.',
          observed: 'Une page « Lien expiré ».',
          screenshots: { files: [], noneBecause: 'Je n’ai que leur description au téléphone.' },
        },
      },
    )
    .assigned({ days: 42 }, 'ines', 'customer', 'julien')
    .answered(
      { days: 42 },
      'julien',
      'Bonjour Aurélie,\n\nvous n’êtes pas seule : le problème est connu et notre service technique s’en occupe. Nous vous écrirons ici dès qu’il sera réglé.',
    )
    .together({ days: 36 }, 'hugo', 'carry', 'signature-lien-expire')
    .confirmed({ days: 27 }),
  story('signature-lien-cap', 'u-bruno-fayolle')
    .malfunction(
      { days: 41 },
      {
        impact: 'urgent',
        page: '/documents/signatures',
        answers: {
          subject: 'Signature électronique : « Lien expiré » pour tout le monde',
          module: 'documents',
          description:
            'Même en m’envoyant le document à moi-même, le lien est refusé. Testé sur trois postes.',
          steps: ['Envoyer un document en signature à sa propre adresse', 'Ouvrir le lien'],
          expected: 'La page de signature.',
          observed: 'Lien expiré.',
          errorText: 'SIGN-410',
          screenshots: { files: [], noneBecause: 'Rien de plus que le message.' },
        },
      },
    )
    .assigned({ days: 41 }, 'ines', 'customer', 'hugo')
    .answered(
      { days: 41 },
      'hugo',
      'Bonjour Bruno,\n\nvous n’êtes pas seul : le problème est avéré et notre service technique y travaille. « Imprimer pour signature » vous dépanne d’ici là.',
    )
    .together({ days: 36 }, 'hugo', 'carry', 'signature-lien-expire')
    .noted(
      { days: 36 },
      'hugo',
      'Même code SIGN-410, même heure : rattaché au ticket d’Atelier des Métiers.',
    ),
  story('signature-tampon', 'u-helene-dubreuil')
    .malfunction(
      { days: 41 },
      {
        impact: 'medium',
        page: '/documents/signatures',
        answers: {
          subject: 'La page de signature reste blanche sur un ancien iPad',
          module: 'documents',
          description:
            'Un client qui signe sur sa tablette ne voit qu’une page blanche. Les autres clients signent sans difficulté, en tout cas avant-hier.',
          steps: ['Ouvrir le lien de signature sur un iPad de 2017'],
          expected: 'Le document à signer.',
          observed: 'Une page blanche.',
          screenshots: { files: [], noneBecause: 'L’écran est tout blanc.' },
        },
      },
    )
    .assigned({ days: 41 }, 'ines', 'customer', 'julien')
    .together({ days: 36 }, 'hugo', 'carry', 'signature-lien-expire')
    .together({ days: 35 }, 'julien', 'release', 'signature-lien-expire')
    .tested({ days: 35 }, 'julien', {
      verdict: 'not_reproduced',
      environment: 'téo 8.4.1, iPad 6e génération, iOS 15',
      steps: ['Lien de signature neuf', 'Ouverture dans Safari'],
      observed: 'La page s’affiche. Aucun message « Lien expiré » : ce n’est pas le bug en cours.',
      message:
        'Bonjour Hélène,\n\nsur une tablette de la même génération, la page s’affiche. Pouvez-vous demander à votre client sa version d’iOS (Réglages, Général, Informations) ?',
    })
    .replied({ days: 34 }, 'iOS 12.5. Il me dit que la tablette ne se met plus à jour.')
    .resolved(
      { days: 32 },
      'julien',
      'iOS 12 ne reçoit plus de correctifs et n’affiche pas la page de signature. Votre client peut signer depuis son téléphone : le lien est le même.',
    )
    .closedByTime(),
  story('edof-jeton-passerelle', 'u-karim-slimani')
    .malfunction(
      { days: 5 },
      {
        impact: 'high',
        page: '/dossiers/cpf',
        answers: {
          subject: 'EDOF : les dates de session ne se mettent plus à jour',
          module: 'training_files',
          description:
            'Depuis lundi, une date changée dans téo reste ancienne sur Mon Compte Formation. Je corrige à la main sur les deux sites.',
          steps: ['Changer la date d’une session CPF', 'Attendre une heure', 'Regarder dans EDOF'],
          expected: 'La nouvelle date.',
          observed: 'L’ancienne date, et rien dans le journal.',
          screenshots: { files: [], noneBecause: 'Je peux montrer les deux écrans au téléphone.' },
        },
      },
    )
    .assigned({ days: 5 }, 'ines', 'customer', 'hugo')
    .tested({ days: 4 }, 'hugo', {
      verdict: 'confirmed',
      environment: 'téo 8.4.3, compte EDOF de recette',
      steps: ['Date de session modifiée', 'Synchronisation forcée'],
      observed: 'La file d’envoi s’arrête à la première session annulée et ne reprend pas.',
    })
    .transferred({ days: 4 }, 'hugo', 'Bloque toutes les mises à jour suivantes du même organisme.')
    .assigned({ days: 4 }, 'nora', 'technical', 'thomas')
    .answered(
      { days: 4 },
      'thomas',
      'Bonjour Karim,\n\nbug avéré : une session annulée bloque la file d’envoi. En attendant, supprimez-la de la file (Dossiers, CPF, Envois) et les suivantes partent.',
    ),
  story('edof-dates-cap', 'u-nadia-haddad')
    .malfunction(
      { days: 4 },
      {
        impact: 'medium',
        page: '/dossiers/cpf',
        answers: {
          subject: 'Trois sessions CPF affichent encore leurs anciennes dates dans EDOF',
          module: 'training_files',
          description:
            'Nous avons repoussé trois sessions d’une semaine. Sur Mon Compte Formation, elles commencent toujours lundi.',
          steps: ['Repousser une session CPF', 'Regarder la fiche dans EDOF'],
          expected: 'La date repoussée.',
          observed: 'L’ancienne date.',
          screenshots: { files: [], noneBecause: 'Les dates sont dans la description.' },
        },
      },
    )
    .assigned({ days: 4 }, 'ines', 'customer', 'julien')
    .answered(
      { days: 4 },
      'julien',
      'Bonjour Nadia,\n\nce défaut est connu et en cours de correction. Pour vos trois sessions, forcez l’envoi une par une : Dossiers, CPF, Envois, « Réessayer ».',
    )
    .together({ hours: 7 }, 'julien', 'carry', 'edof-jeton-passerelle')
    .together({ hours: 1, minutes: 20 }, 'julien', 'link', 'edof-entree'),
];
