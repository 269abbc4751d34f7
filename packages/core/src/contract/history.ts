import { z } from 'zod';
import { trainingSchema, trialFeatureSchema } from './entitlements.js';
import { setFaqSynonymsSchema } from './faq-gaps.js';
import { faqSearchRecordSchema } from './faq-reader.js';
import { draftFaqArticleSchema } from './faq-staff.js';
import { forumHistorySchema } from './improvement-history.js';
import {
  answerRequestSchema,
  cancellationRequestSchema,
  consultationAnswerRequestSchema,
  consultationRequestSchema,
  fileTicketRequestSchema,
  noteRequestSchema,
  priorityRequestSchema,
  reopenRequestSchema,
  replyRequestSchema,
  reproductionTestRequestSchema,
  requalificationRequestSchema,
  resolutionRequestSchema,
  rollBackRefusalRequestSchema,
  rollBackRequestSchema,
  rollBackStepRequestSchema,
  transferRequestSchema,
} from './tickets.js';
import { instantSchema, serviceSchema, staffRoleSchema } from './values.js';

const authorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('teomaster'), subject: z.string() }),
  z.strictObject({ kind: z.literal('staff'), email: z.string() }),
  z.strictObject({ kind: z.literal('system') }),
]);

/** One command of a history: the same words as the request that would carry it. Files are named by their key. */
export const historyCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('file'), request: fileTicketRequestSchema }),
  z.strictObject({ type: z.literal('reply'), request: replyRequestSchema }),
  z.strictObject({ type: z.literal('confirm') }),
  z.strictObject({ type: z.literal('reopen'), request: reopenRequestSchema }),
  z.strictObject({ type: z.literal('answer'), request: answerRequestSchema }),
  z.strictObject({ type: z.literal('write_note'), request: noteRequestSchema }),
  z.strictObject({
    type: z.literal('assign'),
    request: z.strictObject({ service: serviceSchema, agentEmail: z.string().nullable() }),
  }),
  z.strictObject({ type: z.literal('record_reproduction_test'), request: reproductionTestRequestSchema }),
  z.strictObject({ type: z.literal('transfer'), request: transferRequestSchema }),
  z.strictObject({ type: z.literal('reprioritise'), request: priorityRequestSchema }),
  z.strictObject({ type: z.literal('requalify'), request: requalificationRequestSchema }),
  z.strictObject({ type: z.literal('consult'), request: consultationRequestSchema }),
  z.strictObject({ type: z.literal('answer_consultation'), request: consultationAnswerRequestSchema }),
  z.strictObject({ type: z.literal('guide_roll_back'), request: rollBackRequestSchema }),
  z.strictObject({ type: z.literal('rule_out_roll_back'), request: rollBackRefusalRequestSchema }),
  z.strictObject({ type: z.literal('tick_roll_back_step'), request: rollBackStepRequestSchema }),
  z.strictObject({
    type: z.enum(['merge', 'unmerge', 'carry', 'release', 'link', 'unlink']),
    request: z.strictObject({ ticket: z.string().describe('key of the other ticket') }),
  }),
  z.strictObject({ type: z.literal('close_by_time') }),
  z.strictObject({ type: z.literal('cancel'), request: cancellationRequestSchema }),
  z.strictObject({ type: z.literal('resolve'), request: resolutionRequestSchema }),
]);

/**
 * A history to load into an empty database: people, and what they did and when. Every command goes through the
 * rules with its own time, so a loaded ticket is indistinguishable from one that was lived.
 */
export const historySchema = z.strictObject({
  organizations: z.array(
    z.strictObject({
      externalId: z.string(),
      name: z.string(),
      trainings: z.array(trainingSchema).default([]),
      trials: z.array(trialFeatureSchema).default([]),
    }),
  ),
  teomasters: z.array(
    z.strictObject({
      issuer: z.string(),
      subject: z.string(),
      organization: z.string().describe('externalId of the organization'),
      name: z.string(),
      email: z.string(),
      locale: z.enum(['fr', 'en']),
    }),
  ),
  staff: z.array(
    z.strictObject({
      email: z.string(),
      name: z.string(),
      role: staffRoleSchema,
      services: z.array(serviceSchema).min(1),
      password: z.string().min(12),
    }),
  ),
  faq: z
    .strictObject({
      synonyms: setFaqSynonymsSchema.shape.groups.default([]),
      articles: z
        .array(
          z.strictObject({
            article: draftFaqArticleSchema.omit({ gap: true }),
            author: z.string().describe('email of a person of the team'),
            reviewer: z.string().describe('email of another one'),
            draftedAt: instantSchema,
            publishedAt: instantSchema,
          }),
        )
        .default([]),
      searches: z
        .array(
          faqSearchRecordSchema
            .omit({ ticket: true })
            .extend({ by: z.string().describe('subject of a téomaster'), at: instantSchema }),
        )
        .default([])
        .describe('What téomasters searched for, and what came of it'),
    })
    .default({ synonyms: [], articles: [], searches: [] }),
  improvements: forumHistorySchema,
  files: z.array(z.strictObject({ key: z.string(), name: z.string(), base64: z.string() })),
  tickets: z.array(
    z.strictObject({
      key: z.string(),
      commands: z
        .array(z.strictObject({ at: instantSchema, by: authorSchema, command: historyCommandSchema }))
        .min(1),
    }),
  ),
});

export type History = z.infer<typeof historySchema>;
export type HistoryInput = z.input<typeof historySchema>;
export type HistoryCommand = z.infer<typeof historyCommandSchema>;
