import type { ServiceClock, TicketStatus, Turn } from '@teo-support/core';
import type { Locale } from '@teo-support/core/messages';
import { catalogueOf } from '../../http/index.js';

/** What a line tells of a ticket, from left to right. */
export const columnNames = [
  'reference',
  'subject',
  'type',
  'status',
  'priority',
  'turn',
  'service',
  'agent',
  'organization',
  'requester',
  'dueAt',
  'clock',
  'missed',
  'filedAt',
  'changedAt',
  'firstAnswerAt',
  'firstAnswerMissed',
  'verdict',
  'transferredAt',
  'merged',
  'carried',
] as const;
export type ColumnName = (typeof columnNames)[number];

/** The words of the file beyond those of the domain. Both languages have all of them. */
export interface ExportWords {
  readonly headings: Readonly<Record<ColumnName, string>>;
  /** From the side of the team, who reads the file. */
  readonly statuses: Readonly<Record<TicketStatus, string>>;
  readonly turns: Readonly<Record<Turn, string>>;
  readonly clocks: Readonly<Record<ServiceClock['state'], string>>;
  readonly answer: (yes: boolean) => string;
}

const fr: ExportWords = {
  headings: {
    reference: 'Référence',
    subject: 'Sujet',
    type: 'Type',
    status: 'État',
    priority: 'Priorité',
    turn: 'À qui de jouer',
    service: 'Service',
    agent: 'Pris en charge par',
    organization: 'Organisme',
    requester: 'Téomaster',
    dueAt: 'Échéance',
    clock: 'Délai',
    missed: 'Délai dépassé',
    filedAt: 'Dépôt',
    changedAt: 'Dernier changement',
    firstAnswerAt: 'Première réponse',
    firstAnswerMissed: 'Première réponse en retard',
    verdict: 'Verdict du test',
    transferredAt: 'Transmission au service technique',
    merged: 'Doublon fusionné',
    carried: 'Porté par un bug avéré',
  },
  statuses: { ...catalogueOf('fr').statuses, pending: 'En attente du téomaster' },
  turns: { team: 'À l’équipe téo', requester: 'Au téomaster', nobody: 'À personne' },
  clocks: { running: 'En cours', paused: 'En pause', stopped: 'Arrêté' },
  answer: (yes) => (yes ? 'Oui' : 'Non'),
};

const en: ExportWords = {
  headings: {
    reference: 'Reference',
    subject: 'Subject',
    type: 'Type',
    status: 'Status',
    priority: 'Priority',
    turn: 'Whose turn',
    service: 'Service',
    agent: 'Assigned to',
    organization: 'Organization',
    requester: 'Téomaster',
    dueAt: 'Target',
    clock: 'Clock',
    missed: 'Target missed',
    filedAt: 'Filed',
    changedAt: 'Last change',
    firstAnswerAt: 'First answer',
    firstAnswerMissed: 'First answer late',
    verdict: 'Verdict of the test',
    transferredAt: 'Transferred to the technical service',
    merged: 'Merged duplicate',
    carried: 'Carried by a confirmed bug',
  },
  statuses: { ...catalogueOf('en').statuses, pending: 'Waiting for the téomaster' },
  turns: { team: 'The téo team', requester: 'The téomaster', nobody: 'Nobody' },
  clocks: { running: 'Running', paused: 'Paused', stopped: 'Stopped' },
  answer: (yes) => (yes ? 'Yes' : 'No'),
};

export const exportWords: Readonly<Record<Locale, ExportWords>> = { fr, en };
