import { z } from 'zod';
import { staffRoles } from '../people/actor.js';
import { services } from '../people/service.js';
import { alternatives } from '../priority/impact.js';
import { priorities } from '../priority/priority.js';
import { ticketTypeDeclarations } from '../ticket-types/index.js';
import { contextKeys } from '../tickets/context-item.js';
import { verdicts } from '../tickets/reproduction.js';
import { ticketStatuses } from '../tickets/ticket.js';

/** The small values that requests and answers are made of. Instants are ISO 8601 in UTC. */
export const instantSchema = z.iso.datetime().describe('ISO 8601 instant in UTC').meta({ id: 'Instant' });

const [firstType, ...otherTypes] = ticketTypeDeclarations.map((declared) => declared.type);
export const ticketTypeSchema = z
  .enum(firstType === undefined ? [] : [firstType, ...otherTypes])
  .meta({ id: 'TicketType' });
export const ticketStatusSchema = z.enum(ticketStatuses).meta({ id: 'TicketStatus' });
export const prioritySchema = z.enum(priorities).meta({ id: 'Priority' });
export const serviceSchema = z.enum(services).meta({ id: 'Service' });
export const verdictSchema = z.enum(verdicts).meta({ id: 'Verdict' });
export const staffRoleSchema = z.enum(staffRoles).meta({ id: 'StaffRole' });
export const contextKeySchema = z.enum(contextKeys).meta({ id: 'ContextKey' });

/** The two facts from which the priority follows. */
export const impactSchema = z
  .discriminatedUnion('usable', [
    z.strictObject({ usable: z.literal(true) }),
    z.strictObject({ usable: z.literal(false), alternative: z.enum(alternatives) }),
  ])
  .describe('Can the feature be used at all, and if not, is there another way? The priority follows from it.')
  .meta({ id: 'Impact' });

const calendarSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('calendar_days') }),
    z.object({
      kind: z.literal('working_days'),
      weekdays: z
        .array(z.number().int().min(1).max(7))
        .readonly()
        .describe('ISO 8601: 1 for Monday to 7 for Sunday'),
      opensAt: z.number().int().describe('Minutes after midnight, local time'),
      closesAt: z.number().int().describe('Minutes after midnight, local time'),
      daysOff: z.array(z.string()).readonly().describe('Public holidays and closures, as local dates'),
    }),
  ])
  .describe('Which days and hours count towards a target')
  .meta({ id: 'ServiceCalendar' });

const delaySchema = z
  .union([z.object({ hours: z.number().positive() }), z.object({ days: z.number().int().positive() })])
  .describe('Hours or days that the calendar counts')
  .meta({ id: 'Delay' });

export const policySchema = z
  .object({
    version: z.string(),
    timeZone: z.string().describe('IANA zone in which days are counted'),
    calendar: calendarSchema,
    targetDays: z.record(prioritySchema, z.number().int().positive()),
    firstAnswer: z.record(prioritySchema, delaySchema).describe('From creation to the first answer'),
    assignment: z.record(prioritySchema, delaySchema).describe('From creation to the assignment'),
    approachingAfter: z.number().describe('The share of its time after which a target is said to approach'),
    closesAfterDays: z.number().int().describe('Calendar days after which a resolved ticket is closed'),
    reopenWindowDays: z
      .number()
      .int()
      .describe('Calendar days after its resolution within which a ticket can be reopened'),
  })
  .describe('What the team commits to: days from creation to the target, by priority')
  .meta({ id: 'ServicePolicy' });
