import {
  type Actor,
  type Entitlements,
  type FileRef,
  fileId,
  organizationId,
  type StaffActor,
  staffId,
  teomasterId,
  write,
} from '@teo-support/core';
import type { History } from '@teo-support/core/contract';

type By = History['tickets'][number]['commands'][number]['by'];

/** The people and things that a history introduces, as core's rules know them. */
export interface Cast {
  actorOf(by: By): Actor;
  colleague(email: string): StaffActor;
  /** What an organization may speak of, by its `externalId`. */
  entitlementsOf(organization: string): Entitlements;
  files(keys: readonly string[]): FileRef[];
  readonly uploads: readonly FileRef[];
}

export function castOf(history: History): Cast {
  const staff = new Map(
    history.staff.map(({ email, role, services }) => [
      email,
      { kind: 'staff', id: staffId(email), role, services } as const,
    ]),
  );
  const teomasters = new Map(
    history.teomasters.map(({ subject, organization }) => [
      subject,
      {
        kind: 'teomaster',
        id: teomasterId(subject),
        organizationId: organizationId(organization),
      } as const,
    ]),
  );
  const uploads = new Map(
    history.files.map(({ key, name, base64 }): [string, FileRef] => [
      key,
      {
        id: fileId(key),
        digest: '0'.repeat(64),
        mediaType: 'image/png',
        bytes: base64.length,
        name: write(name),
      },
    ]),
  );
  const entitlements = new Map(
    history.organizations.map(({ externalId, trainings, trials }) => [externalId, { trainings, trials }]),
  );
  return {
    actorOf(by) {
      switch (by.kind) {
        case 'staff':
          return known(staff, by.email);
        case 'teomaster':
          return known(teomasters, by.subject);
        case 'system':
          return by;
      }
    },
    colleague: (email) => known(staff, email),
    entitlementsOf: (organization) => known(entitlements, organization),
    files: (keys) => keys.map((key) => known(uploads, key)),
    uploads: [...uploads.values()],
  };
}

/** @throws for a key that the history does not introduce, or not yet */
export function known<T>(things: ReadonlyMap<string, T>, key: string): T {
  const thing = things.get(key);
  if (thing === undefined) throw new Error(`The history does not introduce ${key}`);
  return thing;
}
