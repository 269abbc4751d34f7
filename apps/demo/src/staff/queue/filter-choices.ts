import { staffTicketList } from '@teo-support/core';
import type { OrganizationView } from '@teo-support/sdk';
import type { Desk } from '../desk/desk.js';
import type { Words } from '../locales/index.js';
import type { FilterName, QueueFilters } from './filters.js';

export interface Choice {
  /** Empty for what is meant when nothing is chosen. */
  readonly value: string;
  readonly label: string;
}

const { filters } = staffTicketList;

/** What can be chosen in a filter, in the reader's words. */
export function choicesOf(
  name: Exclude<FilterName, 'overdue'>,
  { words, team, member }: Desk,
  organizations: readonly OrganizationView[],
): readonly Choice[] {
  const { queue, domain } = words;
  const any: Choice = { value: '', label: queue.any[name] };
  switch (name) {
    case 'status':
      return filters.status.options.map((value) => ({ value, label: statusWords(value, words) }));
    case 'service':
      return [any, ...named(filters.service.options, domain.services)];
    case 'asked':
      return [any, ...named(filters.asked.options, domain.services)];
    case 'type':
      return [
        any,
        ...filters.type.options.map((value) => ({ value, label: domain.ticketTypes[value].name })),
      ];
    case 'priority':
      return [
        any,
        ...filters.priority.options.map((value) => ({ value, label: domain.priorities[value].name })),
      ];
    case 'turn':
      return [any, ...named(filters.turn.options, queue.turns)];
    case 'merged':
      return [any, { value: 'only', label: queue.mergedOnly }];
    case 'agent':
      return [
        any,
        { value: 'me', label: queue.me },
        { value: 'none', label: queue.nobody },
        ...team
          .filter(({ id }) => id !== member.id)
          .map(({ id, name: person }) => ({ value: id, label: person })),
      ];
    case 'organization':
      return [
        any,
        ...organizations.map(({ id, name: organization }) => ({ value: id, label: organization })),
      ];
  }
}

function named<const O extends string>(
  options: readonly O[],
  words: Readonly<Record<O, string>>,
): readonly Choice[] {
  return options.map((value) => ({ value, label: words[value] }));
}

function statusWords(value: (typeof filters.status.options)[number], { queue, domain }: Words): string {
  if (value === 'unresolved') return queue.unresolved;
  return value === 'all' ? queue.anyStatus : domain.statuses[value];
}

/** The status that is meant: with words to look for, all of them, otherwise what is not resolved. */
export function statusMeant({ status, q }: QueueFilters): string {
  return status ?? (q.trim() === '' ? 'unresolved' : 'all');
}
