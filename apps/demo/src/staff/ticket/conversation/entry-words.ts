import type { StaffTimelineEntry, TicketRef } from '@teo-support/sdk';
import type { IconName } from '../../icons/icon.js';
import type { Words } from '../../locales/index.js';

/** What happened, as a predicate of the person who did it: « a répondu ». */
export function entryWords(entry: StaffTimelineEntry, words: Words): string {
  const { entries, domain } = words;
  const lower = (text: string) => text.toLocaleLowerCase(domain.locale);
  switch (entry.type) {
    case 'ticket.filed':
      return entries.filed;
    case 'ticket.answered':
      return entries.answered;
    case 'ticket.replied':
      return entries.replied;
    case 'ticket.assigned':
      return entries.assignedTo(lower(domain.services[entry.service]), entry.agent?.name ?? null);
    case 'ticket.reproduction_tested':
      return entries.tested;
    case 'ticket.transferred':
      return entries.transferred;
    case 'ticket.reprioritised':
      return entries.reprioritised(domain.priorities[entry.priority].name);
    case 'ticket.requalified':
      return entries.requalified(
        domain.ticketTypes[entry.from].name,
        domain.ticketTypes[entry.ticketType].name,
      );
    case 'ticket.roll_back_guided':
      return entries.rollBackGuided(entry.steps.length);
    case 'ticket.roll_back_step_ticked':
      return entry.done ? entries.stepDone(entry.step + 1) : entries.stepUndone(entry.step + 1);
    case 'ticket.roll_back_ruled_out':
      return entries.rollBackRuledOut;
    case 'ticket.views_crossed':
      return entries.viewsCrossed(lower(domain.services[entry.service]));
    case 'ticket.merged':
      return entries.merged;
    case 'ticket.unmerged':
      return entries.unmerged;
    case 'ticket.duplicate_added':
      return entries.duplicateAdded;
    case 'ticket.duplicate_removed':
      return entries.duplicateRemoved;
    case 'ticket.carried':
      return entries.carried;
    case 'ticket.released':
      return entries.released;
    case 'carried_ticket.added':
      return entries.carriedAdded;
    case 'carried_ticket.removed':
      return entries.carriedRemoved;
    case 'link.added':
      return entries.linked;
    case 'link.removed':
      return entries.unlinked;
    case 'target.approaching':
      return entries.targetApproaching[entry.target];
    case 'target.missed':
      return entries.targetMissed[entry.target];
    case 'consultation.asked':
      return entries.consulted(lower(domain.services[entry.service]));
    case 'consultation.answered':
      return entries.gaveView;
    case 'ticket.resolved':
      return entries.resolved;
    case 'ticket.confirmed':
      return entries.confirmed;
    case 'ticket.closed_by_time':
      return entries.closedByTime;
    case 'ticket.reopened':
      return entries.reopened;
    case 'ticket.cancelled':
      return entries.cancelled;
    case 'internal_note.written':
      return entries.note;
  }
}

/** The other ticket that an entry speaks of; its name ends the sentence of `entryWords`. */
export function mentionedTicket(entry: StaffTimelineEntry): TicketRef | null {
  switch (entry.type) {
    case 'ticket.merged':
      return entry.into;
    case 'ticket.unmerged':
      return entry.from;
    case 'ticket.duplicate_added':
    case 'ticket.duplicate_removed':
      return entry.duplicate;
    case 'carried_ticket.added':
    case 'carried_ticket.removed':
      return entry.carried;
    case 'link.added':
    case 'link.removed':
      return entry.other;
    default:
      return null;
  }
}

/** Who did it; a program that acted in a téomaster's name is named beside them. */
export function authorName({ by }: StaffTimelineEntry): string {
  return by.via === undefined ? by.name : `${by.name} (${by.via})`;
}

/** Who did what, as one sentence without its full stop: what is told aloud. */
export function entrySentence(entry: StaffTimelineEntry, words: Words): string {
  return [authorName(entry), entryWords(entry, words), mentionedTicket(entry)?.reference]
    .filter((part) => part !== undefined)
    .join(' ');
}

export const entryIcons: Readonly<Record<StaffTimelineEntry['type'], IconName>> = {
  'ticket.filed': 'inbox',
  'ticket.answered': 'message',
  'ticket.replied': 'message',
  'ticket.assigned': 'team',
  'ticket.reproduction_tested': 'test',
  'ticket.transferred': 'transfer',
  'ticket.reprioritised': 'priority',
  'ticket.requalified': 'tag',
  'ticket.roll_back_guided': 'steps',
  'ticket.roll_back_step_ticked': 'steps',
  'ticket.roll_back_ruled_out': 'steps',
  'ticket.views_crossed': 'views',
  'ticket.merged': 'merge',
  'ticket.unmerged': 'merge',
  'ticket.duplicate_added': 'merge',
  'ticket.duplicate_removed': 'merge',
  'ticket.carried': 'bug',
  'ticket.released': 'bug',
  'carried_ticket.added': 'bug',
  'carried_ticket.removed': 'bug',
  'link.added': 'link',
  'link.removed': 'link',
  'target.approaching': 'clock',
  'target.missed': 'alert',
  'consultation.asked': 'views',
  'consultation.answered': 'views',
  'ticket.resolved': 'check',
  'ticket.confirmed': 'check',
  'ticket.closed_by_time': 'clock',
  'ticket.reopened': 'reopen',
  'ticket.cancelled': 'close',
  'internal_note.written': 'lock',
};
