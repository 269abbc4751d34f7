import { z } from 'zod';
import { actorKinds } from '../people/actor.js';
import { personViewSchema } from './people.js';
import { instantSchema } from './values.js';

/** A `ticket` message of the live stream: that something happened, never what was written. */
export const liveEventSchema = z
  .object({
    position: z.number().int().describe('Place in the event log; also the SSE id'),
    ticketId: z.string(),
    reference: z.string(),
    type: z.string().describe('The kind of event, as in the timeline'),
    at: instantSchema,
    by: z.enum(actorKinds),
  })
  .meta({ id: 'LiveEvent' });

/** What somebody of the team does on a ticket that they have open. */
export const presentDoings = ['reading', 'answering', 'noting'] as const;
export type PresentDoing = (typeof presentDoings)[number];

/** A `presence` message of the live stream: who has a ticket open. It is no fact of the log, and has no position. */
export const presenceSchema = z
  .object({
    ticketId: z.string(),
    answering: z.boolean().describe('Whether the team is writing an answer'),
    people: z
      .array(personViewSchema.extend({ doing: z.enum(presentDoings) }))
      .describe('Who of the team has it open. Told to the team alone: empty for everybody else'),
  })
  .meta({ id: 'Presence' });

export const announcePresenceSchema = z
  .strictObject({
    doing: z
      .enum(presentDoings)
      .describe('`answering` is told to the organization, without a name; `noting` to the team alone'),
  })
  .meta({ id: 'AnnouncePresence' });

/** So long somebody counts as present who has not said it again, in milliseconds. */
export const presenceLeaseMs = 45_000;

export const presenceReceiptSchema = z
  .object({
    others: presenceSchema.shape.people.describe('Who else of the team has the ticket open now'),
    until: instantSchema.describe('Say it again before: afterwards it is taken as left'),
  })
  .meta({ id: 'PresenceReceipt' });

export type LiveEvent = z.infer<typeof liveEventSchema>;
export type Presence = z.infer<typeof presenceSchema>;
export type PresentPerson = Presence['people'][number];
export type AnnouncePresence = z.input<typeof announcePresenceSchema>;
export type PresenceReceipt = z.infer<typeof presenceReceiptSchema>;
