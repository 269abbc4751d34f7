import { z } from 'zod';
import { organizationViewSchema, personViewSchema } from './people.js';
import {
  contextKeySchema,
  impactSchema,
  instantSchema,
  prioritySchema,
  serviceSchema,
  ticketStatusSchema,
  ticketTypeSchema,
  verdictSchema,
} from './values.js';

/** Words are `null` once they were erased at the person's request. */
const wordsSchema = z.string().nullable();

export const fileViewSchema = z
  .object({
    id: z.string(),
    name: wordsSchema,
    mediaType: z.string(),
    bytes: z.number().int().nonnegative(),
    digest: z.string().describe('SHA-256 of the content, in hexadecimal'),
  })
  .meta({ id: 'File' });

export const answerViewSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: wordsSchema }),
    z.object({ kind: z.literal('steps'), steps: z.array(wordsSchema) }),
    z.object({ kind: z.literal('choice'), choice: z.string() }),
    z.object({ kind: z.literal('images'), files: z.array(fileViewSchema), noneBecause: wordsSchema }),
  ])
  .meta({ id: 'Answer' });

export const clockViewSchema = z
  .object({
    state: z.enum(['running', 'paused', 'stopped']),
    dueAt: instantSchema.describe('The target. While paused it moves on with the time.'),
    targetDays: z.number().int(),
    pausedMs: z.number().int().describe('Total time paused so far, in milliseconds'),
    missed: z.boolean(),
  })
  .describe('The service-level clock, derived from the history of the ticket')
  .meta({ id: 'ServiceClock' });

const summaryShape = {
  id: z.string(),
  reference: z.string().describe('What people say and write, as in TEO-1042'),
  type: ticketTypeSchema,
  subject: wordsSchema,
  status: ticketStatusSchema,
  priority: prioritySchema,
  service: serviceSchema,
  organizationId: z.string(),
  requester: personViewSchema,
  organization: organizationViewSchema,
  agent: personViewSchema.nullable(),
  turn: z.enum(['team', 'requester', 'nobody']).describe('Whose turn it is'),
  clock: clockViewSchema,
  verdict: verdictSchema.nullable().describe('Verdict of the last reproduction test'),
  transferredAt: instantSchema.nullable(),
  filedAt: instantSchema,
  changedAt: instantSchema,
  version: z.number().int().describe('Grows by one with each event; send it as If-Match'),
};

/** A ticket as a list shows it. */
export const ticketSummarySchema = z.object(summaryShape).meta({ id: 'TicketSummary' });

const authorSchema = z
  .object({ kind: z.enum(['teomaster', 'staff']), id: z.string(), name: z.string() })
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
  z.object({ ...entryShape, type: z.literal('ticket.resolved'), resolution: wordsSchema }),
  z.object({ ...entryShape, type: z.literal('ticket.confirmed') }),
  z.object({ ...entryShape, type: z.literal('ticket.reopened'), reason: wordsSchema }),
] as const;

/** One line of the story as the requester sees it. An internal note has no place in this type. */
export const requesterEntrySchema = z
  .discriminatedUnion('type', publicEntryOptions)
  .meta({ id: 'RequesterTimelineEntry' });

/** One line of the story as the team sees it. */
export const staffEntrySchema = z
  .discriminatedUnion('type', [
    ...publicEntryOptions,
    z.object({ ...entryShape, type: z.literal('internal_note.written'), text: wordsSchema }),
  ])
  .meta({ id: 'StaffTimelineEntry' });

const detailShape = {
  ...summaryShape,
  answers: z.record(z.string(), answerViewSchema).describe('By field name of the ticket type'),
  impact: impactSchema,
  context: z.array(z.object({ key: contextKeySchema, value: wordsSchema })),
  policyVersion: z.string(),
};

export const requesterTicketSchema = z
  .object({ ...detailShape, timeline: z.array(requesterEntrySchema) })
  .meta({ id: 'RequesterTicket' });

export const staffTicketSchema = z
  .object({ ...detailShape, timeline: z.array(staffEntrySchema) })
  .meta({ id: 'StaffTicket' });

const answerInputSchema = z.union([
  z.string().max(50_000),
  z.array(z.string().max(50_000)).max(200),
  z.strictObject({
    files: z.array(z.string().max(64)).max(50),
    noneBecause: z.string().max(5000).optional(),
  }),
]);

export const fileTicketRequestSchema = z
  .strictObject({
    type: ticketTypeSchema,
    answers: z.record(z.string().max(64), answerInputSchema).describe('By field name; see /v1/ticket-types'),
    impact: impactSchema,
    context: z
      .array(z.strictObject({ key: contextKeySchema, value: z.string().max(20_000) }))
      .max(20)
      .default([])
      .describe('What the requester left in after seeing it'),
  })
  .meta({ id: 'FileTicket' });

const filesSchema = z.array(z.string().max(64)).max(8).default([]).describe('Ids of uploaded files');
const messageSchema = z.string().max(50_000);

export const replyRequestSchema = z
  .strictObject({ text: messageSchema, files: filesSchema })
  .meta({ id: 'Reply' });
export const reopenRequestSchema = z.strictObject({ reason: messageSchema }).meta({ id: 'Reopening' });
export const answerRequestSchema = z
  .strictObject({ text: messageSchema, files: filesSchema, awaitsRequester: z.boolean() })
  .meta({ id: 'PublicAnswer' });
export const noteRequestSchema = z.strictObject({ text: messageSchema }).meta({ id: 'InternalNote' });
export const assignmentRequestSchema = z
  .strictObject({ service: serviceSchema, agentId: z.string().max(64).nullable() })
  .meta({ id: 'Assignment' });
export const reproductionTestRequestSchema = z
  .strictObject({
    verdict: verdictSchema,
    environment: messageSchema,
    steps: z.array(messageSchema).max(200),
    observed: messageSchema,
    evidence: filesSchema,
  })
  .meta({ id: 'ReproductionTest' });
export const transferRequestSchema = z
  .strictObject({ reason: messageSchema.default('') })
  .meta({ id: 'Transfer' });
export const resolutionRequestSchema = z
  .strictObject({ resolution: messageSchema })
  .meta({ id: 'Resolution' });

const pageShape = {
  limit: z.coerce.number<number | string>().int().min(1).max(100).default(25),
  cursor: z.string().max(200).optional(),
};

export const requesterListQuerySchema = z.strictObject({
  scope: z.enum(['mine', 'organization']).default('mine'),
  status: ticketStatusSchema.optional(),
  q: z
    .string()
    .max(200)
    .optional()
    .describe('Words to look for in the subject, the reference and the messages'),
  ...pageShape,
});

export const staffListQuerySchema = z.strictObject({
  status: z
    .enum([...ticketStatusSchema.options, 'unresolved'])
    .default('unresolved')
    .describe('`unresolved` is new, open and pending together'),
  service: serviceSchema.optional(),
  agent: z.string().max(64).optional().describe('Id of a person of the team, or `none`'),
  q: z.string().max(200).optional(),
  ...pageShape,
});

export const ticketPageSchema = z
  .object({
    items: z.array(ticketSummarySchema),
    nextCursor: z.string().nullable().describe('Send it as `cursor` for the next page; null on the last'),
    total: z.number().int().describe('How many tickets match, over all pages'),
  })
  .meta({ id: 'TicketPage' });

/** What goes over the live stream: that something happened, never what was written. */
export const liveEventSchema = z
  .object({
    position: z.number().int().describe('Place in the event log; also the SSE id'),
    ticketId: z.string(),
    reference: z.string(),
    type: z.string().describe('The kind of event, as in the timeline'),
    at: instantSchema,
    by: z.enum(['teomaster', 'staff']),
  })
  .meta({ id: 'LiveEvent' });

export type FileView = z.infer<typeof fileViewSchema>;
export type AnswerView = z.infer<typeof answerViewSchema>;
export type ClockView = z.infer<typeof clockViewSchema>;
export type TicketSummary = z.infer<typeof ticketSummarySchema>;
export type RequesterTimelineEntry = z.infer<typeof requesterEntrySchema>;
export type StaffTimelineEntry = z.infer<typeof staffEntrySchema>;
export type RequesterTicket = z.infer<typeof requesterTicketSchema>;
export type StaffTicket = z.infer<typeof staffTicketSchema>;
export type FileTicketRequest = z.input<typeof fileTicketRequestSchema>;
export type ReplyRequest = z.input<typeof replyRequestSchema>;
export type ReopenRequest = z.input<typeof reopenRequestSchema>;
export type AnswerRequest = z.input<typeof answerRequestSchema>;
export type NoteRequest = z.input<typeof noteRequestSchema>;
export type AssignmentRequest = z.input<typeof assignmentRequestSchema>;
export type ReproductionTestRequest = z.input<typeof reproductionTestRequestSchema>;
export type TransferRequest = z.input<typeof transferRequestSchema>;
export type ResolutionRequest = z.input<typeof resolutionRequestSchema>;
export type RequesterListQuery = z.input<typeof requesterListQuerySchema>;
export type StaffListQuery = z.input<typeof staffListQuerySchema>;
export type TicketPage = z.infer<typeof ticketPageSchema>;
export type LiveEvent = z.infer<typeof liveEventSchema>;
