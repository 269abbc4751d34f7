import { organizationId, teomasterId } from '@teo-support/core';
import { eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { organizationName, organizations, teomasters } from '../people/index.js';
import { askedTogether, type Database, prepared, type Reader, type Transaction } from '../storage/index.js';
import { notSignedIn } from './not-signed-in.js';
import { type Claims, endOf } from './requester-token.js';
import type { TeomasterViewer } from './viewer.js';

type Person = Pick<typeof teomasters.$inferSelect, keyof typeof personColumns>;
type Organization = Pick<typeof organizations.$inferSelect, keyof typeof organizationColumns>;

/** What is needed of them: they are looked up for each request. */
const personColumns = {
  id: teomasters.id,
  name: teomasters.name,
  modules: teomasters.modules,
  claimsAt: teomasters.claimsAt,
};
const organizationColumns = {
  id: organizations.id,
  name: organizations.name,
  externalId: organizations.externalId,
};

interface OnRecord {
  readonly person: Person;
  readonly organization: Organization;
}

/**
 * The téomasters of whom tokens speak. People and organizations are made from the claims when first seen, each
 * under its issuer: an e-mail address never identifies anyone.
 */
export class RequesterPeople {
  readonly #db: Database;
  readonly #find: (claims: Claims) => Promise<OnRecord | null>;

  constructor(db: Database) {
    this.#db = db;
    this.#find = askedTogether((asking) => find(db.lookUp, asking));
  }

  async teomasterOf(claims: Claims): Promise<TeomasterViewer> {
    const known = await this.#find(claims);
    const { person, organization } =
      known !== null && settled(known, claims) ? known : await this.#db.write((tx) => remember(tx, claims));
    return teomasterViewer(person, organization, { expiresAt: endOf(claims) });
  }
}

export function teomasterViewer(
  person: Person,
  organization: Pick<Organization, 'id' | 'name'>,
  { expiresAt, via }: { readonly expiresAt: number; readonly via?: TeomasterViewer['actor']['via'] },
): TeomasterViewer {
  return {
    kind: 'teomaster',
    actor: {
      kind: 'teomaster',
      id: teomasterId(person.id),
      organizationId: organizationId(organization.id),
      ...(via === undefined ? {} : { via }),
    },
    name: person.name,
    organization: { id: organization.id, name: organization.name },
    modules: person.modules,
    expiresAt,
  };
}

const selectPeople = prepared((db) =>
  db
    .select({
      issuer: teomasters.issuer,
      subject: teomasters.subject,
      person: personColumns,
      organization: organizationColumns,
    })
    .from(teomasters)
    .innerJoin(organizations, eq(organizations.id, teomasters.organizationId))
    .where(
      sql`(${teomasters.issuer}, ${teomasters.subject}) in (select value ->> 0, value ->> 1 from json_each(${sql.placeholder('people')}))`,
    )
    .prepare(),
);

/** Of each of some tokens, who is on record. */
async function find(reader: Reader, asking: readonly Claims[]): Promise<(OnRecord | null)[]> {
  const people = JSON.stringify(asking.map(({ issuer, sub }) => [issuer, sub]));
  const found = await selectPeople(reader).all({ people });
  const byName = new Map(found.map((row) => [JSON.stringify([row.issuer, row.subject]), row]));
  return asking.map(({ issuer, sub }) => byName.get(JSON.stringify([issuer, sub])) ?? null);
}

/**
 * Whether the record stands as it is: this token was seen before, or an older one comes late.
 * A person whose organization has changed keeps nothing of the former one. A token that still names it, though a
 * newer one does not, is refused: it would open the former organization's tickets again.
 */
function settled({ person, organization }: OnRecord, claims: Claims): boolean {
  if (claims.iat > person.claimsAt) return false;
  if (organization.externalId !== claims.org) throw notSignedIn();
  return true;
}

async function remember(tx: Transaction, claims: Claims): Promise<OnRecord> {
  // Another request may have recorded the person since this one looked.
  const [known = null] = await find(tx, [claims]);
  if (known !== null && settled(known, claims)) return known;
  const { issuer, org, org_name, sub, iat, name, email, locale, modules } = claims;
  const [organization] = await tx
    .insert(organizations)
    .values({ id: uuid(), issuer, externalId: org, ...organizationName(org_name) })
    .onConflictDoUpdate({
      target: [organizations.issuer, organizations.externalId],
      set: organizationName(org_name),
    })
    .returning();
  if (organization === undefined) throw new Error('An organization was neither made nor found.');
  const facts = { organizationId: organization.id, name, email, locale, modules, claimsAt: iat };
  const [person] = await tx
    .insert(teomasters)
    .values({ id: uuid(), issuer, subject: sub, ...facts })
    .onConflictDoUpdate({ target: [teomasters.issuer, teomasters.subject], set: facts })
    .returning();
  if (person === undefined) throw new Error('A téomaster was neither made nor found.');
  return { person, organization };
}
