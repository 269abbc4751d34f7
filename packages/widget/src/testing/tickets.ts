import { teoModules, ticketTypes } from '@teo-support/core';
import type { Me, RequesterTicket, RequesterTimelineEntry, TicketSummary } from '@teo-support/core/contract';

const organization = { id: 'org-1', name: 'Atelier des Métiers' };

export const claire: Me = {
  id: 'claire',
  name: 'Claire Vasseur',
  organization,
  policy: {
    version: '2026-01',
    timeZone: 'Europe/Paris',
    calendar: { kind: 'calendar_days' },
    targetDays: { urgent: 3, high: 5, medium: 10, low: 15 },
    firstAnswer: { urgent: { days: 1 }, high: { days: 1 }, medium: { days: 2 }, low: { days: 3 } },
    assignment: { urgent: { days: 1 }, high: { days: 1 }, medium: { days: 1 }, low: { days: 1 } },
    approachingAfter: 0.75,
    closesAfterDays: 14,
    reopenWindowDays: 30,
  },
  modules: [...teoModules],
  ticketTypes: [...ticketTypes],
  entitlements: {
    trainings: [
      { id: 'start', title: 'Prendre en main téo', deliveredOn: '2026-03-12' },
      { id: 'edit', title: 'téo edit', deliveredOn: '2026-10-06' },
    ],
    trials: [{ id: 'planner', name: 'Planificateur' }],
  },
};

/** A clock that runs: nothing was answered or assigned yet, and nothing is late. */
const firstDuty = { dueAt: '2026-11-24T09:00:00Z', metAt: null, missed: false };
export const runningClock: RequesterTicket['clock'] = {
  state: 'running',
  dueAt: '2026-11-26T09:00:00Z',
  targetDays: 3,
  pausedMs: 0,
  missed: false,
  firstAnswer: firstDuty,
  assignment: firstDuty,
};

const julien = { kind: 'staff', id: 'staff-julien', name: 'Julien Morel' } as const;

/** A malfunction that Claire filed yesterday, as the API shows it to her; `part` changes what a test is about. */
export function aTicket(part: Partial<RequesterTicket> = {}): RequesterTicket {
  const requester = { id: claire.id, name: claire.name };
  return {
    id: 't-1',
    reference: 'TEO-1001',
    type: 'malfunction',
    subject: 'Erreur 500 sur la feuille d’émargement',
    status: 'open',
    priority: 'urgent',
    service: 'customer',
    organizationId: organization.id,
    requester,
    organization,
    agent: null,
    turn: 'team',
    clock: runningClock,
    merged: false,
    verdict: null,
    transferredAt: null,
    filedAt: '2026-11-23T09:00:00Z',
    changedAt: '2026-11-23T09:00:00Z',
    version: 1,
    filedAs: 'malfunction',
    rollBack: null,
    duplicates: [],
    mergedInto: null,
    carried: false,
    reopenableUntil: null,
    possible: ['reply', 'cancel'],
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
    timeline: [
      {
        version: 1,
        at: '2026-11-23T09:00:00Z',
        by: { kind: 'teomaster', ...requester },
        clock: null,
        type: 'ticket.filed',
      },
    ],
    ...part,
  };
}

type EntryBody = RequesterTimelineEntry extends infer E
  ? E extends unknown
    ? Omit<E, 'version' | 'at' | 'by' | 'clock'>
    : never
  : never;

/** The ticket after one more thing happened to it, done by Julien unless told otherwise. */
export function after(
  ticket: RequesterTicket,
  body: EntryBody,
  part: Partial<RequesterTicket> = {},
  by: RequesterTimelineEntry['by'] = julien,
  clock: RequesterTimelineEntry['clock'] = null,
): RequesterTicket {
  const version = ticket.version + 1;
  const entry: RequesterTimelineEntry = { version, at: '2026-11-24T08:00:00Z', by, clock, ...body };
  const possible = possibleWhen[part.status ?? ticket.status];
  return { ...ticket, possible, ...part, version, timeline: [...ticket.timeline, entry] };
}

/** What the server lets a requester do, by status. */
const possibleWhen: Readonly<Record<RequesterTicket['status'], RequesterTicket['possible']>> = {
  new: ['reply', 'cancel'],
  open: ['reply', 'cancel'],
  pending: ['reply', 'cancel'],
  resolved: ['confirm', 'reopen'],
  closed: ['reopen'],
  cancelled: [],
};

/** A mishandling whose roll-back is guided in these steps, the first `done` of them ticked off. */
export function aGuidedRollBack(steps: readonly string[], done = 0): RequesterTicket {
  const filed = aTicket({
    type: 'mishandling',
    filedAs: 'mishandling',
    subject: 'Import en double',
    answers: { subject: { kind: 'text', text: 'Import en double' } },
  });
  return after(
    filed,
    { type: 'ticket.roll_back_guided', steps: [...steps] },
    {
      status: 'pending',
      turn: 'requester',
      possible: ['reply', 'cancel', 'tick_roll_back_step'],
      rollBack: { kind: 'guided', steps: steps.map((text, index) => ({ text, done: index < done })) },
    },
  );
}

/** As a list shows it. */
export function summaryOf(ticket: RequesterTicket): TicketSummary {
  const {
    answers: _answers,
    impact: _impact,
    context: _context,
    policyVersion: _policy,
    timeline: _timeline,
    filedAs: _filedAs,
    rollBack: _rollBack,
    duplicates: _duplicates,
    mergedInto: _mergedInto,
    reopenableUntil: _reopenableUntil,
    possible: _possible,
    ...summary
  } = ticket;
  return summary;
}
