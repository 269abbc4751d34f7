import { apiKeyId, issue } from '@teo-support/core';
import type { ApiKey, OperationGroup } from '@teo-support/core/contract';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { ProblemError, RejectionError } from '../http/index.js';
import { apiKeys, organizations, staff, teomasters } from '../people/index.js';
import { type Database, type Reader, sha256, type Transaction } from '../storage/index.js';
import { hintOf, isApiKeySecret, makeApiKeySecret } from './api-key-secret.js';
import { notSignedIn } from './not-signed-in.js';
import { teomasterViewer } from './requester-person.js';
import { isStale } from './seen.js';
import type { ApiKeyRef, IntegratorViewer, RequesterViewer } from './viewer.js';

const dayMs = 86_400_000;

export interface NewApiKey {
  readonly name: string;
  readonly organizationId: string;
  readonly groups: readonly OperationGroup[];
  readonly expiresInDays: number;
}

/** Makes a key. @param by the administrator, or `null` on the command line */
export async function createApiKey(
  tx: Transaction,
  request: NewApiKey,
  by: string | null,
  now: number,
): Promise<{ readonly id: string; readonly secret: string }> {
  const { name, organizationId, groups, expiresInDays } = request;
  const known = await tx.$count(organizations, eq(organizations.id, organizationId));
  if (known === 0) {
    const issues = [issue(['organizationId'], 'not_an_option')];
    throw new RejectionError({ code: 'fields_invalid', issues }, '');
  }
  const secret = makeApiKeySecret();
  const id = uuid();
  await tx.insert(apiKeys).values({
    id,
    digest: sha256(secret),
    hint: hintOf(secret),
    name,
    organizationId,
    groups: [...new Set(groups)],
    createdAt: now,
    createdBy: by,
    expiresAt: now + expiresInDays * dayMs,
  });
  return { id, secret };
}

/** Revokes a key at once. The first revocation stands. */
export async function revokeApiKey(
  tx: Transaction,
  id: string,
  by: string | null,
  now: number,
): Promise<void> {
  await tx
    .update(apiKeys)
    .set({ revokedAt: now, revokedBy: by })
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)));
}

/** One key as administrators see it. */
export async function readApiKey(reader: Reader, id: string, now: number): Promise<ApiKey> {
  const [key] = await select(reader, now, id);
  if (key === undefined) throw new ProblemError('not-found');
  return key;
}

/** Every key, latest first. */
export function listApiKeys(reader: Reader, now: number): Promise<ApiKey[]> {
  return select(reader, now);
}

async function select(reader: Reader, now: number, id?: string): Promise<ApiKey[]> {
  const rows = await reader
    .select({ key: apiKeys, organization: organizations, maker: { id: staff.id, name: staff.name } })
    .from(apiKeys)
    .innerJoin(organizations, eq(organizations.id, apiKeys.organizationId))
    .leftJoin(staff, eq(staff.id, apiKeys.createdBy))
    .where(id === undefined ? undefined : eq(apiKeys.id, id))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
  return rows.map(({ key, organization, maker }) => ({
    id: key.id,
    name: key.name,
    hint: key.hint,
    organization: { id: organization.id, name: organization.name },
    groups: [...key.groups],
    state: key.revokedAt !== null ? 'revoked' : key.expiresAt <= now ? 'expired' : 'active',
    createdAt: iso(key.createdAt),
    createdBy: maker,
    expiresAt: iso(key.expiresAt),
    lastUsedAt: key.lastUsedAt === null ? null : iso(key.lastUsedAt),
    revokedAt: key.revokedAt === null ? null : iso(key.revokedAt),
  }));
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

/** A key that was accepted, and what it may do. */
export interface AcceptedKey {
  readonly viewer: IntegratorViewer;
  readonly groups: readonly OperationGroup[];
  /** Whether its last use was so long ago that it is worth noting this one. */
  readonly stale: boolean;
}

/** The key of a secret. Unknown, revoked and expired ones are refused alike: who guesses learns nothing. */
export async function acceptApiKey(reader: Reader, secret: string, now: number): Promise<AcceptedKey> {
  if (!isApiKeySecret(secret)) throw notSignedIn();
  const [row] = await reader
    .select({ key: apiKeys, organization: organizations })
    .from(apiKeys)
    .innerJoin(organizations, eq(organizations.id, apiKeys.organizationId))
    .where(and(eq(apiKeys.digest, sha256(secret)), isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, now)));
  if (row === undefined) throw notSignedIn();
  const { key, organization } = row;
  return {
    viewer: {
      kind: 'integrator',
      key: { id: apiKeyId(key.id), name: key.name },
      organization: { id: organization.id, name: organization.name },
      expiresAt: key.expiresAt,
    },
    groups: key.groups,
    stale: isStale(key.lastUsedAt, now),
  };
}

export async function noteUse(db: Database, key: ApiKeyRef, now: number): Promise<void> {
  await db.write((tx) => tx.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, key.id)));
}

/** The téomaster in whose name a key acts. One of another organization is no more known than one who does not exist. */
export async function actingFor(
  reader: Reader,
  viewer: IntegratorViewer,
  named: string,
): Promise<RequesterViewer> {
  const [person] = await reader
    .select()
    .from(teomasters)
    .where(and(eq(teomasters.id, named), eq(teomasters.organizationId, viewer.organization.id)));
  if (person === undefined) throw new ProblemError('acting-person-unknown');
  return teomasterViewer(person, viewer.organization, { expiresAt: viewer.expiresAt, via: viewer.key.id });
}
