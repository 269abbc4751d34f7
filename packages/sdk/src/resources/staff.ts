import type { SignIn, StaffMember, StaffTeam } from '@teo-support/core/contract';
import type { CallOptions, Transport } from '../transport/transport.js';
import { StaffTickets } from './staff-tickets.js';

/** What the team does: signs in, works the queue. The session is a cookie that this client never sees. */
export class Staff {
  readonly #transport: Transport;
  readonly tickets: StaffTickets;

  constructor(transport: Transport) {
    this.#transport = transport;
    this.tickets = new StaffTickets(transport);
  }

  signIn(request: SignIn, options: CallOptions = {}): Promise<StaffMember> {
    return this.#transport.json({
      method: 'POST',
      path: '/v1/staff/session',
      json: request,
      repeatable: false,
      ...options,
    });
  }

  /** Who is signed in; throws `not-signed-in` when nobody is. */
  session(options: CallOptions = {}): Promise<StaffMember> {
    return this.#transport.json({ method: 'GET', path: '/v1/staff/session', repeatable: true, ...options });
  }

  signOut(options: CallOptions = {}): Promise<void> {
    return this.#transport.json({
      method: 'DELETE',
      path: '/v1/staff/session',
      repeatable: true,
      ...options,
    });
  }

  team(options: CallOptions = {}): Promise<StaffTeam> {
    return this.#transport.json({ method: 'GET', path: '/v1/staff/team', repeatable: true, ...options });
  }
}
