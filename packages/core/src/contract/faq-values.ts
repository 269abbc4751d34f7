import { z } from 'zod';
import { faqLanguages } from '../faq/article/article.js';
import { teoModules } from '../ticket-types/teo-modules.js';

/** What both sides of the FAQ are made of: those who read it, and the team that writes it. */
export const moduleSchema = z.enum(teoModules);
export const languageSchema = z.enum(faqLanguages);
export const anyArticleId = z.string().min(1).max(100);

export const faqReferenceSchema = z
  .object({ id: z.string(), title: z.string() })
  .meta({ id: 'FaqReference' });

/** Of every list: how much at once, and where to go on. */
export const faqPageShape = {
  limit: z.coerce.number<number | string>().int().min(1).max(100).default(25),
  cursor: z.string().max(400).optional(),
};
export const nextCursorSchema = z
  .string()
  .nullable()
  .describe('Send it as `cursor` for the next page; null on the last');

export type FaqReference = z.infer<typeof faqReferenceSchema>;
