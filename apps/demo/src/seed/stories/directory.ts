import { type Story, story } from '../story.js';

/** Annuaire and Communication: people, companies, mailings. */
export const directory: readonly Story[] = [
  story('import-csv-accents', 'u-mehdi-benali')
    .malfunction(
      { days: 11 },
      {
        impact: 'medium',
        page: '/annuaire/import',
        answers: {
          subject: 'Les accents disparaissent à l’import CSV des apprenants',
          module: 'directory',
          description:
            'Les prénoms accentués arrivent avec des points d’interrogation : Am?lie, Ren?. Le fichier est pourtant correct dans le tableur.',
          steps: ['Annuaire, Importer', 'Choisir le fichier CSV enregistré depuis Excel', 'Valider'],
          expected: 'Amélie, René.',
          observed: 'Am?lie, Ren?.',
          screenshots: { files: [], noneBecause: 'Données personnelles des apprenants.' },
        },
      },
    )
    .assigned({ days: 11 }, 'ines', 'customer', 'hugo')
    .answered(
      { days: 11 },
      'hugo',
      'Bonjour Mehdi,\n\nen attendant notre test : dans le tableur, choisissez « CSV UTF-8 » à l’enregistrement, les accents passeront.',
    )
    .tested({ days: 10 }, 'hugo', {
      verdict: 'confirmed',
      environment: 'téo 8.4.2, fichier en Windows-1252',
      steps: ['Importer un CSV enregistré par Excel'],
      observed: 'Le jeu de caractères n’est pas reconnu.',
    })
    .transferred({ days: 10 }, 'hugo')
    .resolved(
      { days: 3 },
      'thomas',
      'L’import reconnaît maintenant les fichiers d’Excel. Réimportez la liste : les fiches existantes sont mises à jour.',
    ),
  story('referent-handicap', 'u-solene-guegan').question(
    { minutes: 50 },
    {
      impact: 'low',
      page: '/annuaire/apprenants',
      answers: {
        subject: 'Où noter un besoin d’aménagement sans que tous les collègues le voient ?',
        about: 'other',
        module: 'directory',
        question:
          'Un apprenant nous a signalé un handicap. Notre référente doit pouvoir le noter et suivre l’aménagement, mais ni l’accueil ni la comptabilité ne doivent le lire. Existe-t-il un champ réservé sur la fiche ?',
      },
    },
  ),
  story('fusion-entreprises', 'u-nadia-haddad')
    .question(
      { days: 2 },
      {
        impact: 'low',
        page: '/annuaire/entreprises',
        answers: {
          subject: 'Fusionner deux fiches d’une même entreprise',
          about: 'gesture',
          module: 'directory',
          question:
            'Une entreprise existe deux fois avec le même SIRET, chacune a des conventions. Que devient l’historique si nous les fusionnons ?',
        },
      },
    )
    .answered(
      { days: 2 },
      'julien',
      'Bonjour Nadia,\n\nl’historique des deux fiches est conservé : conventions, factures et contacts rejoignent la fiche que vous gardez. Depuis la fiche à garder : « … », « Fusionner avec ».',
    )
    .resolved(
      { days: 1 },
      'julien',
      'Fusion depuis la fiche à conserver ; l’historique est repris en entier.',
    ),
  story('mail-non-distribue', 'u-yann-le-goff')
    .malfunction(
      { days: 23 },
      {
        impact: 'high',
        page: '/communication/envois',
        answers: {
          subject: 'Les convocations arrivent dans les indésirables chez un grand compte',
          module: 'communication',
          description:
            'Tous les salariés d’un même client reçoivent nos convocations dans les indésirables. Nous avons eu quatre absents lundi.',
          steps: ['Envoyer une convocation à une adresse de ce client', 'Demander où elle est arrivée'],
          expected: 'Boîte de réception.',
          observed: 'Courrier indésirable.',
          screenshots: { files: [], noneBecause: 'La capture vient de la messagerie du client.' },
        },
      },
    )
    .assigned({ days: 23 }, 'ines', 'customer', 'ines')
    .tested({ days: 23 }, 'ines', {
      verdict: 'not_reproduced',
      environment: 'Envoi vers trois messageries de test',
      steps: ['Envoi d’une convocation depuis la base du client'],
      observed: 'Réception normale ; l’enregistrement SPF du domaine de l’expéditeur ne cite pas téo.',
      message:
        'Bonjour Yann,\n\nvotre domaine n’autorise pas encore téo à envoyer en son nom. Pouvez-vous transmettre à votre hébergeur les deux lignes de la page Admin, Envois, Domaine ?',
    })
    .replied({ days: 20 }, 'C’est fait hier soir par notre prestataire.')
    .resolved(
      { days: 19 },
      'ines',
      'Le domaine autorise maintenant téo (SPF et DKIM). Les derniers envois arrivent en boîte de réception.',
    )
    .confirmed({ days: 18 }),
  story('droits-annuaire', 'u-emily-carter')
    .question(
      { days: 38 },
      {
        impact: 'low',
        page: '/admin/roles',
        answers: {
          subject: 'Let an assistant see companies but not trainees',
          about: 'other',
          module: 'administration',
          question:
            'We have a new assistant for invoicing. She should see companies and invoices, and no personal data of trainees. Which role fits?',
        },
      },
    )
    .answered(
      { days: 37 },
      'hugo',
      'Hello Emily,\n\nthe role “Accounting” does exactly that. If she also needs quotes, copy the role and tick “Quotes: read”.',
    )
    .resolved({ days: 36 }, 'hugo', 'Role “Accounting”, copied with access to quotes.')
    .confirmed({ days: 35 }),
  story('modele-courriel', 'u-aurelie-marchand')
    .question(
      { days: 75 },
      {
        impact: 'low',
        page: '/communication/modeles',
        answers: {
          subject: 'Envoyer l’évaluation à chaud le dernier jour à 16 h',
          about: 'gesture',
          module: 'communication',
          question:
            'Peut-on programmer l’envoi du questionnaire à chaud le dernier jour de chaque session, sans y penser ?',
        },
      },
    )
    .assigned({ days: 75 }, 'ines', 'customer', null)
    .answered(
      { days: 75 },
      'camille',
      'Bonjour Aurélie,\n\noui, avec un automatisme : Communication, Automatismes, « Fin de session », heure 16 h, modèle « Évaluation à chaud ».',
    )
    .resolved({ days: 74 }, 'camille', 'Automatisme « Fin de session » à 16 h.')
    .closedByTime(),
  story('page-lente', 'u-pascal-lemoine')
    .malfunction(
      { days: 57 },
      {
        impact: 'low',
        page: '/annuaire',
        answers: {
          subject: 'La recherche de l’annuaire met dix secondes à répondre',
          module: 'directory',
          description: 'À partir de trois lettres, la liste se fige. C’est pire l’après-midi.',
          steps: ['Ouvrir l’annuaire', 'Taper « mar »'],
          expected: 'Une réponse immédiate.',
          observed: 'Dix secondes d’attente.',
          screenshots: { files: [], noneBecause: 'Une image ne montrerait pas l’attente.' },
        },
      },
    )
    .assigned({ days: 57 }, 'ines', 'customer', 'hugo')
    .answered(
      { days: 57 },
      'hugo',
      'Bonjour Pascal,\n\nmerci pour la mesure : dix secondes, c’est beaucoup trop. Je chronomètre la même recherche sur une base de la taille de la vôtre et je vous dis ce que j’y trouve.',
    )
    .tested({ days: 56 }, 'hugo', {
      verdict: 'confirmed',
      environment: 'téo 8.3, base de 48 000 fiches',
      steps: ['Recherche « mar »'],
      observed: '9,6 s en heure de pointe.',
    })
    .transferred({ days: 56 }, 'hugo')
    .resolved(
      { days: 48 },
      'nora',
      'L’index de recherche a été refait : moins d’une demi-seconde sur votre base.',
    )
    .confirmed({ days: 47 }),
];
