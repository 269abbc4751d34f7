import type {
  AddStaffMember,
  ChangeStaffMember,
  PasswordLink,
  StaffAccount,
  StaffAccountList,
} from '@teo-support/core/contract';
import type { CallOptions, Transport } from '../transport/transport.js';

/** Who is of the team, as administrators decide it. */
export class StaffAccounts {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** Everyone who is or was of the team. */
  list(options: CallOptions = {}): Promise<StaffAccountList> {
    return this.#transport.json({ method: 'GET', path: '/v1/staff/accounts', repeatable: true, ...options });
  }

  /** Adds a person, who can sign in once they have a password link or with the OpenID provider. */
  add(request: AddStaffMember, options: CallOptions = {}): Promise<StaffAccount> {
    return this.#post('/v1/staff/team', request, options);
  }

  change(staffId: string, request: ChangeStaffMember, options: CallOptions = {}): Promise<StaffAccount> {
    return this.#post(`${pathOf(staffId)}/changes`, request, options);
  }

  /** Closes the access of a person at once; throws `last-admin` for the last administrator. */
  deactivate(staffId: string, options: CallOptions = {}): Promise<StaffAccount> {
    return this.#post(`${pathOf(staffId)}/deactivation`, undefined, options);
  }

  reactivate(staffId: string, options: CallOptions = {}): Promise<StaffAccount> {
    return this.#post(`${pathOf(staffId)}/reactivation`, undefined, options);
  }

  /** A link with which the person chooses a password: once, within an hour. Earlier links no longer work. */
  createPasswordLink(staffId: string, options: CallOptions = {}): Promise<PasswordLink> {
    return this.#post(`${pathOf(staffId)}/password-links`, undefined, options);
  }

  #post<T>(path: string, json: unknown, options: CallOptions): Promise<T> {
    return this.#transport.json({ method: 'POST', path, json, repeatable: false, ...options });
  }
}

function pathOf(staffId: string): string {
  return `/v1/staff/accounts/${encodeURIComponent(staffId)}`;
}
