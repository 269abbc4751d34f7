import { z } from 'zod';
import { notices } from '../ticket-types/declaration.js';
import { serviceSchema, ticketTypeSchema } from './values.js';

const fieldWords = {
  label: z.string().describe('The question'),
  hint: z.string().describe('What helps to answer it; may be empty'),
};
const base = {
  name: z.string().describe('The name of its answer'),
  words: z.object(fieldWords).describe('In the language of the caller'),
};

const fieldSchema = z
  .discriminatedUnion('kind', [
    z.object({ ...base, kind: z.literal('line'), required: z.boolean(), maxLength: z.number().int() }),
    z.object({ ...base, kind: z.literal('text'), required: z.boolean(), maxLength: z.number().int() }),
    z.object({
      ...base,
      kind: z.literal('steps'),
      minItems: z.number().int(),
      maxItems: z.number().int(),
      maxLength: z.number().int(),
    }),
    z.object({
      ...base,
      kind: z.literal('choice'),
      required: z.boolean(),
      options: z.array(z.string()),
      words: z.object({
        ...fieldWords,
        options: z.record(z.string(), z.string()).describe('What each option is called'),
      }),
    }),
    z.object({
      ...base,
      kind: z.literal('images'),
      expected: z.boolean(),
      maxFiles: z.number().int(),
      reasonMaxLength: z.number().int(),
    }),
    z.object({ ...base, kind: z.literal('training') }),
    z.object({ ...base, kind: z.literal('feature') }),
  ])
  .meta({ id: 'Field' });

/** The declarations as data, for clients that draw a form of their own. */
export const ticketTypeListSchema = z
  .object({
    ticketTypes: z.array(
      z.object({
        type: ticketTypeSchema,
        words: z
          .object({
            name: z.string(),
            when: z.string().describe('Whether this is the type that a person needs'),
            notice: z.string().nullable().describe('What is read before a ticket of this type is sent'),
          })
          .describe('In the language of the caller'),
        routedTo: serviceSchema,
        notice: z
          .enum(notices)
          .nullable()
          .describe('Names what is read before a ticket of this type is sent'),
        asksImpact: z
          .boolean()
          .describe('Otherwise the impact of a ticket is not asked and counts as the lowest'),
        reproductionTested: z.boolean(),
        rolledBack: z
          .boolean()
          .describe('Answered by a guided roll-back, or by the reason why there is none'),
        attachesContext: z.boolean(),
        fields: z.array(fieldSchema),
      }),
    ),
  })
  .meta({ id: 'TicketTypeList' });

export type TicketTypeList = z.infer<typeof ticketTypeListSchema>;
