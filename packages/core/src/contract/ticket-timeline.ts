import { z } from 'zod';
import { actorKinds } from '../people/actor.js';
import { targetNames } from '../service-level/target.js';
import { fileViewSchema, wordsSchema } from './answers.js';
import { personViewSchema } from './people.js';
import { instantSchema, prioritySchema, serviceSchema, ticketTypeSchema, verdictSchema } from './values.js';

/** Another ticket, named. */
export const ticketRefSchema = z
  .object({ id: z.string(), reference: z.string(), subject: wordsSchema })
  .meta({ id: 'TicketRef' });

const authorSchema = z
  .object({
    kind: z.enum(actorKinds),
    id: z.string(),
    name: z.string(),
    via: z
      .string()
      .optional()
      .describe('Name of the API key, when an integrator acted in the name of this person'),
  })
  .meta({ id: 'Author' });

const entryShape = {
  version: z.number().int(),
  at: instantSchema,
  by: authorSchema,
  clock: z.enum(['stopped', 'resumed']).nullable().describe('Whether the clock stopped or went on here'),
};

const publicEntryOptions = [
  z.object({ ...entryShape, type: z.literal('ticket.filed') }),
  z.object({
    ...entryShape,
    type: z.literal('ticket.answered'),
    text: wordsSchema,
    files: z.array(fileViewSchema),
    awaitsRequester: z.boolean(),
  }),
  z.object({
    ...entryShape,
    type: z.literal('ticket.replied'),
    text: wordsSchema,
    files: z.array(fileViewSchema),
  }),
  z.object({
    ...entryShape,
    type: z.literal('ticket.assigned'),
    service: serviceSchema,
    agent: personViewSchema.nullable(),
  }),
  z.object({
    ...entryShape,
    type: z.literal('ticket.reproduction_tested'),
    verdict: verdictSchema,
    environment: wordsSchema,
    steps: z.array(wordsSchema),
    observed: wordsSchema,
    evidence: z.array(fileViewSchema),
  }),
  z.object({
    ...entryShape,
    type: z.literal('ticket.transferred'),
    to: z.literal('technical'),
    reason: wordsSchema,
  }),
  z.object({
    ...entryShape,
    type: z.literal('ticket.reprioritised'),
    priority: prioritySchema,
    reason: wordsSchema,
  }),
  z.object({
    ...entryShape,
    type: z.literal('ticket.requalified'),
    from: ticketTypeSchema,
    ticketType: ticketTypeSchema,
    service: serviceSchema,
    reason: wordsSchema,
  }),
  z.object({ ...entryShape, type: z.literal('ticket.roll_back_guided'), steps: z.array(wordsSchema) }),
  z.object({
    ...entryShape,
    type: z.literal('ticket.roll_back_step_ticked'),
    step: z.number().int().describe('Counted from 0'),
    done: z.boolean(),
  }),
  z.object({ ...entryShape, type: z.literal('ticket.roll_back_ruled_out'), reason: wordsSchema }),
  z.object({ ...entryShape, type: z.literal('ticket.views_crossed'), service: serviceSchema }),
  z.object({ ...entryShape, type: z.literal('ticket.merged'), into: ticketRefSchema }),
  z.object({ ...entryShape, type: z.literal('ticket.unmerged'), from: ticketRefSchema }),
  z.object({ ...entryShape, type: z.literal('ticket.duplicate_added'), duplicate: ticketRefSchema }),
  z.object({ ...entryShape, type: z.literal('ticket.duplicate_removed'), duplicate: ticketRefSchema }),
  z.object({ ...entryShape, type: z.literal('ticket.carried') }),
  z.object({ ...entryShape, type: z.literal('ticket.released') }),
  z.object({ ...entryShape, type: z.literal('ticket.closed_by_time') }),
  z.object({ ...entryShape, type: z.literal('ticket.resolved'), resolution: wordsSchema }),
  z.object({ ...entryShape, type: z.literal('ticket.confirmed') }),
  z.object({ ...entryShape, type: z.literal('ticket.reopened'), reason: wordsSchema }),
  z.object({ ...entryShape, type: z.literal('ticket.cancelled'), reason: wordsSchema }),
] as const;

/** One line of the story as the requester sees it. An internal note has no place in this type. */
export const requesterEntrySchema = z
  .discriminatedUnion('type', publicEntryOptions)
  .meta({ id: 'RequesterTimelineEntry' });

const targetShape = {
  target: z.enum(targetNames).describe('What was to be done by then'),
  priority: prioritySchema.describe('The priority that the target follows from'),
  dueAt: instantSchema,
};

/** One line of the story as the team sees it. */
export const staffEntrySchema = z
  .discriminatedUnion('type', [
    ...publicEntryOptions,
    z.object({ ...entryShape, type: z.literal('internal_note.written'), text: wordsSchema }),
    z.object({
      ...entryShape,
      type: z.literal('consultation.asked'),
      service: serviceSchema,
      question: wordsSchema,
    }),
    z.object({
      ...entryShape,
      type: z.literal('consultation.answered'),
      consultation: z.number().int(),
      answer: wordsSchema,
    }),
    z.object({ ...entryShape, type: z.literal('carried_ticket.added'), carried: ticketRefSchema }),
    z.object({ ...entryShape, type: z.literal('carried_ticket.removed'), carried: ticketRefSchema }),
    z.object({ ...entryShape, type: z.literal('link.added'), other: ticketRefSchema }),
    z.object({ ...entryShape, type: z.literal('link.removed'), other: ticketRefSchema }),
    z.object({ ...entryShape, type: z.literal('target.approaching'), ...targetShape }),
    z.object({ ...entryShape, type: z.literal('target.missed'), ...targetShape }),
  ])
  .meta({ id: 'StaffTimelineEntry' });

export type TicketRef = z.infer<typeof ticketRefSchema>;
export type RequesterTimelineEntry = z.infer<typeof requesterEntrySchema>;
export type StaffTimelineEntry = z.infer<typeof staffEntrySchema>;
