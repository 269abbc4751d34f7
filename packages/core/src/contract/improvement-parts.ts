import { z } from 'zod';
import { decidedStatuses, improvementStatuses } from '../improvements/request.js';
import { teoModules } from '../ticket-types/teo-modules.js';
import { wordsSchema } from './answers.js';
import { faqReferenceSchema } from './faq-values.js';
import { organizationViewSchema, personViewSchema } from './people.js';
import { instantSchema } from './values.js';

/* What téomasters and the team see of a request alike: the parts that the schemas of both are made of. */

export const moduleSchema = z.enum(teoModules);

const statusSchema = z.enum(improvementStatuses).meta({ id: 'ImprovementStatus' });

export const decidedStatusSchema = z.enum(decidedStatuses).meta({ id: 'DecidedStatus' });

export const count = z.number().int().nonnegative();

export const text = (longest: number) => z.string().trim().min(1).max(longest);

export const version = z.number().int().describe('Send it as `If-Match`, to change only what you have seen');

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

export const implementationSchema = z
  .object({
    release: z.string().describe('The release of téo that has it'),
    article: faqReferenceSchema.nullable().describe('The article of the FAQ that explains it'),
  })
  .meta({ id: 'Implementation' });

/** What stands behind a request: people, counted also by organization, and the reader among them. */
export const supportShape = {
  votes: count.describe('People who want it, each once, those of merged requests included'),
  organizations: count.describe('Of how many organizations they are'),
  voted: z.boolean().describe('Whether the reader is one of them'),
  votedInOrganization: count.describe('How many of them are of the reader’s organization'),
  followed: z.boolean().describe('Whether the reader follows it'),
};

export const summaryShape = {
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

const mergedSchema = z
  .object({
    ...improvementReferenceSchema.shape,
    role: wordsSchema,
    purpose: wordsSchema,
    author: forumAuthorSchema,
    submittedAt: instantSchema,
  })
  .meta({ id: 'MergedImprovement' });

export const hidingSchema = z.object({ at: instantSchema, reason: z.string() }).meta({ id: 'Hiding' });

export const detailShape = {
  ...summaryShape,
  decisions: z.array(improvementDecisionSchema).describe('Every decision ever made, oldest first'),
  merged: z.array(mergedSchema).describe('The requests that go on in this one, with their words'),
  hidden: hidingSchema.nullable().describe('Told to its author and the team; to others it is not there'),
  version,
};

export const pageShape = {
  limit: z.coerce.number<number | string>().int().min(1).max(100).default(25),
  cursor: z
    .string()
    .max(400)
    .optional()
    .describe('`nextCursor` of the page before; it belongs to the sort and the filters of that page'),
};

export const page = <T extends z.ZodType>(items: T) => ({
  items: z.array(items),
  nextCursor: z.string().nullable().describe('Send it as `cursor` for the next page; null on the last'),
  total: count,
  atLeast: z
    .boolean()
    .describe('Whether more than `total` may match: very many are not counted to their end'),
});

const flag = z.enum(['true', 'false']).optional();

export const improvementSorts = ['votes', 'newest', 'oldest', 'decided'] as const;

export const filterShape = {
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

export const byStatus = z.record(decidedStatusSchema, count).describe('How many decisions of each status');
