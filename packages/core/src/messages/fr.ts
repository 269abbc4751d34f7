import type { Catalogue } from './catalogue.js';

const modules = {
  directory: 'Annuaire',
  calendar: 'Agenda',
  training_files: 'Dossiers',
  invoicing: 'Facturation',
  steering: 'Pilotage',
  documents: 'Documents',
  communication: 'Communication',
  administration: 'Admin',
} as const;

/** Les mots du domaine, en français. */
export const fr: Catalogue = {
  locale: 'fr',
  ticketTypes: {
    malfunction: {
      name: 'Dysfonctionnement',
      when: 'Un bug : erreur affichée, écran bloqué, fonctionnalité qui ne répond plus.',
      fields: {
        subject: {
          label: 'Le problème en une phrase',
          hint: 'C’est le titre que vous retrouverez dans vos tickets.',
        },
        module: { label: 'Dans quel module de téo ?', hint: '', options: modules },
        description: {
          label: 'Que se passe-t-il ?',
          hint: 'Décrivez précisément : la session, le document ou la personne concernés, et depuis quand.',
        },
        steps: {
          label: 'Comment reproduire le problème ?',
          hint: 'Une action par ligne, dans l’ordre. Nous les suivrons à l’identique pour tester.',
        },
        expected: { label: 'Qu’attendiez-vous ?', hint: 'Ce que téo aurait dû faire.' },
        observed: { label: 'Qu’avez-vous obtenu ?', hint: 'Ce que téo a fait à la place.' },
        errorText: { label: 'Message ou code d’erreur', hint: 'Recopiez-le tel quel, s’il y en a un.' },
        screenshots: {
          label: 'Captures d’écran',
          hint: 'Choisissez, déposez ou collez des images. Elles nous font souvent gagner une journée.',
        },
      },
    },
    usage_question: {
      name: 'Question d’utilisation',
      when: 'Un geste, un chiffre, un marqueur téo edit, un échéancier : comment faire dans téo ?',
      fields: {
        subject: {
          label: 'Votre question en une phrase',
          hint: 'C’est le titre que vous retrouverez dans vos tickets.',
        },
        about: {
          label: 'Sur quoi porte-t-elle ?',
          hint: '',
          options: {
            gesture: 'Un geste : comment faire',
            figure: 'Un chiffre : d’où vient-il',
            merge_field: 'Un marqueur téo edit',
            payment_schedule: 'Le paramétrage d’un échéancier',
            other: 'Autre chose',
          },
        },
        module: { label: 'Dans quel module de téo ?', hint: '', options: modules },
        question: {
          label: 'Que souhaitez-vous faire ?',
          hint: 'Dites-nous le besoin derrière la question : nous chercherons ensemble le meilleur paramétrage.',
        },
        alreadyTried: {
          label: 'Qu’avez-vous déjà essayé ?',
          hint: 'Cela nous évite de vous proposer la même chose.',
        },
        screenshots: { label: 'Captures d’écran', hint: 'Si une image vaut mieux qu’un long discours.' },
      },
    },
  },
  services: {
    customer: 'Service clients',
    training: 'Service formation',
    sales: 'Service commercial',
    technical: 'Service technique',
  },
  priorities: {
    urgent: { name: 'Urgent', definition: 'Fonctionnalité impossible à utiliser, aucune alternative' },
    high: { name: 'Élevée', definition: 'Impossible à utiliser, alternative pénible' },
    medium: { name: 'Moyenne', definition: 'Impossible à utiliser, une alternative existe' },
    low: { name: 'Faible', definition: 'Pas pratique mais fonctionnel' },
  },
  statuses: {
    new: 'Nouveau',
    open: 'En cours',
    pending: 'En attente de votre réponse',
    resolved: 'Résolu',
    closed: 'Clos',
    cancelled: 'Annulé',
  },
  turns: { team: 'À l’équipe téo', requester: 'À vous', nobody: 'Terminé' },
  verdicts: { confirmed: 'Bug avéré', not_reproduced: 'Non reproduit', not_a_bug: 'Pas un bug' },
  impact: {
    usableQuestion: 'Pouvez-vous utiliser la fonctionnalité ?',
    usableYes: 'Oui, mais ce n’est pas pratique',
    usableNo: 'Non, c’est impossible',
    alternativeQuestion: 'Avez-vous un autre moyen d’y arriver ?',
    alternatives: {
      none: 'Non, aucun',
      painful: 'Oui, mais c’est pénible',
      acceptable: 'Oui, c’est acceptable en attendant',
    },
  },
  contextKeys: {
    page: 'Page',
    title: 'Titre de la page',
    browser: 'Navigateur',
    viewport: 'Taille de la fenêtre',
    host_version: 'Version de téo',
    console_errors: 'Dernières erreurs de la page',
    failed_requests: 'Dernières requêtes en échec',
  },
  fieldIssues: {
    required: 'Ce champ est nécessaire : complétez-le pour continuer.',
    too_long: 'Ce texte dépasse {limit} caractères : raccourcissez-le.',
    too_few: 'Il en faut au moins {limit}.',
    too_many: 'Pas plus de {limit} : retirez-en.',
    one_line_only: 'Gardez une seule ligne : les détails ont leur place plus bas.',
    not_an_option: 'Choisissez une des réponses proposées.',
    images_or_reason: 'Joignez au moins une capture, ou dites pourquoi il n’y en a pas.',
    unknown_file: 'Ce fichier n’est plus disponible : joignez-le à nouveau.',
    unknown_field: 'Ce champ n’existe pas pour ce type de ticket : retirez-le.',
    wrong_shape: 'Cette valeur n’a pas la forme attendue pour ce champ.',
  },
  rejections: {
    fields_invalid: 'Certains champs sont à revoir. Rien n’est perdu : corrigez-les et envoyez à nouveau.',
    staff_only: 'Cette action est réservée à l’équipe téo.',
    teomaster_only: 'Cette action revient au téomaster qui suit le ticket.',
    not_your_organization: 'Ce ticket appartient à un autre organisme.',
    wrong_status: 'Cette action n’est pas possible tant que le ticket est « {status} ».',
    ticket_exists: 'Ce ticket est déjà enregistré.',
    ticket_missing: 'Ce ticket n’existe pas.',
    type_not_tested: 'Le test de reproduction ne concerne que les dysfonctionnements.',
    verdict_not_confirmed:
      'Le transfert au service technique demande un test de reproduction conclu par « Bug avéré ».',
    already_transferred: 'Ce ticket a déjà été transmis au service technique.',
    assignee_not_in_service:
      'Cette personne ne fait pas partie du service choisi : choisissez l’un ou l’autre à nouveau.',
  },
  erased: '[texte effacé à la demande de la personne]',
};
