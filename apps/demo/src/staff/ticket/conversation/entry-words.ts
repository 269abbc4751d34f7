import type { StaffTimelineEntry } from '@teo-support/sdk';
import type { IconName } from '../../icons/icon.js';
import type { Words } from '../../locales/index.js';

/** What happened, as a predicate of the person who did it: « a répondu ». */
export function entryWords(entry: StaffTimelineEntry, words: Words): string {
  const { entries, domain } = words;
  switch (entry.type) {
    case 'ticket.filed':
      return entries.filed;
    case 'ticket.answered':
      return entries.answered;
    case 'ticket.replied':
      return entries.replied;
    case 'ticket.assigned':
      return entries.assignedTo(
        domain.services[entry.service].toLocaleLowerCase(domain.locale),
        entry.agent?.name ?? null,
      );
    case 'ticket.reproduction_tested':
      return entries.tested;
    case 'ticket.transferred':
      return entries.transferred;
    case 'ticket.resolved':
      return entries.resolved;
    case 'ticket.confirmed':
      return entries.confirmed;
    case 'ticket.reopened':
      return entries.reopened;
    case 'internal_note.written':
      return entries.note;
  }
}

export const entryIcons: Readonly<Record<StaffTimelineEntry['type'], IconName>> = {
  'ticket.filed': 'inbox',
  'ticket.answered': 'message',
  'ticket.replied': 'message',
  'ticket.assigned': 'team',
  'ticket.reproduction_tested': 'test',
  'ticket.transferred': 'transfer',
  'ticket.resolved': 'check',
  'ticket.confirmed': 'check',
  'ticket.reopened': 'reopen',
  'internal_note.written': 'lock',
};
