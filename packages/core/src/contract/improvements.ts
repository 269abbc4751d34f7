import { z } from 'zod';
import { partBounds } from '../improvements/request-bounds.js';
import { wordsSchema } from './answers.js';
import { highlightedSchema } from './faq-reader.js';
import {
  byStatus,
  count,
  decidedStatusSchema,
  detailShape,
  filterShape,
  forumAuthorSchema,
  hidingSchema,
  implementationSchema,
  type improvementDecisionSchema,
  improvementReferenceSchema,
  moduleSchema,
  monthSchema,
  page,
  pageShape,
  summaryShape,
  supportShape,
  text,
} from './improvement-parts.js';
import { instantSchema } from './values.js';

export {
  forumAuthorSchema,
  improvementDecisionSchema,
  improvementReferenceSchema,
  improvementSorts,
  monthSchema,
} from './improvement-parts.js';

const part = text(partBounds.most);

export const improvementSupportSchema = z.object(supportShape).meta({ id: 'ImprovementSupport' });

export const improvementSummarySchema = z.object(summaryShape).meta({ id: 'ImprovementSummary' });

/** One request as téomasters see it. */
export const improvementSchema = z
  .object({
    ...detailShape,
    maySayWhetherItFits: z
      .boolean()
      .describe('Whether it is implemented and the reader is its author, has voted for it or follows it'),
    fits: z.boolean().nullable().describe('What the reader said: whether it does what they needed'),
  })
  .meta({ id: 'Improvement' });

export const improvementCommentSchema = z
  .object({
    id: z.string(),
    improvement: z
      .string()
      .describe('Id of the request that it was written on; after a merge perhaps another'),
    author: forumAuthorSchema,
    at: instantSchema,
    text: wordsSchema.describe('Null once it is hidden or erased'),
    hidden: hidingSchema.nullable().describe('The reason is told to its author and the team'),
    isHidden: z.boolean(),
  })
  .meta({ id: 'ImprovementComment' });

const whose = z.enum(['me', 'organization']).optional();

export const improvementListQuerySchema = z.strictObject({
  ...filterShape,
  author: whose.describe('Those that I, or someone of my organization, submitted'),
  voted: whose.describe('Those that I, or someone of my organization, voted for'),
  followed: z.enum(['true']).optional().describe('Those that I follow'),
  ...pageShape,
});

export const improvementPageSchema = z.object(page(improvementSummarySchema)).meta({ id: 'ImprovementPage' });

export const improvementCommentListQuerySchema = z.strictObject(pageShape);

export const improvementCommentPageSchema = z
  .object(page(improvementCommentSchema))
  .meta({ id: 'ImprovementCommentPage' });

const typed = z.string().max(partBounds.most).default('');

export const similarImprovementQuerySchema = z.strictObject({
  role: typed,
  need: typed.describe('What is written so far, as it is written: nothing in it is a syntax'),
  purpose: typed,
  module: moduleSchema.optional().describe('Tips the scales, and narrows nothing'),
  limit: z.coerce.number<number | string>().int().min(1).max(10).default(5),
});

export const similarImprovementsSchema = z
  .object({
    hits: z
      .array(
        z.object({
          improvement: improvementSummarySchema,
          need: highlightedSchema,
          alike: z.boolean().describe('Whether it very likely asks for the same; others are only near'),
        }),
      )
      .describe('The likest first'),
  })
  .meta({ id: 'SimilarImprovements' });

export const submitImprovementSchema = z
  .strictObject({
    role: part.describe('« En tant que … »'),
    need: part.describe('« je souhaiterais que … »'),
    purpose: part.describe('« afin de … »'),
    module: moduleSchema,
  })
  .describe('« En tant que (fonction), je souhaiterais que (besoin) afin de (explication) »')
  .meta({ id: 'SubmitImprovement' });

export const commentImprovementSchema = z
  .strictObject({ text: text(4000) })
  .meta({ id: 'CommentImprovement' });

export const fitImprovementSchema = z
  .strictObject({
    fits: z.boolean().describe('Whether it does what you needed'),
    remark: z.string().trim().max(2000).default(''),
  })
  .meta({ id: 'FitImprovement' });

export const roadmapQuerySchema = z.strictObject({
  module: moduleSchema.optional(),
  decidedFrom: instantSchema.optional(),
  decidedBefore: instantSchema.optional(),
  voted: whose.describe('Only what I, or someone of my organization, voted for'),
  limit: z.coerce
    .number<number | string>()
    .int()
    .min(1)
    .max(50)
    .default(20)
    .describe('How many of each status; the others are in the list, sorted by `decided`'),
});

export const roadmapSchema = z
  .object({
    columns: z
      .array(
        z.object({
          status: decidedStatusSchema,
          items: z.array(improvementSummarySchema).describe('Latest decision first'),
          total: count,
          atLeast: z.boolean(),
        }),
      )
      .describe('The five statuses, in the order of a request’s life'),
  })
  .meta({ id: 'Roadmap' });

export const improvementFeedQuerySchema = z.strictObject({
  module: moduleSchema.optional(),
  language: z.enum(['fr', 'en']).optional().describe('Of the titles; requests and reasons are in French'),
});

/** How well the promise is kept that requests are analysed once a month. For everyone to see. */
export const improvementFiguresSchema = z
  .object({
    asOf: instantSchema,
    waiting: count.describe('Requests without a decision'),
    overdue: count.describe('Those of them that have waited for longer than a month'),
    oldestWaiting: instantSchema.nullable().describe('When the one was submitted that has waited longest'),
    decided: z.record(decidedStatusSchema, count).describe('Requests by the decision that stands'),
    lastReview: z.object({ month: monthSchema, publishedAt: instantSchema, decisions: count }).nullable(),
  })
  .meta({ id: 'ImprovementFigures' });

export const publishedReviewsSchema = z
  .object({
    reviews: z
      .array(z.object({ month: monthSchema, publishedAt: instantSchema, decisions: byStatus }))
      .describe('Latest first'),
  })
  .meta({ id: 'PublishedReviews' });

export const publishedReviewSchema = z
  .object({
    month: monthSchema,
    publishedAt: instantSchema,
    decisions: z.array(
      z.object({
        improvement: improvementSummarySchema.describe('As it is today'),
        status: decidedStatusSchema.describe('As it was decided then'),
        rationale: z.string(),
      }),
    ),
  })
  .meta({ id: 'PublishedReview' });

export const improvementNoticesSchema = z
  .object({
    unread: count,
    notices: z
      .array(
        z.object({
          month: monthSchema,
          publishedAt: instantSchema,
          readAt: instantSchema.nullable(),
          items: z.array(
            z.object({
              improvement: improvementReferenceSchema,
              why: z.enum(['author', 'voted', 'followed']),
              status: decidedStatusSchema,
              rationale: z.string(),
              implementation: implementationSchema.nullable(),
              asksWhetherItFits: z.boolean().describe('It is implemented, and the reader has not said yet'),
            }),
          ),
        }),
      )
      .describe('One a published review that decided something of mine; latest first, the last year'),
  })
  .meta({ id: 'ImprovementNotices' });

export type ForumAuthor = z.infer<typeof forumAuthorSchema>;
export type ImprovementReference = z.infer<typeof improvementReferenceSchema>;
export type ImprovementDecision = z.infer<typeof improvementDecisionSchema>;
export type ImprovementSupport = z.infer<typeof improvementSupportSchema>;
export type ImprovementSummary = z.infer<typeof improvementSummarySchema>;
export type Improvement = z.infer<typeof improvementSchema>;
export type ImprovementComment = z.infer<typeof improvementCommentSchema>;
export type ImprovementListQuery = z.input<typeof improvementListQuerySchema>;
export type ImprovementPage = z.infer<typeof improvementPageSchema>;
export type ImprovementCommentListQuery = z.input<typeof improvementCommentListQuerySchema>;
export type ImprovementCommentPage = z.infer<typeof improvementCommentPageSchema>;
export type SimilarImprovementQuery = z.input<typeof similarImprovementQuerySchema>;
export type SimilarImprovements = z.infer<typeof similarImprovementsSchema>;
export type SubmitImprovementRequest = z.input<typeof submitImprovementSchema>;
export type CommentImprovement = z.input<typeof commentImprovementSchema>;
export type FitImprovement = z.input<typeof fitImprovementSchema>;
export type RoadmapQuery = z.input<typeof roadmapQuerySchema>;
export type Roadmap = z.infer<typeof roadmapSchema>;
export type ImprovementFigures = z.infer<typeof improvementFiguresSchema>;
export type PublishedReviews = z.infer<typeof publishedReviewsSchema>;
export type PublishedReview = z.infer<typeof publishedReviewSchema>;
export type ImprovementNotices = z.infer<typeof improvementNoticesSchema>;
