import { z } from 'zod';
import { registerNames } from '../entitlements/rights.js';
import { withdrawalReasons } from '../entitlements/training-record.js';
import { trainingSchema, trialFeatureSchema } from './entitlements.js';
import { organizationViewSchema, personViewSchema } from './people.js';
import { instantSchema } from './values.js';

const pageShape = {
  limit: z.coerce.number<number | string>().int().min(1).max(100).default(25),
  cursor: z.string().max(400).optional(),
};
const nextCursor = z.string().nullable().describe('Send it as `cursor` for the next page; null on the last');

export const registerSchema = z.enum(registerNames).meta({ id: 'Register' });
export const withdrawalReasonSchema = z.enum(withdrawalReasons).meta({ id: 'WithdrawalReason' });

const version = z.number().int().describe('Send it as `If-Match`, to change only what you have seen');

/** A training course as the register holds it. */
export const trainingRecordSchema = z
  .object({
    ...trainingSchema.shape,
    withdrawn: withdrawalReasonSchema
      .nullable()
      .describe('Why no new ticket can be linked to it; null while it is offered'),
    version,
  })
  .meta({ id: 'TrainingRecord' });

/** A feature under trial as the team sees it. */
export const trialSchema = z
  .object({
    ...trialFeatureSchema.shape,
    state: z.enum(['open', 'ended']),
    organizations: z.number().int().describe('How many organizations are enrolled'),
    version,
  })
  .meta({ id: 'Trial' });

export const enrolmentSchema = z
  .object({
    trial: trialFeatureSchema,
    since: instantSchema,
    endedAt: instantSchema.nullable().describe('Null while the organization can file tickets about it'),
    version,
  })
  .meta({ id: 'Enrolment' });

export const organizationSummarySchema = z
  .object({
    ...organizationViewSchema.shape,
    teomasters: z.number().int().describe('How many of its téomasters have been here'),
    openTickets: z.number().int().describe('New, open and pending, merged duplicates left out'),
    trials: z.number().int().describe('In how many trials it is enrolled'),
  })
  .meta({ id: 'OrganizationSummary' });

export const organizationListQuerySchema = z.strictObject({
  q: z.string().max(200).optional().describe('Words of the name; accents and case do not matter'),
  trial: z.string().max(100).optional().describe('Only those enrolled in this trial'),
  ...pageShape,
});

export const organizationPageSchema = z
  .object({
    items: z.array(organizationSummarySchema),
    nextCursor,
    total: z.number().int().describe('How many organizations match, over all pages'),
  })
  .meta({ id: 'OrganizationPage' });

export const organizationDetailSchema = z
  .object({
    ...organizationViewSchema.shape,
    externalId: z.string().describe('The name by which the host product knows it'),
    openTickets: z.number().int(),
    teomasters: z
      .array(
        z.object({
          ...personViewSchema.shape,
          email: z.string(),
          openTickets: z.number().int(),
        }),
      )
      .describe('Its people who have been here, by name'),
    trainings: z.array(trainingRecordSchema).describe('Latest first, withdrawn ones included'),
    enrolments: z.array(enrolmentSchema).describe('Those that run first, then the latest'),
    possible: z.array(registerSchema).describe('The registers that the caller may change'),
  })
  .meta({ id: 'OrganizationDetail' });

export const trialListSchema = z
  .object({
    trials: z.array(trialSchema).describe('Open ones first, by name'),
    possible: z.array(registerSchema).describe('The registers that the caller may change'),
  })
  .meta({ id: 'TrialList' });

const title = z.string().trim().min(1).max(200);
const deliveredOn = trainingSchema.shape.deliveredOn;

export const recordTrainingSchema = z
  .strictObject({
    id: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .describe('The name by which téo knows it. Recording the same course again changes nothing'),
    title,
    deliveredOn,
  })
  .meta({ id: 'RecordTraining' });

export const correctTrainingSchema = z.strictObject({ title, deliveredOn }).meta({ id: 'CorrectTraining' });

export const withdrawTrainingSchema = z
  .strictObject({ reason: withdrawalReasonSchema })
  .meta({ id: 'WithdrawTraining' });

const trialName = z.string().trim().min(1).max(200);

export const defineTrialSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/)
      .max(100)
      .describe('The name by which téo knows the feature. Defining the same trial again changes nothing'),
    name: trialName,
  })
  .meta({ id: 'DefineTrial' });

export const renameTrialSchema = z.strictObject({ name: trialName }).meta({ id: 'RenameTrial' });

export const enrolmentRequestSchema = z
  .strictObject({ trial: z.string().min(1).max(100).describe('Id of an open trial') })
  .meta({ id: 'EnrolmentRequest' });

export const organizationChangesQuerySchema = z.strictObject({ ...pageShape });

const changeShape = {
  position: z.number().int().describe('Place in the trail of all organizations'),
  at: instantSchema,
  by: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('staff'), ...personViewSchema.shape }),
      z.object({ kind: z.literal('system') }),
    ])
    .describe('`system` where a history was taken over'),
};
const trainingWords = { trainingId: z.string(), title: z.string(), deliveredOn: z.iso.date() };

/** One change of what an organization may speak of: the trail says who, when, and what it was from then on. */
export const organizationChangeSchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('training.recorded'), ...changeShape, ...trainingWords }),
    z.object({ type: z.literal('training.corrected'), ...changeShape, ...trainingWords }),
    z.object({
      type: z.literal('training.withdrawn'),
      ...changeShape,
      trainingId: z.string(),
      reason: withdrawalReasonSchema,
    }),
    z.object({ type: z.literal('trial.enrolled'), ...changeShape, trial: trialFeatureSchema }),
    z.object({ type: z.literal('trial.enrolment_ended'), ...changeShape, trial: trialFeatureSchema }),
  ])
  .meta({ id: 'OrganizationChange' });

export const organizationChangePageSchema = z
  .object({ items: z.array(organizationChangeSchema), nextCursor, total: z.number().int() })
  .meta({ id: 'OrganizationChangePage' });

export type RegisterName = z.infer<typeof registerSchema>;
export type TrainingRecordView = z.infer<typeof trainingRecordSchema>;
export type TrialView = z.infer<typeof trialSchema>;
export type TrialList = z.infer<typeof trialListSchema>;
export type EnrolmentView = z.infer<typeof enrolmentSchema>;
export type OrganizationSummary = z.infer<typeof organizationSummarySchema>;
export type OrganizationDetail = z.infer<typeof organizationDetailSchema>;
export type OrganizationListQuery = z.input<typeof organizationListQuerySchema>;
export type OrganizationPage = z.infer<typeof organizationPageSchema>;
export type OrganizationChange = z.infer<typeof organizationChangeSchema>;
export type OrganizationChangesQuery = z.input<typeof organizationChangesQuerySchema>;
export type OrganizationChangePage = z.infer<typeof organizationChangePageSchema>;
export type RecordTraining = z.input<typeof recordTrainingSchema>;
export type CorrectTraining = z.input<typeof correctTrainingSchema>;
export type WithdrawTraining = z.input<typeof withdrawTrainingSchema>;
export type DefineTrial = z.input<typeof defineTrialSchema>;
export type RenameTrial = z.input<typeof renameTrialSchema>;
export type EnrolmentRequest = z.input<typeof enrolmentRequestSchema>;
