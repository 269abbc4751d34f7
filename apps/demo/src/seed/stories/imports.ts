import { type Story, story } from '../story.js';

/** Imports, exports and mailings gone wrong, and the way back where there is one. */
export const imports: readonly Story[] = [
  story('import-mauvais-fichier', 'u-mehdi-benali')
    .mishandling(
      { hours: 5 },
      {
        impact: 'high',
        page: '/annuaire/import',
        answers: {
          subject: 'J’ai importé le fichier de 2024 à la place de la liste des inscrits',
          mishap: 'import',
          module: 'directory',
          done: 'Annuaire, Importer, fichier « stagiaires-2024.csv » : je me suis trompé d’une ligne dans le dossier partagé. téo a créé 14 fiches d’anciens stagiaires et en a remplacé 9, dont l’entreprise est maintenant celle d’il y a deux ans.',
          doneWhen: 'Il y a un quart d’heure',
          restore:
            'Retrouver les 9 fiches comme elles étaient et faire disparaître les 14 autres, sans toucher aux inscriptions de la session qui commence lundi.',
        },
      },
    )
    .assigned({ hours: 4, minutes: 30 }, 'ines', 'customer', 'ines')
    .guided(
      { hours: 3, minutes: 40 },
      'ines',
      'Annuaire, Apprenants : ouvrez « Créées », à gauche au-dessus de la liste. Vous y voyez les 14 fiches du dernier import.',
      'Cliquez sur « Archiver les 14 fiches créées ». Les inscriptions existantes ne bougent pas.',
      'Ouvrez « Remplacées » et cliquez sur « Rétablir » à droite de chacune des 9 fiches.',
      'Revenez à « Toutes » et vérifiez deux fiches de la session de lundi : l’entreprise doit être celle d’aujourd’hui.',
    )
    .ticked({ hours: 2 }, 1, 2),
  story('import-siret', 'u-bruno-fayolle')
    .mishandling(
      { days: 27 },
      {
        impact: 'medium',
        page: '/annuaire/entreprises/import',
        answers: {
          subject: 'Colonnes inversées à l’import : les SIRET sont dans le champ téléphone',
          mishap: 'import',
          module: 'directory',
          done: 'J’ai importé 212 entreprises en associant la colonne SIRET au téléphone et inversement. Je ne l’ai vu qu’au moment d’éditer une convention.',
          doneWhen: 'Hier en fin d’après-midi',
          restore: 'Les téléphones et les SIRET à leur place, sans perdre les contacts ajoutés depuis.',
        },
      },
    )
    .assigned({ days: 27 }, 'ines', 'customer', 'hugo')
    .consulted(
      { days: 26 },
      'hugo',
      'technical',
      'Un second import avec « Mettre à jour les fiches existantes » écrase-t-il les contacts ajoutés à la main entre-temps ?',
    )
    .viewed(
      { days: 26 },
      'thomas',
      'Non : seules les colonnes associées sont écrites. Qu’il n’associe que SIRET et téléphone, avec le nom comme clé, puisque le SIRET est faux en base.',
    )
    .guided(
      { days: 26 },
      'hugo',
      'Annuaire, Entreprises, Importer : reprenez le même fichier et choisissez « Mettre à jour les fiches existantes ».',
      'Prenez « Raison sociale » comme clé, et n’associez que deux colonnes : SIRET et téléphone.',
      'Lancez « Vérifier sans importer » : téo doit annoncer 212 mises à jour et aucune création.',
      'Validez l’import, puis ouvrez trois fiches au hasard.',
    )
    .ticked({ days: 25 }, 1, 4)
    .resolved(
      { days: 24 },
      'hugo',
      'Les deux colonnes sont revenues à leur place par une mise à jour limitée au SIRET et au téléphone. « Vérifier sans importer » montre ce genre d’inversion avant qu’il soit trop tard.',
    )
    .closedByTime(),
  story('import-annule-seul', 'u-karim-slimani')
    .mishandling(
      { days: 18 },
      {
        impact: 'low',
        page: '/annuaire/import',
        answers: {
          subject: 'Import lancé deux fois, tous nos prospects en double',
          mishap: 'import',
          module: 'directory',
          done: 'La page semblait figée, j’ai cliqué une seconde fois sur « Importer ».',
          doneWhen: 'Il y a dix minutes',
          restore: 'Une seule fiche par prospect.',
        },
      },
    )
    .cancelled(
      { days: 18 },
      'En fait, l’outil « Doublons » de l’annuaire propose de tout réunir d’un coup. C’est fait, désolé du dérangement.',
    ),
  story('export-compta-periode', 'u-solene-guegan')
    .mishandling(
      { days: 44 },
      {
        impact: 'high',
        page: '/facturation/exports',
        answers: {
          subject: 'Export comptable fait sur le mauvais mois : les écritures sont marquées exportées',
          mishap: 'export',
          module: 'invoicing',
          done: 'J’ai exporté le mois en cours au lieu du mois dernier. Les 61 factures portent maintenant « exportée », et le cabinet n’a pas intégré le fichier.',
          doneWhen: 'Lundi vers 11 h',
          restore: 'Que ces 61 factures puissent partir dans l’export de fin de mois.',
        },
      },
    )
    .assigned({ days: 44 }, 'hugo', 'customer', 'julien')
    .asked(
      { days: 44 },
      'julien',
      'Bonjour Solène,\n\nune vérification avant de revenir en arrière : le cabinet a-t-il bien supprimé le fichier reçu ? Sinon, les écritures partiraient deux fois chez lui.',
    )
    .replied({ days: 42 }, 'Oui, confirmé par courriel : fichier supprimé, rien d’intégré.')
    .guided(
      { days: 42 },
      'julien',
      'Facturation, Exports, ouvrez l’export de lundi 11 h.',
      'Menu « … », « Annuler cet export » : téo demande le motif, il reste dans le journal.',
      'Vérifiez que les 61 factures sont de nouveau « à exporter ».',
    )
    .ticked({ days: 41 }, 1, 3)
    .resolved(
      { days: 41 },
      'julien',
      'L’export a été annulé depuis sa fiche, les 61 factures repartiront en fin de mois. Le motif est au journal, votre cabinet peut le demander.',
    )
    .confirmed({ days: 40 }),
  story('modele-ecrase', 'u-aurelie-marchand')
    .mishandling(
      { days: 20 },
      {
        impact: 'medium',
        page: '/documents/modeles/convention-intra',
        answers: {
          subject: 'J’ai enregistré un essai par-dessus notre modèle de convention',
          mishap: 'other',
          module: 'documents',
          done: 'Je testais une mise en page sur la convention intra et j’ai cliqué sur « Enregistrer » au lieu de « Enregistrer une copie ». Nos articles 5 à 9 n’y sont plus.',
          doneWhen: 'Mardi dernier, dans l’après-midi',
          restore: 'Le modèle tel qu’il était lundi.',
        },
      },
    )
    .assigned({ days: 20 }, 'ines', 'customer', 'hugo')
    .consulted(
      { days: 19 },
      'hugo',
      'technical',
      'Garde-t-on quelque part les anciennes versions d’un modèle ? Elle cherche sa convention de la semaine dernière.',
    )
    .viewed(
      { days: 18 },
      'nora',
      'Non, l’historique des modèles arrive avec la 8.4.3, la semaine prochaine. En revanche chaque convention émise garde son PDF, avec le texte complet des articles.',
    )
    .ruledOut(
      { days: 18 },
      'hugo',
      'Bonjour Aurélie,\n\nnous ne pouvons pas revenir à la version de lundi : téo ne conserve pas encore l’historique des modèles (il arrive avec la 8.4.3), et nous n’intervenons pas dans les bases de données. La dernière convention intra émise contient cependant le texte entier des articles 5 à 9 : nous le recollons ensemble quand vous voulez.',
    )
    .resolved(
      { days: 16 },
      'hugo',
      'Modèle reconstruit au téléphone à partir d’une convention émise, marqueurs compris. À partir de la 8.4.3, l’onglet « Versions » permettra de revenir en arrière.',
    )
    .closedByTime(),
  story('relances-parties', 'u-ines-cordier')
    .mishandling(
      { days: 58 },
      {
        impact: 'urgent',
        page: '/facturation/relances',
        answers: {
          subject: 'Relance envoyée à 140 clients qui ont déjà payé',
          mishap: 'other',
          module: 'invoicing',
          done: 'J’ai lancé les relances avant d’avoir rapproché les virements du mois.',
          doneWhen: 'Ce matin à 8 h 50',
          restore: 'Rappeler ces courriels, ou au moins arrêter ceux qui ne sont pas encore partis.',
        },
      },
    )
    .assigned({ days: 58 }, 'ines', 'customer', 'ines')
    .ruledOut(
      { days: 58 },
      'ines',
      'Bonjour Inès,\n\nles 140 courriels étaient partis quand vous nous avez écrit, et un courriel remis ne se rappelle pas. Ce que nous pouvons faire avec vous : un message d’excuse, adressé aux seules factures soldées, en un envoi.',
    )
    .replied({ days: 58 }, 'Compris. Je veux bien de l’aide pour le message, je n’ose plus toucher à rien.')
    .answered(
      { days: 57 },
      'ines',
      'Filtrez les factures sur « Relancée le … » et « Soldée », puis « Écrire aux contacts » : le modèle « Relance envoyée par erreur » vous attend, relisez-le avant l’envoi.',
    )
    .resolved(
      { days: 55 },
      'ines',
      'Message d’excuse parti aux 140 contacts. Le réglage « Ne relancer qu’après rapprochement » est maintenant actif.',
    )
    .confirmed({ days: 54 }),
  story('fusion-inversee', 'u-fatou-diarra')
    .mishandling(
      { days: 9 },
      {
        impact: 'medium',
        page: '/annuaire/entreprises',
        answers: {
          subject: 'Fusion de deux entreprises dans le mauvais sens',
          mishap: 'other',
          module: 'directory',
          done: 'J’ai fusionné « Kermarec SAS » dans « Kermarec Transports », alors que la seconde n’existe plus. Les futures factures portent l’ancien nom.',
          doneWhen: 'Jeudi, après le déjeuner',
          restore: 'Que la fiche restante soit « Kermarec SAS », avec tout l’historique.',
        },
      },
    )
    .assigned({ days: 9 }, 'ines', 'customer', 'julien')
    .guided(
      { days: 9 },
      'julien',
      'Fiche « Kermarec Transports », onglet Historique, ligne « Fusion » : « Défaire la fusion ».',
      'Vérifiez que les deux fiches ont retrouvé leurs propres conventions.',
      'Depuis « Kermarec SAS » cette fois : « … », « Fusionner avec », « Kermarec Transports ».',
    )
    .ticked({ days: 7 }, 1)
    .unticked({ days: 7 }, 1)
    .replied(
      { days: 7 },
      '« Défaire la fusion » est grisé : une facture a été émise entre-temps. Je décoche, je ne veux rien casser.',
    )
    .consulted(
      { days: 6 },
      'julien',
      'technical',
      'La facture émise après la fusion bloque le retour. Un avoir suffit-il à dégriser « Défaire la fusion » ?',
    ),
];
