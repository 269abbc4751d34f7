import { z } from 'zod';
import { wordsSchema } from './answers.js';
import {
  byStatus,
  count,
  decidedStatusSchema,
  detailShape,
  filterShape,
  forumAuthorSchema,
  monthSchema,
  page,
  pageShape,
  summaryShape,
  text,
  version,
} from './improvement-parts.js';
import { similarImprovementQuerySchema } from './improvements.js';
import { organizationViewSchema, personViewSchema } from './people.js';
import { instantSchema } from './values.js';

/** One request as the team sees it. */
export const staffImprovementSchema = z
  .object({
    ...detailShape,
    followers: count.describe('People who follow it without having voted, those of merged requests included'),
    byOrganization: z
      .array(z.object({ organization: organizationViewSchema, votes: count }))
      .describe('Who wants it; the hundred organizations with most votes at the most'),
    moderation: z
      .array(
        z.object({
          at: instantSchema,
          by: personViewSchema,
          act: z.enum(['hidden', 'restored']),
          comment: z
            .string()
            .nullable()
            .describe('Id of the comment; null where the request itself is meant'),
          reason: z.string(),
        }),
      )
      .describe('What was hidden or restored, oldest first'),
    fit: z.object({
      yes: count,
      no: count,
      remarks: z
        .array(
          z.object({ author: forumAuthorSchema, fits: z.boolean(), remark: wordsSchema, at: instantSchema }),
        )
        .describe('What they said along with it, latest first; fifty at the most'),
    }),
    draft: z
      .object({ month: monthSchema, status: decidedStatusSchema, rationale: z.string() })
      .nullable()
      .describe('What is drafted in a review that is not published yet'),
  })
  .meta({ id: 'StaffImprovement' });

export const staffImprovementListQuerySchema = z.strictObject({
  ...filterShape,
  organization: z
    .string()
    .min(1)
    .max(64)
    .optional()
    .describe('Those that an organization voted for, by its id'),
  shelf: z
    .enum(['open', 'merged', 'hidden'])
    .default('open')
    .describe('`open`: those that téomasters find; the others are `merged` into another one, or `hidden`'),
  ...pageShape,
});

export const staffImprovementSummarySchema = z
  .object({
    ...summaryShape,
    draft: z
      .object({ month: monthSchema, status: decidedStatusSchema })
      .nullable()
      .describe('What is drafted in a review that is not published yet'),
  })
  .meta({ id: 'StaffImprovementSummary' });

export const staffImprovementPageSchema = z
  .object(page(staffImprovementSummarySchema))
  .meta({ id: 'StaffImprovementPage' });

export const similarToImprovementQuerySchema = similarImprovementQuerySchema.pick({ limit: true });

export const mergeImprovementSchema = z
  .strictObject({ into: z.string().min(1).max(64).describe('Id of the request in which it goes on') })
  .meta({ id: 'MergeImprovement' });

export const moderateImprovementSchema = z
  .strictObject({
    act: z.enum(['hide', 'restore']),
    reason: text(1000).describe('Told to whoever wrote it, and kept'),
  })
  .meta({ id: 'ModerateImprovement' });

export const recordImplementationSchema = z
  .strictObject({
    release: text(60).describe('As téo calls it: `8.6`'),
    article: z.string().max(100).nullable().default(null).describe('Id of a published article of the FAQ'),
  })
  .meta({ id: 'RecordImplementation' });

const reviewSummaryShape = {
  month: monthSchema,
  state: z.enum(['draft', 'published']),
  publishedAt: instantSchema.nullable(),
  decisions: byStatus,
};

export const staffReviewsSchema = z
  .object({ reviews: z.array(z.object(reviewSummaryShape)).describe('Latest first') })
  .meta({ id: 'StaffReviews' });

/** The review of a month, with what the team says to itself. */
export const staffReviewSchema = z
  .object({
    ...reviewSummaryShape,
    drafts: z
      .array(
        z.object({
          improvement: staffImprovementSummarySchema,
          status: decidedStatusSchema,
          rationale: z.string(),
          by: personViewSchema.describe('Who wrote it last'),
          at: instantSchema,
        }),
      )
      .describe('What is drafted; once it is published, what was decided'),
    remarks: z
      .array(
        z.object({ improvement: z.string(), by: personViewSchema, at: instantSchema, text: wordsSchema }),
      )
      .describe('What the team says to itself about its decisions, oldest first'),
    told: count.describe(
      'People whom its publication tells, each once, as things stand; once it is published, those whom it told',
    ),
    waiting: z.object({ total: count, overdue: count }).describe('Requests without a decision today'),
    version,
  })
  .meta({ id: 'StaffReview' });

export const draftDecisionSchema = z
  .strictObject({
    status: decidedStatusSchema,
    rationale: text(4000).describe(
      'Why: one sentence at least, which its author and all who want it will read',
    ),
  })
  .meta({ id: 'DraftDecision' });

export const remarkOnDecisionSchema = z.strictObject({ text: text(4000) }).meta({ id: 'RemarkOnDecision' });

export type StaffImprovementSummary = z.infer<typeof staffImprovementSummarySchema>;
export type StaffImprovement = z.infer<typeof staffImprovementSchema>;
export type StaffImprovementListQuery = z.input<typeof staffImprovementListQuerySchema>;
export type StaffImprovementPage = z.infer<typeof staffImprovementPageSchema>;
export type SimilarToImprovementQuery = z.input<typeof similarToImprovementQuerySchema>;
export type MergeImprovement = z.input<typeof mergeImprovementSchema>;
export type ModerateImprovement = z.input<typeof moderateImprovementSchema>;
export type RecordImplementation = z.input<typeof recordImplementationSchema>;
export type StaffReviews = z.infer<typeof staffReviewsSchema>;
export type StaffReview = z.infer<typeof staffReviewSchema>;
export type DraftDecision = z.input<typeof draftDecisionSchema>;
export type RemarkOnDecision = z.input<typeof remarkOnDecisionSchema>;
