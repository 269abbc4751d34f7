import type { Actor } from '../people/actor.js';
import type { Service } from '../people/service.js';

/**
 * The registers that say what an organization's tickets may be linked to, each with the service in charge of it:
 * training courses are delivered by the training service, features under test come from the technical one.
 */
export const registers = { trainings: 'training', trials: 'technical' } as const satisfies Record<
  string,
  Service
>;

export type Register = keyof typeof registers;

export const registerNames = ['trainings', 'trials'] as const satisfies readonly Register[];

/** Who may change a register: its service, administrators, and the product itself when it takes a history over. */
export function mayManage(register: Register, actor: Actor): boolean {
  switch (actor.kind) {
    case 'teomaster':
      return false;
    case 'staff':
      return actor.role === 'admin' || actor.services.includes(registers[register]);
    case 'system':
      return true;
  }
}

/** The registers that someone may change. A form is shown for what is in it, and for nothing else. */
export function managedRegisters(actor: Actor): Register[] {
  return registerNames.filter((register) => mayManage(register, actor));
}
