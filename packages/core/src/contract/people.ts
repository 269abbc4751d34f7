import { z } from 'zod';
import { teoModules } from '../ticket-types/teo-modules.js';
import { entitlementsSchema } from './entitlements.js';
import { policySchema, serviceSchema, staffRoleSchema, ticketTypeSchema } from './values.js';

export const organizationViewSchema = z
  .object({ id: z.string(), name: z.string() })
  .meta({ id: 'Organization' });

/** A person as others see them: a name, and nothing that they did not choose to show. */
export const personViewSchema = z.object({ id: z.string(), name: z.string() }).meta({ id: 'Person' });

/** The signed-in téomaster, and what the widget needs before it asks anything. */
export const meSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    organization: organizationViewSchema,
    modules: z
      .array(z.enum(teoModules))
      .describe('The modules of téo that this person may use: all of them unless their token says so'),
    policy: policySchema,
    ticketTypes: z
      .array(ticketTypeSchema)
      .describe('The types that this person may file, in the order offered'),
    entitlements: entitlementsSchema,
  })
  .meta({ id: 'Me' });

export const staffMemberSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: staffRoleSchema,
    services: z.array(serviceSchema),
  })
  .meta({ id: 'StaffMember' });

export const staffTeamSchema = z.object({ members: z.array(staffMemberSchema) }).meta({ id: 'StaffTeam' });

export const signInSchema = z
  .strictObject({
    email: z.string().trim().min(1).max(254),
    password: z.string().min(1).max(1024),
  })
  .meta({ id: 'SignIn' });

export type Me = z.infer<typeof meSchema>;
export type OrganizationView = z.infer<typeof organizationViewSchema>;
export type PersonView = z.infer<typeof personViewSchema>;
export type StaffMember = z.infer<typeof staffMemberSchema>;
export type StaffTeam = z.infer<typeof staffTeamSchema>;
export type SignIn = z.input<typeof signInSchema>;
