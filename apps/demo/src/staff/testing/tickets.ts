import type { StaffMember, StaffTicket, StaffTimelineEntry, TicketSummary } from '@teo-support/sdk';
import { judged } from './judged.js';

export const julien: StaffMember = {
  id: 'staff-julien',
  name: 'Julien Morel',
  email: 'julien@teo.test',
  role: 'agent',
  services: ['customer'],
};
export const sarah: StaffMember = {
  id: 'staff-sarah',
  name: 'Sarah Nguyen',
  email: 'sarah@teo.test',
  role: 'agent',
  services: ['technical'],
};

const claire = { id: 'claire', name: 'Claire Vasseur' };

/**
 * A malfunction that was filed yesterday, as the API shows it; `part` changes what a test is about. What is possible
 * follows from the rules, unless a test says it.
 */
export function aTicket(part: Partial<StaffTicket> = {}): StaffTicket {
  return judged(
    {
      id: 't-1',
      reference: 'TEO-1001',
      type: 'malfunction',
      subject: 'Erreur 500 sur la feuille d’émargement',
      status: 'new',
      priority: 'urgent',
      service: 'customer',
      organizationId: 'org-1',
      requester: claire,
      organization: { id: 'org-1', name: 'Atelier des Métiers' },
      agent: null,
      turn: 'team',
      merged: false,
      clock: {
        state: 'running',
        dueAt: '2026-11-26T09:00:00Z',
        targetDays: 3,
        pausedMs: 0,
        missed: false,
        firstAnswer: { dueAt: '2026-11-24T09:00:00Z', metAt: null, missed: false },
        assignment: { dueAt: '2026-11-24T09:00:00Z', metAt: null, missed: false },
      },
      targets: {
        urgent: '2026-11-26T09:00:00Z',
        high: '2026-11-28T09:00:00Z',
        medium: '2026-12-03T09:00:00Z',
        low: '2026-12-08T09:00:00Z',
      },
      verdict: null,
      transferredAt: null,
      filedAt: '2026-11-23T09:00:00Z',
      changedAt: '2026-11-23T09:00:00Z',
      version: 1,
      filedAs: 'malfunction',
      answers: {
        subject: { kind: 'text', text: 'Erreur 500 sur la feuille d’émargement' },
        module: { kind: 'choice', choice: 'training_files' },
        description: { kind: 'text', text: 'La colonne de l’après-midi se vide.' },
        steps: { kind: 'steps', steps: ['Ouvrir la feuille', 'Renvoyer l’invitation'] },
        expected: { kind: 'text', text: 'L’invitation part.' },
        observed: { kind: 'text', text: 'Une erreur.' },
        screenshots: { kind: 'images', files: [], noneBecause: 'Écran refermé.' },
      },
      impact: { usable: false, alternative: 'none' },
      context: [{ key: 'browser', value: 'Firefox 152' }],
      policyVersion: '2026-01',
      rollBack: null,
      duplicates: [],
      mergedInto: null,
      carried: false,
      reopenableUntil: null,
      possible: [],
      refusals: {},
      consultations: [],
      carrier: null,
      carries: [],
      links: [],
      offeredTypes: ['malfunction', 'mishandling', 'usage_question', 'training_follow_up'],
      entitlements: {
        trainings: [{ id: 'f-12', title: 'Prendre en main les dossiers', deliveredOn: '2026-09-18' }],
        trials: [],
      },
      timeline: [anEntry({ type: 'ticket.filed' }, 1, { kind: 'teomaster', ...claire })],
      ...part,
    },
    part,
  );
}

type EntryBody = StaffTimelineEntry extends infer E
  ? E extends unknown
    ? Omit<E, 'version' | 'at' | 'by' | 'clock'>
    : never
  : never;

/** One line of a ticket's story. */
function anEntry(
  body: EntryBody,
  version: number,
  by: StaffTimelineEntry['by'] = { kind: 'staff', id: sarah.id, name: sarah.name },
): StaffTimelineEntry {
  return { version, by, at: '2026-11-24T08:00:00Z', clock: null, ...body };
}

/** The ticket after one more thing happened to it. */
export function after(ticket: StaffTicket, body: EntryBody, part: Partial<StaffTicket> = {}): StaffTicket {
  const version = ticket.version + 1;
  const changed = { ...ticket, ...part, version, timeline: [...ticket.timeline, anEntry(body, version)] };
  return judged(changed, part);
}

/** As a list shows it. */
export function summaryOf(ticket: StaffTicket): TicketSummary {
  const {
    filedAs: _filedAs,
    answers: _answers,
    impact: _impact,
    context: _context,
    policyVersion: _policy,
    rollBack: _rollBack,
    duplicates: _duplicates,
    mergedInto: _mergedInto,
    reopenableUntil: _until,
    possible: _possible,
    refusals: _refusals,
    consultations: _consultations,
    carrier: _carrier,
    carries: _carries,
    links: _links,
    offeredTypes: _types,
    entitlements: _entitlements,
    timeline: _timeline,
    ...summary
  } = ticket;
  return summary;
}
