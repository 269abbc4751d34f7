import type { ApiKeyId, OrganizationId, StaffId, TeomasterId } from './ids.js';
import type { Service } from './service.js';

export const staffRoles = ['agent', 'admin'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** A requester: power user and contact person of one client organization. */
export interface TeomasterActor {
  readonly kind: 'teomaster';
  readonly id: TeomasterId;
  readonly organizationId: OrganizationId;
  /** The API key through which an integrator acts in the name of this person. */
  readonly via?: ApiKeyId;
}

/** A person of the téo team, who belongs to one or more services. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly id: StaffId;
  readonly role: StaffRole;
  readonly services: readonly Service[];
}

/** The product itself, for what happens by the passing of time. Nobody can sign in as it. */
export interface SystemActor {
  readonly kind: 'system';
}

/** Whoever gives a command. Rules never see a session or a token, only this. */
export type Actor = TeomasterActor | StaffActor | SystemActor;

export const actorKinds = ['teomaster', 'staff', 'system'] as const satisfies readonly Actor['kind'][];

/** What an event keeps of its actor: enough to name the person later, nothing that changes. */
export type ActorRef =
  | { readonly kind: 'teomaster'; readonly id: TeomasterId; readonly via?: ApiKeyId }
  | { readonly kind: 'staff'; readonly id: StaffId }
  | { readonly kind: 'system' };

export function refOf(actor: Actor): ActorRef {
  switch (actor.kind) {
    case 'teomaster':
      return {
        kind: 'teomaster',
        id: actor.id,
        ...(actor.via === undefined ? {} : { via: actor.via }),
      };
    case 'staff':
      return { kind: 'staff', id: actor.id };
    case 'system':
      return { kind: 'system' };
  }
}
