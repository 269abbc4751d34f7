import { z } from 'zod';
import { serviceSchema, ticketTypeSchema } from './values.js';

const base = { name: z.string() };

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
    z.object({ ...base, kind: z.literal('choice'), required: z.boolean(), options: z.array(z.string()) }),
    z.object({
      ...base,
      kind: z.literal('images'),
      expected: z.boolean(),
      maxFiles: z.number().int(),
      reasonMaxLength: z.number().int(),
    }),
  ])
  .meta({ id: 'Field' });

/** The declarations as data, for clients that draw a form of their own. */
export const ticketTypeListSchema = z
  .object({
    ticketTypes: z.array(
      z.object({
        type: ticketTypeSchema,
        routedTo: serviceSchema,
        reproductionTested: z.boolean(),
        attachesContext: z.boolean(),
        fields: z.array(fieldSchema),
      }),
    ),
  })
  .meta({ id: 'TicketTypeList' });

export type TicketTypeList = z.infer<typeof ticketTypeListSchema>;
