import { z } from 'zod';
import { trainingSchema, trialFeatureSchema } from './entitlements.js';

/** Words are `null` once they were erased at the person's request. */
export const wordsSchema = z.string().nullable();

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
    z.object({ kind: z.literal('training'), ...trainingSchema.shape }),
    z.object({ kind: z.literal('feature'), ...trialFeatureSchema.shape }),
  ])
  .meta({ id: 'Answer' });

export type FileView = z.infer<typeof fileViewSchema>;
export type AnswerView = z.infer<typeof answerViewSchema>;
