import { z } from 'zod';

/** A training course that téo delivered to an organization. */
export const trainingSchema = z
  .strictObject({
    id: z.string().min(1).max(100).describe('The name by which téo knows it'),
    title: z.string().min(1).max(200),
    deliveredOn: z.iso.date().describe('Local date on which it ended'),
  })
  .meta({ id: 'Training' });

/** A feature under development that an organization tests. */
export const trialFeatureSchema = z
  .strictObject({ id: z.string().min(1).max(100), name: z.string().min(1).max(200) })
  .meta({ id: 'TrialFeature' });

/** What the tickets of an organization may be linked to. */
export const entitlementsSchema = z
  .strictObject({ trainings: z.array(trainingSchema), trials: z.array(trialFeatureSchema) })
  .describe('What the tickets of the organization may be linked to')
  .meta({ id: 'Entitlements' });
