import type { ImprovementStatus } from '@teo-support/core';

const number = new Intl.NumberFormat('fr-FR');
const many = (count: number, one: string, several: string) =>
  `${number.format(count)} ${count > 1 ? several : one}`;

/** « que » et « de » s’élident devant une voyelle : « qu’une alerte », « d’y voir clair ». */
const before = (word: 'que' | 'de', next: string) =>
  /^[aàâäeéèêëiîïoôöuùûüyœæ]/i.test(next) ? `${word.slice(0, -1)}’` : `${word} `;

const statuses: Readonly<Record<ImprovementStatus, string>> = {
  submitted: 'En attente de décision',
  planned: 'Planifiée',
  in_progress: 'En cours de réalisation',
  postponed: 'Reportée',
  implemented: 'Mise en œuvre',
  not_selected: 'Non sélectionnée',
};

/** Les mots du forum des améliorations : demandes, voix, décisions, feuille de route. Chargés avec lui seulement. */
export const frImprovements = {
  statuses,
  /** La phrase d’une demande, partie par partie ; chaque partie reçoit ce qui la suit. */
  sentence: {
    role: (next: string) => `En tant ${before('que', next)}`,
    need: (next: string) => `, je souhaiterais ${before('que', next)}`,
    purpose: (next: string) => ` afin ${before('de', next)}`,
  },
  /** Ce qui est souhaité, comme titre. */
  wish: (need: string) => `Q${before('que', need).slice(1)}${need}`,
  asAndFor: (role: string, purpose: string) =>
    `En tant ${before('que', role)}${role}, afin ${before('de', purpose)}${purpose}`,
  request: (of: number) => `Demande ${of}`,
  wanted: (votes: number, organizations: number, mine: boolean, ours: number) => {
    if (votes === 0) return 'Personne ne la soutient encore';
    const people = `${many(votes, 'personne', 'personnes')} ${organizations > 1 ? `de ${number.format(organizations)} organismes` : 'd’un organisme'}`;
    if (ours === 0) return people;
    return ours === 1 && mine ? `${people}, dont vous` : `${people}, dont ${number.format(ours)} du vôtre`;
  },
  vote: 'Je la veux aussi',
  voteFor: (need: string) => `Je la veux aussi : ${need}`,
  voted: 'Vous la vouliez aussi.',
  comments: (count: number) => many(count, 'commentaire', 'commentaires'),
  overdue: 'Sans décision depuis plus d’un mois',
  dueBy: (date: string) => `Première décision attendue avant le ${date}`,
  wasDueBy: (date: string) =>
    `Nous nous engageons à décider en un mois : la première décision était attendue avant le ${date}. Cette demande sera vue à la prochaine analyse.`,
  decidedIn: (month: string) => `Décidée à l’analyse ${before('de', month)}${month}`,
  goesOn: 'Cette demande dit la même chose qu’une autre, dans laquelle elle se poursuit :',
  hidden: (reason: string) => `L’équipe téo a masqué cette demande : ${reason}`,
  list: {
    propose: 'Proposer une amélioration',
    roadmap: 'Feuille de route',
    search: 'Rechercher une demande',
    filters: 'Filtrer et trier',
    whose: 'Demandes',
    ofWhom: {
      all: 'Toutes les demandes',
      mine: 'Mes demandes',
      organization: 'Les demandes de mon organisme',
      voted: 'Celles que je soutiens',
      voted_organization: 'Celles que mon organisme soutient',
      followed: 'Celles que je suis',
    },
    module: 'Module',
    anyModule: 'Tous les modules',
    status: 'Statut',
    anyStatus: 'Tous les statuts',
    late: 'Sans décision depuis un mois',
    sort: 'Tri',
    sorts: { votes: 'Les plus soutenues', newest: 'Les plus récentes', decided: 'Décidées récemment' },
    total: (count: number) => (count === 0 ? 'Aucune demande' : many(count, 'demande', 'demandes')),
    atLeast: (count: number) => `Au moins ${many(count, 'demande', 'demandes')}`,
    more: 'Afficher plus',
    empty: 'Aucune demande ici',
    emptyText: 'Essayez avec moins de mots ou de filtres, ou proposez la vôtre.',
    clear: 'Retirer les filtres',
  },
  view: {
    heading: 'Améliorations',
    by: (who: string, date: string) => `Proposée par ${who}, le ${date}`,
    you: 'vous',
    someone: 'une personne d’un autre organisme',
    erased: '[texte effacé à la demande de la personne]',
    follow: 'Suivre cette demande',
    followHint: 'Chaque décision vous sera annoncée, sans voter.',
    told: 'Chaque décision vous sera annoncée.',
    decision: 'Décision',
    history: 'Toutes les décisions',
    submitted: 'Demande déposée',
    release: (name: string) => `Disponible dans téo ${name}`,
    article: 'Mode d’emploi :',
    fresh: 'Votre demande est publiée. Merci !',
    freshText: (date: string) =>
      `L’équipe l’analysera et vous dira ce qu’elle décide, et pourquoi, avant le ${date}.`,
    merged: 'Disent la même chose et se poursuivent ici',
  },
  fit: {
    question: 'Fait-elle ce dont vous aviez besoin ?',
    yes: 'Oui',
    no: 'Non',
    noted: 'Merci, c’est noté.',
    remark: 'Voulez-vous préciser ? (facultatif)',
    send: 'Envoyer la précision',
  },
  talk: {
    title: 'Commentaires',
    none: 'Aucun commentaire pour l’instant.',
    team: 'Équipe téo',
    answer: 'Réponse de l’équipe',
    hidden: 'Ce commentaire a été masqué par l’équipe téo.',
    hiddenBecause: (reason: string) => `Motif : ${reason}`,
    more: 'Afficher les commentaires suivants',
    write: 'Votre commentaire',
    writeHint:
      'Tous les téomasters le liront. Votre nom n’est montré qu’à votre organisme et à l’équipe téo.',
    send: 'Publier le commentaire',
    sending: 'Envoi en cours…',
  },
  writing: {
    heading: 'Proposer une amélioration',
    lead: 'Une demande tient en une phrase. Elle sera lue par tous les téomasters, sans votre nom hors de votre organisme.',
    role: 'En tant que',
    roleHint: 'Votre fonction : « responsable pédagogique »',
    need: 'je souhaiterais que',
    needHint: 'Votre besoin : « l’agenda montre une semaine par formateur »',
    purpose: 'afin de',
    purposeHint: 'Ce que cela vous apporte : « voir d’un coup d’œil qui est libre »',
    module: 'Dans quel module de téo ?',
    preview: 'Votre demande :',
    send: 'Publier la demande',
    sending: 'Envoi en cours…',
    notSent: 'Votre demande n’est pas encore partie. Rien n’est perdu.',
    bug: 'Quelque chose ne marche pas ?',
    ticket: 'Déposez plutôt un ticket',
  },
  similar: {
    title: 'Demandes proches',
    waiting: 'Si quelqu’un a déjà demandé la même chose, sa demande s’affichera ici.',
    none: 'Personne n’a encore demandé cela.',
    alike: 'Sans doute la même',
    found: (count: number) => many(count, 'demande proche trouvée', 'demandes proches trouvées'),
    unavailable: 'Les demandes proches ne s’affichent pas pour l’instant. La vôtre peut partir sans elles.',
    joined: (of: number, people: string) =>
      `C’est noté : la demande ${of} compte votre voix. Elle est soutenue par ${people}.`,
    see: 'Voir cette demande',
    addWords: 'Y ajouter mes mots en commentaire',
    kept: 'Ce que vous avez écrit est gardé ici.',
  },
  roadmap: {
    heading: 'Feuille de route',
    lead: 'Une fois par mois, l’équipe téo analyse les demandes et motive chacun de ses choix.',
    whose: {
      all: 'Toutes les demandes',
      me: 'Celles que je soutiens',
      organization: 'Celles de mon organisme',
    },
    since: 'Décidées',
    periods: { any: 'À toute date', quarter: 'Depuis trois mois', year: 'Depuis un an' },
    waiting: (count: number) =>
      count === 0
        ? 'Aucune demande n’attend de décision.'
        : `${many(count, 'demande attend', 'demandes attendent')} une première décision`,
    late: (count: number) =>
      count === 0 ? 'aucune depuis plus d’un mois.' : `dont ${number.format(count)} depuis plus d’un mois.`,
    seeLate: 'Voir les demandes en retard',
    last: (month: string, date: string, count: number) =>
      `Dernière analyse : ${month}, publiée le ${date} avec ${many(count, 'décision', 'décisions')}.`,
    none: 'Aucune demande.',
    all: (count: number) => `Voir les ${number.format(count)} demandes`,
  },
  notices: {
    title: (month: string) => `Analyse ${before('de', month)}${month} : ce que deviennent vos demandes`,
    several: 'Ce que l’équipe a décidé de vos demandes',
    why: { author: 'Vous l’avez proposée', voted: 'Vous la soutenez', followed: 'Vous la suivez' },
    others: (count: number) => `Voir ${many(count, 'autre', 'autres')}`,
    fits: 'Dites-nous si elle fait ce dont vous aviez besoin',
    dismiss: 'J’ai lu',
  },
};
