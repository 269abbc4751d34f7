import { type Story, story } from '../story.js';

/** « Horaires de séance modifiés après envoi d'émargement » */
export const sessionHours: readonly Story[] = [
  story('horaires-apres-envoi', 'u-nadia-haddad')
    .mishandling(
      { days: 6 },
      {
        impact: 'high',
        page: '/dossiers/sessions/2026-203/emargement',
        answers: {
          subject:
            'Horaires changés après l’envoi des feuilles : trois groupes ont signé 9 h au lieu de 8 h 30',
          mishap: 'session_hours',
          module: 'training_files',
          done: 'J’ai avancé d’une demi-heure les trois sessions de la semaine alors que les feuilles d’émargement étaient parties. Les stagiaires ont signé sur les anciens horaires.',
          doneWhen: 'Mardi soir, feuilles envoyées mardi midi',
          restore:
            'Des feuilles justes pour mardi et mercredi, sans faire signer 34 personnes une seconde fois.',
        },
      },
    )
    .assigned({ days: 6 }, 'ines', 'customer', 'hugo')
    .consulted(
      { days: 5 },
      'hugo',
      'training',
      'Camille, une feuille signée sur 9 h alors que la séance a commencé à 8 h 30 : l’OPCO accepte-t-il une attestation du formateur, ou faut-il de nouvelles signatures ?',
    )
    .viewed(
      { days: 5 },
      'camille',
      'Une attestation du formateur suffit si les heures totales ne changent pas. Ici elles augmentent d’une demi-heure par jour : qu’elle revienne aux horaires signés et ajoute une séance de 30 minutes à part.',
    )
    .guided(
      { days: 5 },
      'hugo',
      'Session 2026-203, Séances : remettez 9 h – 12 h 30 pour mardi et mercredi. Les signatures réapparaissent.',
      'Ajoutez le même jour une séance « Accueil », de 8 h 30 à 9 h, sans invitation automatique.',
      'Envoyez l’émargement de la seule séance « Accueil » : une signature par stagiaire, pour les deux jours.',
      'Faites de même pour les sessions 2026-204 et 2026-205.',
    )
    .ticked({ days: 4 }, 1, 2),
  story('semaine-decalee', 'u-yann-le-goff')
    .mishandling(
      { days: 36 },
      {
        impact: 'urgent',
        page: '/agenda/sessions/2026-161',
        answers: {
          subject: 'Session décalée d’une semaine par erreur, 12 convocations sont parties',
          mishap: 'session_hours',
          module: 'calendar',
          done: 'En voulant déplacer une réunion, j’ai fait glisser toute la session 2026-161 à la semaine suivante. téo a renvoyé les convocations aux 12 inscrits.',
          doneWhen: 'Il y a une heure',
          restore: 'La session à ses dates, et des stagiaires prévenus que rien ne change.',
        },
      },
    )
    .assigned({ days: 36 }, 'ines', 'customer', 'ines')
    .guided(
      { days: 36 },
      'ines',
      'Session 2026-161, Paramètres : décochez « Prévenir les inscrits des changements ».',
      'Agenda : remettez la première séance à sa date, et répondez « Toutes les séances suivantes ».',
      'Onglet Participants, « Écrire à tous », modèle « Convocation : annule et remplace ».',
      'Recochez « Prévenir les inscrits des changements ».',
    )
    .ticked({ days: 36 }, 1, 3)
    .unticked({ days: 35 }, 3)
    .replied({ days: 35 }, 'Le message est parti avec l’ancienne salle, je le corrige et je recoche ensuite.')
    .ticked({ days: 35 }, 3, 4)
    .resolved(
      { days: 34 },
      'ines',
      'Session revenue à ses dates, message « annule et remplace » reçu par les 12 inscrits. Pour déplacer une seule réunion : maintenez Alt en la glissant.',
    )
    .confirmed({ days: 34 }),
  story('heures-jour-ferie', 'u-helene-dubreuil')
    .question(
      { days: 15 },
      {
        impact: 'medium',
        page: '/agenda/sessions',
        answers: {
          subject: 'Comment annuler une modification d’horaires faite sur toute une session ?',
          about: 'gesture',
          module: 'calendar',
          question:
            'J’ai voulu raccourcir une seule journée et toutes les séances sont passées à 6 heures. Les feuilles d’émargement de cette semaine sont déjà parties. Comment revenir à 7 heures partout ?',
        },
      },
    )
    .assigned({ days: 15 }, 'ines', 'customer', 'hugo')
    .requalified(
      { days: 15 },
      'hugo',
      'mishandling',
      'Bonjour Hélène,\n\ncomme des feuilles d’émargement sont déjà parties, il ne suffit pas d’un geste : nous traitons votre ticket comme une erreur de manipulation, et nous vous guidons pas à pas.',
    )
    .guided(
      { days: 14 },
      'hugo',
      'Session, Séances, « Modifier en série » : choisissez les séances à venir et remettez 9 h – 17 h.',
      'Pour les deux séances déjà signées, n’y touchez pas : la durée signée fait foi.',
      'Vérifiez le total d’heures de la session dans l’en-tête : il doit indiquer 33 heures.',
    )
    .ticked({ days: 13 }, 1, 3)
    .resolved(
      { days: 12 },
      'hugo',
      'Séances à venir revenues à 7 heures, séances signées inchangées : 33 heures au total, comme sur la convention une fois l’avenant joint.',
    )
    .confirmed({ days: 11 }),
];
