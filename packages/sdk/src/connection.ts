import type { Me } from '@teo-support/core/contract';
import { type GetToken, TokenKeeper } from './transport/token.js';
import { type CallOptions, Transport } from './transport/transport.js';

export interface SupportClientOptions {
  /** Where the API is, without a trailing slash, e.g. `https://support.example.fr`. Empty for the page's own origin. */
  readonly baseUrl: string;
  /**
   * For téomasters: gives a token signed by the host product's server. Called at the first request and again when
   * the server refuses the token. Without it the client is a staff client and relies on the session cookie.
   */
  readonly getToken?: GetToken | undefined;
  /** For integrators, on a server only: the API key of one organization, in place of `getToken`. */
  readonly apiKey?: string | undefined;
  /**
   * With an API key: the id of the téomaster in whose name this client acts. Reading needs none; filing tickets,
   * writing and uploading do. See `teomasters()`.
   */
  readonly actingFor?: string | undefined;
  /** BCP 47 tag of the language in which problems are told. Default: what the browser asks for. */
  readonly locale?: string | undefined;
  /** How long to wait for an answer. Default 20,000 ms. */
  readonly timeoutMs?: number | undefined;
  /** How often a call that may be repeated is repeated. Default 2. */
  readonly maxRetries?: number | undefined;
  /** For tests and unusual platforms. Default: the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
}

/** What a call may throw. */
export { ApiError, SupportError } from './errors.js';

/**
 * The way to the API, and who goes it: all that a page needs to greet the person. What it does next comes with a
 * `RequesterClient` over the same connection, which may be loaded later.
 */
export class Connection {
  /** What the clients send their requests over. */
  readonly transport: Transport;

  constructor(options: SupportClientOptions) {
    const givenFetch = options.fetch;
    const { apiKey } = options;
    const getToken = apiKey === undefined ? options.getToken : async () => apiKey;
    this.transport = new Transport({
      baseUrl: options.baseUrl.replace(/\/$/, ''),
      // A browser's fetch, which may be what is given, must not be called as a method of another object.
      fetch: (input, init) => (givenFetch ?? fetch)(input, init),
      tokens: getToken === undefined ? null : new TokenKeeper(getToken),
      actingFor: options.actingFor ?? null,
      locale: options.locale ?? null,
      timeoutMs: options.timeoutMs ?? 20_000,
      maxRetries: options.maxRetries ?? 2,
    });
  }

  /** The signed-in téomaster, their organization and the service policy. */
  me(options: CallOptions = {}): Promise<Me> {
    return this.transport.json({ method: 'GET', path: '/v1/me', repeatable: true, ...options });
  }
}
