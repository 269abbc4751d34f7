import { z } from 'zod';
import { operationGroups } from './operation.js';
import { organizationViewSchema, personViewSchema, staffMemberSchema } from './people.js';
import { instantSchema, serviceSchema, staffRoleSchema } from './values.js';

/** How a person of the team may sign in here, so that the screen offers what works. */
export const signInWaysSchema = z
  .object({
    password: z.boolean(),
    openId: z
      .object({
        name: z.string().describe('What to call the provider on the button'),
        path: z
          .string()
          .describe('Where the browser goes to; `returnTo` says where it comes back to, a path of this site'),
      })
      .nullable()
      .describe('Null when no OpenID provider is configured'),
  })
  .meta({ id: 'SignInWays' });

export const newPasswordRequestSchema = z
  .strictObject({
    token: z.string().min(1).max(200).describe('From the one-time link'),
    password: z.string().max(1024).describe('At least 12 characters, not made of the e-mail address or name'),
  })
  .meta({ id: 'NewPassword' });

/** A person of the team as administrators see them. */
export const staffAccountSchema = z
  .object({
    ...staffMemberSchema.shape,
    active: z.boolean(),
    hasPassword: z.boolean(),
    openIdLinked: z.boolean().describe('Whether they have signed in with the OpenID provider'),
    lastSeenAt: instantSchema.nullable().describe('Of the sessions that are still open'),
  })
  .meta({ id: 'StaffAccount' });

export const staffAccountListSchema = z
  .object({ accounts: z.array(staffAccountSchema) })
  .meta({ id: 'StaffAccountList' });

const staffName = z.string().trim().min(1).max(200);
const staffServices = z.array(serviceSchema).min(1).max(4);

export const addStaffMemberSchema = z
  .strictObject({
    email: z.email().max(254),
    name: staffName,
    role: staffRoleSchema,
    services: staffServices,
  })
  .meta({ id: 'AddStaffMember' });

export const changeStaffMemberSchema = z
  .strictObject({
    name: staffName.optional(),
    role: staffRoleSchema.optional(),
    services: staffServices.optional(),
  })
  .meta({ id: 'ChangeStaffMember' });

/** Shown once: only a digest of the token is kept. */
export const passwordLinkSchema = z
  .object({
    url: z.string().describe('To hand to the person; it works once'),
    expiresAt: instantSchema,
  })
  .meta({ id: 'PasswordLink' });

export const operationGroupSchema = z.enum(operationGroups).meta({ id: 'OperationGroup' });

const keyName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .describe('What it is for; shown in the timeline beside the téomaster in whose name it acts');

export const apiKeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    hint: z.string().describe('How the key begins, to recognise it by'),
    organization: organizationViewSchema,
    groups: z.array(operationGroupSchema).describe('What it may do'),
    state: z.enum(['active', 'expired', 'revoked']),
    createdAt: instantSchema,
    createdBy: personViewSchema.nullable().describe('Null when it was made from the command line'),
    expiresAt: instantSchema,
    lastUsedAt: instantSchema.nullable().describe('To the minute'),
    revokedAt: instantSchema.nullable(),
  })
  .meta({ id: 'ApiKey' });

export const apiKeyListSchema = z.object({ keys: z.array(apiKeySchema) }).meta({ id: 'ApiKeyList' });

export const createApiKeySchema = z
  .strictObject({
    name: keyName,
    organizationId: z.string().min(1).max(64).describe('The one organization for which it reads and writes'),
    groups: z.array(operationGroupSchema).min(1).max(operationGroups.length),
    expiresInDays: z.number().int().min(1).max(730).default(365),
  })
  .meta({ id: 'CreateApiKey' });

export const createdApiKeySchema = z
  .object({ key: apiKeySchema, secret: z.string().describe('Shown this once: only a digest of it is kept') })
  .meta({ id: 'CreatedApiKey' });

export const teomasterListSchema = z
  .object({
    teomasters: z.array(
      z.object({
        ...personViewSchema.shape,
        subject: z.string().describe('By which the host product knows the person: `sub` of their tokens'),
      }),
    ),
  })
  .meta({ id: 'TeomasterList' });

export type SignInWays = z.infer<typeof signInWaysSchema>;
export type NewPasswordRequest = z.input<typeof newPasswordRequestSchema>;
export type StaffAccount = z.infer<typeof staffAccountSchema>;
export type StaffAccountList = z.infer<typeof staffAccountListSchema>;
export type AddStaffMember = z.input<typeof addStaffMemberSchema>;
export type ChangeStaffMember = z.input<typeof changeStaffMemberSchema>;
export type PasswordLink = z.infer<typeof passwordLinkSchema>;
export type ApiKey = z.infer<typeof apiKeySchema>;
export type ApiKeyList = z.infer<typeof apiKeyListSchema>;
export type CreateApiKey = z.input<typeof createApiKeySchema>;
export type CreatedApiKey = z.infer<typeof createdApiKeySchema>;
export type TeomasterList = z.infer<typeof teomasterListSchema>;
