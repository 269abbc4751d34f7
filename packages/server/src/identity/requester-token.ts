import { organizationId, teoModules, teomasterId } from '@teo-support/core';
import { and, eq } from 'drizzle-orm';
import { errors, jwtVerify } from 'jose';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { ProblemError } from '../http/index.js';
import { organizations, teomasters } from '../people/index.js';
import type { Database, Reader } from '../storage/index.js';
import type { TeomasterViewer } from './viewer.js';

export interface RequesterTokenOptions {
  readonly secret: Uint8Array;
  readonly issuer: string;
  readonly audience: string;
  readonly now: () => number;
}

/** Longest life of a token that is accepted, in seconds: the host signs a new one whenever the widget asks. */
const longestLifeSeconds = 3600;

const claimsSchema = z.object({
  sub: z.string().min(1).max(200),
  exp: z.number(),
  org: z.string().min(1).max(200),
  org_name: z.string().trim().min(1).max(200),
  name: z.string().trim().min(1).max(200),
  email: z.string().max(254),
  locale: z.enum(['fr', 'en']).catch('fr'),
  modules: z
    .array(z.string())
    .transform((names) => teoModules.filter((known) => names.includes(known)))
    .nullable()
    .default(null),
});
type Claims = z.infer<typeof claimsSchema>;

/** Who a bearer token stands for. People and organizations are made from its claims when first seen. */
export async function authenticateToken(
  token: string,
  db: Database,
  options: RequesterTokenOptions,
): Promise<TeomasterViewer> {
  const claims = await verify(token, options);
  const known = await find(db.read, options.issuer, claims);
  const person = known ?? (await db.write((tx) => remember(tx, options.issuer, claims)));
  return {
    kind: 'teomaster',
    actor: {
      kind: 'teomaster',
      id: teomasterId(person.id),
      organizationId: organizationId(person.organizationId),
    },
    name: claims.name,
    organization: { id: person.organizationId, name: claims.org_name },
    modules: claims.modules,
    expiresAt: claims.exp * 1000,
  };
}

async function verify(token: string, options: RequesterTokenOptions): Promise<Claims> {
  try {
    const { payload } = await jwtVerify(token, options.secret, {
      algorithms: ['HS256'],
      issuer: options.issuer,
      audience: options.audience,
      requiredClaims: ['sub', 'exp', 'iat'],
      maxTokenAge: longestLifeSeconds,
      currentDate: new Date(options.now()),
    });
    return claimsSchema.parse(payload);
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError)
      throw new ProblemError('not-signed-in');
    throw error;
  }
}

interface Known {
  readonly id: string;
  readonly organizationId: string;
}

/** The person as they stand on record, unless their claims have changed since. */
async function find(reader: Reader, issuer: string, claims: Claims): Promise<Known | null> {
  const [row] = await reader
    .select({ person: teomasters, organization: organizations })
    .from(teomasters)
    .innerJoin(organizations, eq(organizations.id, teomasters.organizationId))
    .where(and(eq(teomasters.issuer, issuer), eq(teomasters.subject, claims.sub)));
  if (row === undefined) return null;
  const { person, organization } = row;
  const same =
    organization.externalId === claims.org &&
    organization.name === claims.org_name &&
    person.name === claims.name &&
    person.email === claims.email &&
    person.locale === claims.locale;
  return same ? { id: person.id, organizationId: organization.id } : null;
}

/** Records a person and their organization under their issuer. An e-mail address never identifies anyone. */
async function remember(
  tx: Parameters<Parameters<Database['write']>[0]>[0],
  issuer: string,
  claims: Claims,
): Promise<Known> {
  const [organization] = await tx
    .insert(organizations)
    .values({ id: uuid(), issuer, externalId: claims.org, name: claims.org_name })
    .onConflictDoUpdate({
      target: [organizations.issuer, organizations.externalId],
      set: { name: claims.org_name },
    })
    .returning({ id: organizations.id });
  if (organization === undefined) throw new Error('An organization was neither made nor found.');
  const facts = {
    organizationId: organization.id,
    name: claims.name,
    email: claims.email,
    locale: claims.locale,
  };
  const [person] = await tx
    .insert(teomasters)
    .values({ id: uuid(), issuer, subject: claims.sub, ...facts })
    .onConflictDoUpdate({ target: [teomasters.issuer, teomasters.subject], set: facts })
    .returning({ id: teomasters.id });
  if (person === undefined) throw new Error('A téomaster was neither made nor found.');
  return { id: person.id, organizationId: organization.id };
}
