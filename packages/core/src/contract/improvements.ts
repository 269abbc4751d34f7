import { z } from 'zod';
import { decidedStatuses, improvementStatuses } from '../improvements/request.js';
import { partBounds } from '../improvements/request-bounds.js';
import { teoModules } from '../ticket-types/teo-modules.js';
import { wordsSchema } from './answers.js';
import { highlightedSchema } from './faq-reader.js';
import { faqReferenceSchema } from './faq-values.js';
import { organizationViewSchema, personViewSchema } from './people.js';
import { instantSchema } from './values.js';

const moduleSchema = z.enum(teoModules);
const statusSchema = z.enum(improvementStatuses).meta({ id: 'ImprovementStatus' });
const decidedStatusSchema = z.enum(decidedStatuses).meta({ id: 'DecidedStatus' });
const count = z.number().int().nonnegative();
const text = (longest: number) => z.string().trim().min(1).max(longest);
const part = text(partBounds.most);
const version = z.number().int().describe('Send it as `If-Match`, to change only what you have seen');

export const monthSchema = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
  .describe('A month of the calendar in Paris: `2026-11`')
  .meta({ id: 'Month' });

/** Who wrote in the forum, as far as the reader may know: téomasters learn nothing of other organizations. */
export const forumAuthorSchema = z
  .object({
    team: z.boolean().describe('Whether someone of the téo team wrote it'),
    mine: z.boolean().describe('Whether the reader wrote it'),
    person: personViewSchema.nullable().describe('Null for a person of another organization'),
    organization: organizationViewSchema.nullable().describe('Null for another organization, and the team'),
  })
  .meta({ id: 'ForumAuthor' });

export const improvementReferenceSchema = z
  .object({
    id: z.string(),
    number: z.number().int().describe('What people call it by: request 118'),
    need: wordsSchema,
    status: statusSchema,
  })
  .meta({ id: 'ImprovementReference' });

export const improvementDecisionSchema = z
  .object({
    month: monthSchema.describe('The month whose review it was made in'),
    status: decidedStatusSchema,
    rationale: z.string(),
    at: instantSchema,
  })
  .meta({ id: 'ImprovementDecision' });

const implementationSchema = z
  .object({
    release: z.string().describe('The release of téo that has it'),
    article: faqReferenceSchema.nullable().describe('The article of the FAQ that explains it'),
  })
  .meta({ id: 'Implementation' });

/** What stands behind a request: people, counted also by organization, and the reader among them. */
const supportShape = {
  votes: count.describe('People who want it, each once, those of merged requests included'),
  organizations: count.describe('Of how many organizations they are'),
  voted: z.boolean().describe('Whether the reader is one of them'),
  votedInOrganization: count.describe('How many of them are of the reader’s organization'),
  followed: z.boolean().describe('Whether the reader follows it'),
};
export const improvementSupportSchema = z.object(supportShape).meta({ id: 'ImprovementSupport' });

const summaryShape = {
  id: z.string(),
  number: z.number().int().describe('What people call it by: request 118'),
  status: statusSchema,
  module: moduleSchema,
  role: wordsSchema.describe('« En tant que … »'),
  need: wordsSchema.describe('« je souhaiterais que … »'),
  purpose: wordsSchema.describe('« afin de … »'),
  author: forumAuthorSchema,
  submittedAt: instantSchema,
  ...supportShape,
  comments: count.describe('Comments and answers of the team, those of merged requests included'),
  decision: improvementDecisionSchema.nullable().describe('What stands; null until the first'),
  implementation: implementationSchema.nullable(),
  firstDecisionDue: instantSchema.describe('A month after its submission'),
  overdue: z.boolean().describe('Whether it has waited for its first decision for longer than a month'),
  mergedInto: improvementReferenceSchema.nullable().describe('Where it goes on, if it asks for the same'),
};
export const improvementSummarySchema = z.object(summaryShape).meta({ id: 'ImprovementSummary' });

const mergedSchema = z
  .object({
    ...improvementReferenceSchema.shape,
    role: wordsSchema,
    purpose: wordsSchema,
    author: forumAuthorSchema,
    submittedAt: instantSchema,
  })
  .meta({ id: 'MergedImprovement' });

const hidingSchema = z.object({ at: instantSchema, reason: z.string() }).meta({ id: 'Hiding' });

const detailShape = {
  ...summaryShape,
  decisions: z.array(improvementDecisionSchema).describe('Every decision ever made, oldest first'),
  merged: z.array(mergedSchema).describe('The requests that go on in this one, with their words'),
  hidden: hidingSchema.nullable().describe('Told to its author and the team; to others it is not there'),
  version,
};

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

const pageShape = {
  limit: z.coerce.number<number | string>().int().min(1).max(100).default(25),
  cursor: z
    .string()
    .max(400)
    .optional()
    .describe('`nextCursor` of the page before; it belongs to the sort and the filters of that page'),
};
const page = <T extends z.ZodType>(items: T) => ({
  items: z.array(items),
  nextCursor: z.string().nullable().describe('Send it as `cursor` for the next page; null on the last'),
  total: count,
  atLeast: z
    .boolean()
    .describe('Whether more than `total` may match: very many are not counted to their end'),
});

const flag = z.enum(['true', 'false']).optional();
const whose = z.enum(['me', 'organization']).optional();
export const improvementSorts = ['votes', 'newest', 'oldest', 'decided'] as const;

const filterShape = {
  status: statusSchema.optional(),
  module: moduleSchema.optional(),
  overdue: flag.describe('`true`: those that have waited for their first decision for longer than a month'),
  decidedFrom: instantSchema.optional().describe('Only those whose decision was made then or later'),
  decidedBefore: instantSchema.optional().describe('Only those whose decision was made before'),
  sort: z
    .enum(improvementSorts)
    .default('votes')
    .describe('`votes`: most wanted first; `decided`: latest decision first, and those without are left out'),
  q: z
    .string()
    .max(200)
    .optional()
    .describe('Words of the request in any form; the last one may be a beginning'),
};

export const improvementListQuerySchema = z.strictObject({
  ...filterShape,
  author: whose.describe('Those that I, or someone of my organization, submitted'),
  voted: whose.describe('Those that I, or someone of my organization, voted for'),
  followed: z.enum(['true']).optional().describe('Those that I follow'),
  ...pageShape,
});

export const improvementPageSchema = z.object(page(improvementSummarySchema)).meta({ id: 'ImprovementPage' });

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

export const similarToImprovementQuerySchema = similarImprovementQuerySchema.pick({ limit: true });

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

const byStatus = z.record(decidedStatusSchema, count).describe('How many decisions of each status');

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

export type ForumAuthor = z.infer<typeof forumAuthorSchema>;
export type ImprovementReference = z.infer<typeof improvementReferenceSchema>;
export type ImprovementDecision = z.infer<typeof improvementDecisionSchema>;
export type ImprovementSupport = z.infer<typeof improvementSupportSchema>;
export type ImprovementSummary = z.infer<typeof improvementSummarySchema>;
export type Improvement = z.infer<typeof improvementSchema>;
export type StaffImprovementSummary = z.infer<typeof staffImprovementSummarySchema>;
export type StaffImprovement = z.infer<typeof staffImprovementSchema>;
export type ImprovementComment = z.infer<typeof improvementCommentSchema>;
export type ImprovementListQuery = z.input<typeof improvementListQuerySchema>;
export type ImprovementPage = z.infer<typeof improvementPageSchema>;
export type StaffImprovementListQuery = z.input<typeof staffImprovementListQuerySchema>;
export type StaffImprovementPage = z.infer<typeof staffImprovementPageSchema>;
export type ImprovementCommentListQuery = z.input<typeof improvementCommentListQuerySchema>;
export type ImprovementCommentPage = z.infer<typeof improvementCommentPageSchema>;
export type SimilarImprovementQuery = z.input<typeof similarImprovementQuerySchema>;
export type SimilarToImprovementQuery = z.input<typeof similarToImprovementQuerySchema>;
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
export type MergeImprovement = z.input<typeof mergeImprovementSchema>;
export type ModerateImprovement = z.input<typeof moderateImprovementSchema>;
export type RecordImplementation = z.input<typeof recordImplementationSchema>;
export type StaffReviews = z.infer<typeof staffReviewsSchema>;
export type StaffReview = z.infer<typeof staffReviewSchema>;
export type DraftDecision = z.input<typeof draftDecisionSchema>;
export type RemarkOnDecision = z.input<typeof remarkOnDecisionSchema>;
