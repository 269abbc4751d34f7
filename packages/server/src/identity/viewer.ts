import type { ApiKeyId, StaffActor, TeoModule, TeomasterActor } from '@teo-support/core';

interface Organization {
  readonly id: string;
  readonly name: string;
}

/** An API key whose secret was accepted. */
export interface ApiKeyRef {
  readonly id: ApiKeyId;
  readonly name: string;
}

/** A téomaster whose token was accepted, or in whose name an API key of their organization acts. */
export interface TeomasterViewer {
  readonly kind: 'teomaster';
  readonly actor: TeomasterActor;
  readonly name: string;
  readonly organization: Organization;
  /** The modules of téo that the person may use, or `null` when their host product does not say. */
  readonly modules: readonly TeoModule[] | null;
  /** When the token or the key ends, in milliseconds since 1970. */
  readonly expiresAt: number;
}

/** An integrator that reads for its organization and acts in nobody's name. */
export interface IntegratorViewer {
  readonly kind: 'integrator';
  readonly key: ApiKeyRef;
  readonly organization: Organization;
  readonly expiresAt: number;
}

/** A person of the team whose session was accepted. */
export interface StaffViewer {
  readonly kind: 'staff';
  readonly actor: StaffActor;
  readonly name: string;
  readonly email: string;
  readonly expiresAt: number;
}

/** Whoever reads for a client organization. */
export type RequesterViewer = TeomasterViewer | IntegratorViewer;
/** A person: only people give commands. */
export type ActingViewer = TeomasterViewer | StaffViewer;
/** Whoever asks. Everything that is read is read for one. */
export type Viewer = RequesterViewer | StaffViewer;
