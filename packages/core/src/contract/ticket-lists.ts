import { z } from 'zod';
import {
  type ListDeclaration,
  type ListSort,
  requesterTicketList,
  staffTicketList,
} from '../tickets/ticket-lists.js';

function choice<const O extends string>(filter: { options: readonly O[]; description: string }) {
  return z.enum(filter.options).optional().describe(filter.description);
}

function id(filter: { description: string }) {
  return z.string().min(1).max(64).optional().describe(filter.description);
}

function flag(filter: { description: string }) {
  return z.enum(['true', 'false']).optional().describe(filter.description);
}

/** The orders by name; the first is the default. */
function sortOf<const S extends ListSort>(sorts: readonly S[]) {
  const named = sorts.map(({ name, description }) => `\`${name}\`: ${description}`).join('; ');
  return z
    .enum(sorts.map(({ name }): S['name'] => name))
    .optional()
    .describe(`${named}. The first is meant when none is named`);
}

const pageShape = {
  limit: z.coerce
    .number<number | string>()
    .int()
    .min(1)
    .max(100)
    .default(25)
    .describe('How many tickets a page has at the most'),
  cursor: z
    .string()
    .max(400)
    .optional()
    .describe('`nextCursor` of the page before; it belongs to the sort and the filters of that page'),
};

const searchSchema = z
  .string()
  .max(200)
  .optional()
  .describe(
    'Words to look for, in any form; the last one may be a beginning. A reference (TEO-1042, #1042) leads straight to its ticket',
  );

/** A list's schema has a member for each of its filters; one that is missing does not compile. */
type FiltersOf<D extends ListDeclaration> = { readonly [F in keyof D['filters']]: z.ZodType };

const staffFilters = staffTicketList.filters;
/** What the queue is narrowed down to, and its order: the same for its pages and for its file. */
const staffShape = {
  ...({
    status: choice(staffFilters.status),
    service: choice(staffFilters.service),
    agent: id(staffFilters.agent),
    priority: choice(staffFilters.priority),
    type: choice(staffFilters.type),
    organization: id(staffFilters.organization),
    asked: choice(staffFilters.asked),
    turn: choice(staffFilters.turn),
    overdue: flag(staffFilters.overdue),
    merged: choice(staffFilters.merged),
  } satisfies FiltersOf<typeof staffTicketList>),
  sort: sortOf(staffTicketList.sorts),
  q: searchSchema.describe(
    `${searchSchema.description ?? ''}. The team also finds by requester, organization and its own notes`,
  ),
};

export const staffListQuerySchema = z.strictObject({ ...staffShape, ...pageShape });

/** What stands between two cells of a CSV file. */
export const csvSeparators = ['semicolon', 'comma', 'tab'] as const;

export const staffExportQuerySchema = z.strictObject({
  ...staffShape,
  separator: z
    .enum(csvSeparators)
    .optional()
    .describe(
      'What stands between two cells. When nothing is said, what spreadsheets of the language open by themselves: a semicolon for French, a comma for English',
    ),
});

const requesterFilters = requesterTicketList.filters;
export const requesterListQuerySchema = z.strictObject({
  ...({
    scope: choice(requesterFilters.scope),
    status: choice(requesterFilters.status),
    type: choice(requesterFilters.type),
  } satisfies FiltersOf<typeof requesterTicketList>),
  sort: sortOf(requesterTicketList.sorts),
  q: searchSchema,
  ...pageShape,
});

export type RequesterListQuery = z.input<typeof requesterListQuerySchema>;
export type StaffListQuery = z.input<typeof staffListQuerySchema>;
export type StaffExportQuery = z.input<typeof staffExportQuerySchema>;
