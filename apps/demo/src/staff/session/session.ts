import { ApiError, type SignInWays, type StaffMember, type SupportClient } from '@teo-support/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type SessionState =
  | { readonly name: 'unknown' }
  | { readonly name: 'signed-out'; readonly expired: boolean; readonly email: string }
  | { readonly name: 'signed-in'; readonly member: StaffMember; readonly team: readonly StaffMember[] }
  | { readonly name: 'failed'; readonly error: unknown };

/** Who is signed in. The session itself is a cookie that no script sees; this only asks whom it stands for. */
export class Session implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => SupportClient;
  #state: SessionState = { name: 'unknown' };
  /** How one can sign in here; `null` until the server has said so. */
  ways: SignInWays | null = null;

  constructor(host: ReactiveControllerHost, client: () => SupportClient) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  get state(): SessionState {
    return this.#state;
  }

  hostConnected(): void {
    void this.resume();
  }

  /** Finds out who is signed in. */
  async resume(): Promise<void> {
    try {
      await this.#enter(await this.#client().staff.session());
    } catch (error) {
      const nobody = error instanceof ApiError && error.status === 401;
      this.#become(nobody ? signedOut(false) : { name: 'failed', error });
    }
  }

  /** Throws what the sign-in form has to tell. */
  async signIn(email: string, password: string): Promise<void> {
    await this.#enter(await this.#client().staff.signIn({ email, password }));
  }

  async signOut(): Promise<void> {
    await this.#client().staff.signOut();
    this.#become(signedOut(false));
  }

  /** The server no longer knows the session. */
  ended(): void {
    if (this.#state.name === 'signed-in') this.#become(signedOut(true, this.#state.member.email));
  }

  async #enter(member: StaffMember): Promise<void> {
    const { members } = await this.#client().staff.team();
    this.#become({ name: 'signed-in', member, team: members });
  }

  #become(state: SessionState): void {
    this.#state = state;
    if (state.name === 'signed-out') void this.#askWays();
    this.#host.requestUpdate();
  }

  /** Without an answer the password is offered, which then tells what is wrong. */
  async #askWays(): Promise<void> {
    if (this.ways !== null) return;
    try {
      this.ways = await this.#client().staff.signInWays();
      this.#host.requestUpdate();
    } catch {
      this.ways = null;
    }
  }
}

/** Nobody is signed in. `email` is that of whoever was until just now. */
function signedOut(expired: boolean, email = ''): SessionState {
  return { name: 'signed-out', expired, email };
}
