import type { FilingCatalogue } from '../catalogue.js';

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

/** Les mots que lit la personne qui dépose un ticket, en français. */
export const frFiling: FilingCatalogue = {
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
    mishandling: {
      name: 'Erreur de manipulation',
      when: 'Une mauvaise manipulation : un import, un export, des horaires modifiés trop tard. Comment revenir en arrière ?',
      fields: {
        subject: {
          label: 'La manipulation en une phrase',
          hint: 'C’est le titre que vous retrouverez dans vos tickets.',
        },
        mishap: {
          label: 'De quelle manipulation s’agit-il ?',
          hint: '',
          options: {
            import: 'Un import',
            export: 'Un export',
            session_hours: 'Des horaires de séance modifiés après l’envoi de l’émargement',
            other: 'Autre chose',
          },
        },
        module: { label: 'Dans quel module de téo ?', hint: '', options: modules },
        done: {
          label: 'Qu’avez-vous fait ?',
          hint: 'Chaque geste, dans l’ordre, et sur quelles fiches ou quels fichiers.',
        },
        doneWhen: { label: 'Quand ?', hint: 'Le jour et l’heure, même approximatifs.' },
        restore: {
          label: 'Que souhaitez-vous retrouver ?',
          hint: 'L’état d’avant, et ce qui a été saisi depuis et doit rester.',
        },
        screenshots: { label: 'Captures d’écran', hint: 'Avant et après, si vous les avez.' },
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
    training_follow_up: {
      name: 'Suivi de formation',
      when: 'Une suite à une formation téo que vous avez suivie : un point à revoir, un document, une remarque.',
      fields: {
        subject: {
          label: 'Votre demande en une phrase',
          hint: 'C’est le titre que vous retrouverez dans vos tickets.',
        },
        training: { label: 'Après quelle formation ?', hint: 'Les formations téo de votre organisme.' },
        about: {
          label: 'Sur quoi porte-t-elle ?',
          hint: '',
          options: {
            practice: 'La mise en pratique',
            content: 'Un point du programme à revoir',
            documents: 'Un support ou un document',
            complaint: 'Une réclamation',
            other: 'Autre chose',
          },
        },
        request: {
          label: 'Que souhaitez-vous ?',
          hint: 'Le service formation vous répond ; votre demande compte dans notre suivi qualité Qualiopi.',
        },
        alreadyTried: {
          label: 'Qu’avez-vous déjà essayé ?',
          hint: 'Cela nous évite de vous proposer la même chose.',
        },
        screenshots: { label: 'Captures d’écran', hint: 'Si une image vaut mieux qu’un long discours.' },
      },
    },
    rnd: {
      name: 'R&D',
      when: 'Un retour sur une fonctionnalité en développement que votre organisme teste.',
      fields: {
        subject: {
          label: 'Votre retour en une phrase',
          hint: 'C’est le titre que vous retrouverez dans vos tickets.',
        },
        feature: {
          label: 'Sur quelle fonctionnalité en test ?',
          hint: 'Celles que votre organisme essaie en ce moment.',
        },
        remark: {
          label: 'Quel genre de retour ?',
          hint: '',
          options: {
            bug: 'Quelque chose ne marche pas',
            difficulty: 'Quelque chose est difficile à comprendre',
            suggestion: 'Une idée pour l’améliorer',
            satisfaction: 'Ce qui vous plaît',
          },
        },
        description: {
          label: 'Racontez-nous',
          hint: 'Ce que vous faisiez, ce qui s’est passé, ce que vous en pensez.',
        },
        expected: { label: 'Qu’attendiez-vous ?', hint: 'Ce que téo aurait dû faire.' },
        screenshots: { label: 'Captures d’écran', hint: 'Si une image vaut mieux qu’un long discours.' },
      },
    },
  },
  notices: {
    guided_roll_back:
      'Nous n’intervenons pas directement sur les bases de données : nous vous guidons pas à pas pour revenir en arrière, quand c’est possible.',
  },
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
};
