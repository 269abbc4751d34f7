import type { StaffActor, TeoModule, TeomasterActor } from '@teo-support/core';

/** A téomaster whose token was accepted. */
export interface TeomasterViewer {
  readonly kind: 'teomaster';
  readonly actor: TeomasterActor;
  readonly name: string;
  readonly organization: { readonly id: string; readonly name: string };
  /** The modules of téo that the person may use, or `null` when their host product does not say. */
  readonly modules: readonly TeoModule[] | null;
  /** When the token ends, in milliseconds since 1970. */
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

/** Whoever asks. Everything that is read is read for one. */
export type Viewer = TeomasterViewer | StaffViewer;
