import type { Actor } from '../people/actor.js';
import { ticketId } from '../people/ids.js';
import type { Service } from '../people/service.js';
import type { AnswersInput } from '../ticket-types/answers.js';
import type { TicketType } from '../ticket-types/index.js';
import type {
  AnswerTicket,
  AssignTicket,
  FileTicket,
  PairCommand,
  RecordReproductionTest,
  RequalifyTicket,
  TicketCommandType,
} from '../tickets/commands.js';
import { claire, entitlements, hugo, sofia, time } from './domain.js';

export const malfunctionAnswers = {
  subject: 'Erreur 500 à la validation',
  module: 'invoicing',
  description: 'La page de facturation ne répond plus depuis ce matin.',
  steps: ['Ouvrir la facture 12', 'Valider'],
  expected: 'La facture est validée',
  observed: 'Une erreur 500',
  screenshots: { files: [], noneBecause: 'Page blanche' },
} satisfies AnswersInput;

/** What Claire answers in the form of each type. */
export const answersTo = {
  malfunction: malfunctionAnswers,
  mishandling: {
    subject: 'Import lancé deux fois',
    mishap: 'import',
    module: 'training_files',
    done: 'J’ai importé deux fois la même liste de stagiaires.',
    doneWhen: 'Lundi vers 10 h',
    restore: 'La liste d’avant le second import',
  },
  usage_question: {
    subject: 'Quel marqueur ?',
    about: 'merge_field',
    module: 'documents',
    question: 'Je prépare le modèle de convention.',
  },
  training_follow_up: {
    subject: 'Le support de la formation',
    training: 'tr_1',
    about: 'documents',
    request: 'Pourriez-vous renvoyer le support ?',
  },
  rnd: {
    subject: 'L’agenda partagé est lent',
    feature: 'ft_1',
    remark: 'difficulty',
    description: 'L’ouverture prend dix secondes.',
  },
} satisfies Record<TicketType, AnswersInput>;

/** Files a ticket of a type, with the impact that makes it urgent where the type asks for one. */
export function fileAs(ticketType: TicketType, changes: Partial<FileTicket> = {}): FileTicket {
  return {
    type: 'file',
    ticketId: ticketId('tk_1'),
    number: 1042,
    ticketType,
    answers: answersTo[ticketType],
    impact: { usable: false, alternative: 'none' },
    context: [],
    uploads: [],
    entitlements,
    ...changes,
  };
}

export function fileMalfunction(changes: Partial<FileTicket> = {}): FileTicket {
  return fileAs('malfunction', changes);
}

export function fileQuestion(changes: Partial<FileTicket> = {}): FileTicket {
  return fileAs('usage_question', { impact: { usable: true }, ...changes });
}

export function answerWith(text: string, changes: Partial<AnswerTicket> = {}): AnswerTicket {
  return { type: 'answer', text, files: [], awaitsRequester: false, ...changes };
}

export function assignTo(service: Service, agent: AssignTicket['agent'] = null): AssignTicket {
  return { type: 'assign', service, agent };
}

export function reproductionTest(changes: Partial<RecordReproductionTest> = {}): RecordReproductionTest {
  return {
    type: 'record_reproduction_test',
    verdict: 'confirmed',
    environment: 'Recette, Firefox',
    steps: ['Ouvrir la facture', 'Valider'],
    observed: 'Erreur 500',
    evidence: [],
    message: '',
    requalifiedAs: null,
    ...changes,
  };
}

export function requalifyAs(ticketType: TicketType, changes: Partial<RequalifyTicket> = {}): RequalifyTicket {
  return {
    type: 'requalify',
    ticketType,
    reason: 'Il s’agit d’autre chose.',
    answers: {},
    entitlements,
    ...changes,
  };
}

/** Who gives a command as a rule. */
export const giver: Readonly<Record<TicketCommandType | PairCommand['type'], Actor>> = {
  file: claire,
  reply: claire,
  tick_roll_back_step: claire,
  confirm: claire,
  reopen: claire,
  cancel: claire,
  answer: sofia,
  write_note: sofia,
  assign: sofia,
  record_reproduction_test: sofia,
  transfer: sofia,
  reprioritise: sofia,
  requalify: sofia,
  consult: sofia,
  answer_consultation: hugo,
  guide_roll_back: sofia,
  rule_out_roll_back: sofia,
  resolve: sofia,
  merge: sofia,
  unmerge: sofia,
  carry: sofia,
  release: sofia,
  link: sofia,
  unlink: sofia,
  close_by_time: time,
  raise_alarms: time,
};
