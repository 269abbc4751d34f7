import type { ImprovementRejection } from './rejection.js';

type Messages = Readonly<Record<ImprovementRejection['code'], string>>;

/**
 * Why a command on a request or a review was refused, in both languages. Apart from the catalogues of the tickets,
 * so that a page on which nobody decides anything does not load them.
 */
export const improvementRejectionMessages: Readonly<Record<'fr' | 'en', Messages>> = {
  fr: {
    fields_invalid: 'Les trois parties de la demande sont nécessaires : complétez celles qui manquent.',
    staff_only: 'Les décisions sont prises par l’équipe téo.',
    teomaster_only: 'Une demande d’amélioration est déposée par un téomaster.',
    request_exists: 'Cette demande est déjà enregistrée.',
    rationale_without_substance:
      'Motivez ce choix en une phrase au moins : l’auteur et ceux qui suivent la demande la liront.',
    same_decision_again: 'Cette décision est déjà celle qui vaut, avec la même motivation.',
    review_published: 'L’analyse de ce mois est publiée : elle ne change plus. Préparez la suivante.',
    review_not_yet: 'Le mois de cette analyse n’a pas commencé : publiez-la le moment venu.',
    nothing_drafted: 'Cette analyse ne contient aucune décision : préparez-en une avant de publier.',
  },
  en: {
    fields_invalid: 'All three parts of the request are needed: fill in those that are missing.',
    staff_only: 'Decisions are made by the téo team.',
    teomaster_only: 'An improvement request is submitted by a téomaster.',
    request_exists: 'This request is already on record.',
    rationale_without_substance:
      'Give your reason in one sentence at least: the author and the followers will read it.',
    same_decision_again: 'This decision already stands, with the same rationale.',
    review_published: 'This month’s review is published: it no longer changes. Prepare the next one.',
    review_not_yet: 'The month of this review has not begun: publish it when the time comes.',
    nothing_drafted: 'This review holds no decision: draft one before you publish.',
  },
};
