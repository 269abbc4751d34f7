import type { FileTicketRequest } from '@teo-support/core/contract';

/** A malfunction as a téomaster would report it. */
export function malfunction(change: Partial<FileTicketRequest> = {}): FileTicketRequest {
  return {
    type: 'malfunction',
    impact: { usable: false, alternative: 'painful' },
    answers: {
      subject: 'La feuille d’émargement de l’après-midi se vide',
      module: 'calendar',
      description:
        'Depuis ce matin, la colonne de l’après-midi disparaît quand je renvoie l’invitation à signer.',
      steps: ['Ouvrir la session du 24 novembre', 'Cliquer sur « Renvoyer l’invitation »'],
      expected: 'Les stagiaires reçoivent le lien.',
      observed: 'La colonne se vide et un code d’erreur s’affiche.',
      errorText: 'ERR-EMARG-500',
      screenshots: { files: [], noneBecause: 'Données personnelles visibles' },
    },
    context: [{ key: 'page', value: '/agenda/sessions/118/emargement' }],
    ...change,
  };
}

export function usageQuestion(): FileTicketRequest {
  return {
    type: 'usage_question',
    impact: { usable: true },
    answers: {
      subject: 'Quel marqueur pour le numéro de déclaration d’activité ?',
      about: 'merge_field',
      module: 'documents',
      question: 'Je cherche le marqueur téo edit du NDA pour la convention.',
    },
    context: [],
  };
}

/** A follow-up of a training course that was delivered to the requester's organization. */
export function trainingFollowUp(training: string): FileTicketRequest {
  return {
    type: 'training_follow_up',
    impact: { usable: true },
    answers: {
      subject: 'Exercice sur les absences',
      training,
      about: 'practice',
      request: 'Comment refaire l’exercice sur les absences avec nos propres sessions ?',
    },
    context: [],
  };
}

/** A remark on a feature in whose trial the requester's organization is enrolled. */
export function rndRemark(feature: string): FileTicketRequest {
  return {
    type: 'rnd',
    impact: { usable: true },
    answers: {
      subject: 'Une remarque sur la vue partagée',
      feature,
      remark: 'suggestion',
      description: 'La semaine se lit bien, les absences moins.',
    },
    context: [],
  };
}

/** The smallest PNG: one transparent pixel. */
export const onePixelPng = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
);
