import type {
  NewPasswordRequest,
  SignIn,
  SignInWays,
  StaffMember,
  StaffTeam,
} from '@teo-support/core/contract';
import type { CallOptions, Transport } from '../transport/transport.js';
import { StaffAccounts } from './staff-accounts.js';
import { StaffApiKeys } from './staff-api-keys.js';
import { StaffFaq } from './staff-faq.js';
import { StaffImprovements } from './staff-improvements.js';
import { StaffOrganizations } from './staff-organizations.js';
import { StaffTickets } from './staff-tickets.js';
import { StaffTrials } from './staff-trials.js';

/** What the team does: signs in, works the queue. The session is a cookie that this client never sees. */
export class Staff {
  readonly #transport: Transport;
  readonly tickets: StaffTickets;
  readonly organizations: StaffOrganizations;
  readonly trials: StaffTrials;
  readonly faq: StaffFaq;
  readonly improvements: StaffImprovements;
  /** For administrators. */
  readonly accounts: StaffAccounts;
  /** For administrators. */
  readonly apiKeys: StaffApiKeys;

  constructor(transport: Transport) {
    this.#transport = transport;
    this.tickets = new StaffTickets(transport);
    this.organizations = new StaffOrganizations(transport);
    this.trials = new StaffTrials(transport);
    this.faq = new StaffFaq(transport);
    this.improvements = new StaffImprovements(transport);
    this.accounts = new StaffAccounts(transport);
    this.apiKeys = new StaffApiKeys(transport);
  }

  /** How the team signs in here. To sign in with OpenID, send the browser to `openId.path`. */
  signInWays(options: CallOptions = {}): Promise<SignInWays> {
    return this.#transport.json({
      method: 'GET',
      path: '/v1/staff/sign-in-ways',
      repeatable: true,
      ...options,
    });
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

  /** Signs out here and on every other device. */
  signOutEverywhere(options: CallOptions = {}): Promise<void> {
    return this.#transport.json({
      method: 'DELETE',
      path: '/v1/staff/sessions',
      repeatable: true,
      ...options,
    });
  }

  /** Chooses a password with the token of a one-time link; throws `link-expired` when it is spent or too old. */
  setPassword(request: NewPasswordRequest, options: CallOptions = {}): Promise<void> {
    return this.#transport.json({
      method: 'POST',
      path: '/v1/staff/password',
      json: request,
      repeatable: false,
      ...options,
    });
  }

  team(options: CallOptions = {}): Promise<StaffTeam> {
    return this.#transport.json({ method: 'GET', path: '/v1/staff/team', repeatable: true, ...options });
  }
}
