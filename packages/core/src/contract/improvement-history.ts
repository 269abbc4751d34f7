import { z } from 'zod';
import {
  commentImprovementSchema,
  fitImprovementSchema,
  monthSchema,
  submitImprovementSchema,
} from './improvements.js';
import {
  draftDecisionSchema,
  recordImplementationSchema,
  remarkOnDecisionSchema,
} from './staff-improvements.js';
import { instantSchema } from './values.js';

const byTeomaster = z.strictObject({ kind: z.literal('teomaster'), subject: z.string() });
const byStaff = z.strictObject({ kind: z.literal('staff'), email: z.string() });
const other = z.string().describe('key of a request');

/** One command on a request: the same words as the request over HTTP that would carry it. */
const forumCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('submit'), request: submitImprovementSchema }),
  z.strictObject({ type: z.enum(['vote', 'withdraw_vote', 'follow', 'unfollow']) }),
  z.strictObject({ type: z.enum(['comment', 'answer']), request: commentImprovementSchema }),
  z.strictObject({ type: z.literal('say_whether_it_fits'), request: fitImprovementSchema }),
  z.strictObject({ type: z.literal('merge'), into: other }),
  z.strictObject({ type: z.literal('unmerge') }),
  z.strictObject({
    type: z.enum(['hide', 'restore']),
    comment: z
      .number()
      .int()
      .min(1)
      .nullable()
      .describe('Which of its comments; null for the request itself'),
    reason: z.string(),
  }),
  z.strictObject({ type: z.literal('record_implementation'), request: recordImplementationSchema }),
]);

const reviewCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('draft'), improvement: other, request: draftDecisionSchema }),
  z.strictObject({ type: z.literal('remark'), improvement: other, request: remarkOnDecisionSchema }),
  z.strictObject({ type: z.literal('publish') }),
]);

/** The improvement forum of a history: requests and reviews, and what was done to them and when. */
export const forumHistorySchema = z
  .strictObject({
    requests: z.array(
      z.strictObject({
        key: z.string(),
        commands: z
          .array(
            z.strictObject({
              at: instantSchema,
              by: z.discriminatedUnion('kind', [byTeomaster, byStaff]),
              command: forumCommandSchema,
            }),
          )
          .min(1),
      }),
    ),
    reviews: z.array(
      z.strictObject({
        month: monthSchema,
        commands: z
          .array(z.strictObject({ at: instantSchema, by: byStaff, command: reviewCommandSchema }))
          .min(1),
      }),
    ),
  })
  .default({ requests: [], reviews: [] });

export type ForumHistory = z.infer<typeof forumHistorySchema>;
