import { z } from 'zod';
import { transitionNames } from '../tickets/transitions.js';
import { answerViewSchema, wordsSchema } from './answers.js';
import { entitlementsSchema } from './entitlements.js';
import { organizationViewSchema, personViewSchema } from './people.js';
import { requesterEntrySchema, staffEntrySchema, ticketRefSchema } from './ticket-timeline.js';
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

const milestoneSchema = z
  .object({
    dueAt: instantSchema,
    metAt: instantSchema.nullable().describe('When it was done, or null'),
    missed: z.boolean().describe('Whether it was done too late, or its target passed without it'),
  })
  .describe('One of the first duties of the team: to answer, to give the ticket to the right service')
  .meta({ id: 'Milestone' });

export const clockViewSchema = z
  .object({
    state: z.enum(['running', 'paused', 'stopped']),
    dueAt: instantSchema.describe('The target. While paused it moves on with the time.'),
    targetDays: z.number().int(),
    pausedMs: z.number().int().describe('Total time paused so far, in milliseconds'),
    missed: z.boolean(),
    firstAnswer: milestoneSchema.describe('The first words of someone of the team'),
    assignment: milestoneSchema.describe('Given to a service by someone of the team'),
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
  merged: z.boolean().describe('Whether it goes on in another ticket'),
  carried: z
    .boolean()
    .describe('Whether a confirmed malfunction carries it, whose resolution will answer it'),
  clock: clockViewSchema,
  verdict: verdictSchema.nullable().describe('Verdict of the last reproduction test'),
  transferredAt: instantSchema.nullable(),
  filedAt: instantSchema,
  changedAt: instantSchema,
  version: z.number().int().describe('Grows by one with each event; send it as If-Match'),
};

/** A ticket as a list shows it. */
export const ticketSummarySchema = z.object(summaryShape).meta({ id: 'TicketSummary' });

const rollBackViewSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('guided'),
      steps: z.array(z.object({ text: wordsSchema, done: z.boolean() })),
    }),
    z.object({ kind: z.literal('ruled_out'), reason: wordsSchema }),
  ])
  .describe('The answer to a mishandling: steps that the requester ticks off, or why there are none')
  .meta({ id: 'RollBack' });

const commandNameSchema = z.enum(transitionNames).meta({ id: 'TicketCommandName' });

const detailShape = {
  ...summaryShape,
  filedAs: ticketTypeSchema.describe('The type as it was filed, whose fields the answers are'),
  answers: z.record(z.string(), answerViewSchema).describe('By field name of the ticket type'),
  impact: impactSchema,
  context: z.array(z.object({ key: contextKeySchema, value: wordsSchema })),
  policyVersion: z.string(),
  rollBack: rollBackViewSchema.nullable(),
  duplicates: z.array(ticketRefSchema).describe('The tickets that were merged into this one'),
  mergedInto: ticketRefSchema.nullable().describe('Where this ticket goes on, if it repeats another one'),
  reopenableUntil: instantSchema.nullable(),
  possible: z.array(commandNameSchema).describe('What the caller may do with the ticket now'),
};

export const requesterTicketSchema = z
  .object({ ...detailShape, timeline: z.array(requesterEntrySchema) })
  .meta({ id: 'RequesterTicket' });

export const staffTicketSchema = z
  .object({
    ...detailShape,
    refusals: z
      .partialRecord(commandNameSchema, z.string())
      .describe('Why each other command would be refused, in the language of the caller'),
    consultations: z.array(
      z.object({ number: z.number().int(), service: serviceSchema, answered: z.boolean() }),
    ),
    carrier: ticketRefSchema.nullable().describe('The confirmed malfunction that carries this ticket'),
    carries: z.array(ticketRefSchema).describe('The tickets that its resolution answers'),
    links: z.array(ticketRefSchema),
    targets: z
      .record(prioritySchema, instantSchema)
      .describe('What the target is, or would be under another priority: counted from creation again'),
    offeredTypes: z.array(ticketTypeSchema).describe('The types that its organization may use'),
    entitlements: entitlementsSchema,
    timeline: z.array(staffEntrySchema),
  })
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
    message: messageSchema
      .default('')
      .describe('What the requester is told of a bug that is not confirmed; needed then'),
    requalifiedAs: ticketTypeSchema
      .nullable()
      .default(null)
      .describe('What the ticket becomes when it is no bug; needed then'),
  })
  .meta({ id: 'ReproductionTest' });
export const transferRequestSchema = z
  .strictObject({ reason: messageSchema.default('') })
  .meta({ id: 'Transfer' });
export const priorityRequestSchema = z
  .strictObject({ priority: prioritySchema, reason: messageSchema })
  .meta({ id: 'Reprioritisation' });
export const cancellationRequestSchema = z
  .strictObject({ reason: messageSchema.default('') })
  .meta({ id: 'Cancellation' });
export const requalificationRequestSchema = z
  .strictObject({
    type: ticketTypeSchema,
    reason: messageSchema,
    answers: z
      .record(z.string().max(64), z.string().max(100))
      .default({})
      .describe('The training course or the feature under test, where the new type asks for one'),
  })
  .meta({ id: 'Requalification' });
export const consultationRequestSchema = z
  .strictObject({ service: serviceSchema, question: messageSchema })
  .meta({ id: 'ConsultationRequest' });
export const consultationAnswerRequestSchema = z
  .strictObject({ consultation: z.number().int().min(1).max(10_000), answer: messageSchema })
  .meta({ id: 'ConsultationAnswer' });
export const rollBackRequestSchema = z
  .strictObject({ steps: z.array(messageSchema).max(200) })
  .meta({ id: 'RollBackGuidance' });
export const rollBackRefusalRequestSchema = z
  .strictObject({ reason: messageSchema })
  .meta({ id: 'RollBackRuledOut' });
export const rollBackStepRequestSchema = z
  .strictObject({ step: z.number().int().min(0).max(1000).describe('Counted from 0'), done: z.boolean() })
  .meta({ id: 'RollBackStep' });
export const otherTicketRequestSchema = z
  .strictObject({
    ticket: z.string().trim().min(1).max(64).describe('Id or reference (TEO-1042) of the other ticket'),
  })
  .meta({ id: 'OtherTicket' });
export const resolutionRequestSchema = z
  .strictObject({ resolution: messageSchema })
  .meta({ id: 'Resolution' });

export const ticketPageSchema = z
  .object({
    items: z
      .array(ticketSummarySchema)
      .describe(
        'Fewer than asked for, even none, where very many tickets had to be passed over; the next page goes on',
      ),
    nextCursor: z.string().nullable().describe('Send it as `cursor` for the next page; null on the last'),
    total: z.number().int().describe('How many tickets match, over all pages, as far as they were counted'),
    atLeast: z
      .boolean()
      .describe('Whether more than `total` may match: very many are not counted to their end'),
    latestOnly: z
      .boolean()
      .describe(
        'With `q`: whether so many tickets have the words that only the latest of them were looked at',
      ),
  })
  .meta({ id: 'TicketPage' });

export type ClockView = z.infer<typeof clockViewSchema>;
export type TicketSummary = z.infer<typeof ticketSummarySchema>;
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
export type PriorityRequest = z.input<typeof priorityRequestSchema>;
export type CancellationRequest = z.input<typeof cancellationRequestSchema>;
export type RequalificationRequest = z.input<typeof requalificationRequestSchema>;
export type ConsultationRequest = z.input<typeof consultationRequestSchema>;
export type ConsultationAnswerRequest = z.input<typeof consultationAnswerRequestSchema>;
export type RollBackRequest = z.input<typeof rollBackRequestSchema>;
export type RollBackRefusalRequest = z.input<typeof rollBackRefusalRequestSchema>;
export type RollBackStepRequest = z.input<typeof rollBackStepRequestSchema>;
export type OtherTicketRequest = z.input<typeof otherTicketRequestSchema>;
export type ResolutionRequest = z.input<typeof resolutionRequestSchema>;
export type TicketPage = z.infer<typeof ticketPageSchema>;
