import { offsetAt } from '@teo-support/core';
import type { TicketSummary } from '@teo-support/core/contract';
import type { Catalogue } from '@teo-support/core/messages';
import { type ColumnName, columnNames, type ExportWords } from './export-words.js';

/** What the cells of a line are made from. */
export interface Line {
  readonly ticket: TicketSummary;
  readonly words: ExportWords;
  readonly catalogue: Catalogue;
  /** The zone of the local times. */
  readonly timeZone: string;
}

type Cell = (line: Line) => string;

/** The instants of a ticket: each has a column in UTC and, for the eye and for sums in a spreadsheet, one in local time. */
const instants = {
  dueAt: ({ clock }) => clock.dueAt,
  filedAt: ({ filedAt }) => filedAt,
  changedAt: ({ changedAt }) => changedAt,
  firstAnswerAt: ({ clock }) => clock.firstAnswer.metAt,
  transferredAt: ({ transferredAt }) => transferredAt,
} as const satisfies Partial<Record<ColumnName, (ticket: TicketSummary) => string | null>>;

const others = {
  reference: ({ ticket }) => ticket.reference,
  subject: ({ ticket, catalogue }) => ticket.subject ?? catalogue.erased,
  type: ({ ticket, catalogue }) => catalogue.ticketTypes[ticket.type].name,
  status: ({ ticket, words }) => words.statuses[ticket.status],
  priority: ({ ticket, catalogue }) => catalogue.priorities[ticket.priority].name,
  turn: ({ ticket, words }) => words.turns[ticket.turn],
  service: ({ ticket, catalogue }) => catalogue.services[ticket.service],
  agent: ({ ticket }) => ticket.agent?.name ?? '',
  organization: ({ ticket }) => ticket.organization.name,
  requester: ({ ticket }) => ticket.requester.name,
  clock: ({ ticket, words }) => words.clocks[ticket.clock.state],
  missed: ({ ticket, words }) => words.answer(ticket.clock.missed),
  firstAnswerMissed: ({ ticket, words }) => words.answer(ticket.clock.firstAnswer.missed),
  verdict: ({ ticket, catalogue }) => (ticket.verdict === null ? '' : catalogue.verdicts[ticket.verdict]),
  merged: ({ ticket, words }) => words.answer(ticket.merged),
  carried: ({ ticket, words }) => words.answer(ticket.carried),
} as const satisfies Record<Exclude<ColumnName, keyof typeof instants>, Cell>;

type InstantName = keyof typeof instants;

function isInstant(name: ColumnName): name is InstantName {
  return name in instants;
}

/** The first line. */
export function headings({ headings: words }: ExportWords, timeZone: string): string[] {
  return columnNames.flatMap((name) =>
    isInstant(name) ? [`${words[name]} (UTC)`, `${words[name]} (${timeZone})`] : [words[name]],
  );
}

/** The line of one ticket. */
export function cells(line: Line): string[] {
  return columnNames.flatMap((name) => {
    if (!isInstant(name)) return [others[name](line)];
    const instant = instants[name](line.ticket);
    return instant === null ? ['', ''] : [instant, localTime(Date.parse(instant), line.timeZone)];
  });
}

/** As spreadsheets take for a date and a time in any language: `2026-11-24 10:00:00`. */
export function localTime(instant: number, timeZone: string): string {
  const local = new Date(instant + offsetAt(instant, timeZone));
  return local.toISOString().slice(0, 19).replace('T', ' ');
}
