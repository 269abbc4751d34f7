import * as openid from 'openid-client';
import { ProblemError } from '../http/index.js';

export interface OpenIdOptions {
  /** The provider's issuer identifier, from which its discovery document is found. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button on the sign-in page calls it. */
  readonly name: string;
}

/** What a browser keeps between going to the provider and coming back, so that nobody else can come back for it. */
export interface OpenIdTrip {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Whom the provider has signed in. */
export interface OpenIdPerson {
  readonly issuer: string;
  readonly subject: string;
  /** `null` when the provider has not checked that the address is theirs. */
  readonly verifiedEmail: string | null;
}

const timeoutSeconds = 5;
const retryAfterSeconds = 10;

/** The team's OpenID provider: authorization code with PKCE, state and nonce (RFC 9700, OpenID Connect Core 1.0). */
export class OpenIdProvider {
  readonly #options: OpenIdOptions;
  readonly #redirectUri: string;
  readonly #report: (error: unknown) => void;
  #configuration: Promise<openid.Configuration> | null = null;

  constructor(options: OpenIdOptions, redirectUri: string, report: (error: unknown) => void) {
    this.#options = options;
    this.#redirectUri = redirectUri;
    this.#report = report;
  }

  get name(): string {
    return this.#options.name;
  }

  /** Where the browser goes, and what it must bring back. */
  async depart(): Promise<{ readonly url: URL; readonly trip: OpenIdTrip }> {
    const configuration = await this.#discovered();
    const codeVerifier = openid.randomPKCECodeVerifier();
    const trip = { state: openid.randomState(), nonce: openid.randomNonce(), codeVerifier };
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#redirectUri,
      scope: 'openid email',
      state: trip.state,
      nonce: trip.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    });
    return { url, trip };
  }

  /** Whom the provider has signed in, by the answer that the browser brings back. */
  async arrive(answer: string, trip: OpenIdTrip): Promise<OpenIdPerson> {
    const configuration = await this.#discovered();
    const address = new URL(this.#redirectUri);
    address.search = answer;
    try {
      const tokens = await openid.authorizationCodeGrant(configuration, address, {
        pkceCodeVerifier: trip.codeVerifier,
        expectedState: trip.state,
        expectedNonce: trip.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new ProblemError('openid-failed');
      const { email, email_verified } =
        claims.email === undefined
          ? await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub)
          : claims;
      return {
        issuer: claims.iss,
        subject: claims.sub,
        verifiedEmail: email_verified === true && typeof email === 'string' ? email : null,
      };
    } catch (error) {
      throw this.#refusal(error);
    }
  }

  /** The provider's endpoints and keys. A failure is not remembered: the next sign-in asks again. */
  #discovered(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.#options;
    this.#configuration ??= openid
      .discovery(new URL(issuer), clientId, clientSecret, undefined, {
        timeout: timeoutSeconds,
        // The configuration admits http on this very machine only, where tests and trials run.
        execute: issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        this.#configuration = null;
        this.#report(summaryOf(error));
        throw unavailable();
      });
    return this.#configuration;
  }

  #refusal(error: unknown): ProblemError {
    if (error instanceof ProblemError) return error;
    this.#report(summaryOf(error));
    const silent =
      error instanceof TypeError || (error instanceof openid.ClientError && error.code === 'OAUTH_TIMEOUT');
    return silent ? unavailable() : new ProblemError('openid-failed');
  }
}

function unavailable(): ProblemError {
  return new ProblemError('identity-unavailable', { headers: { 'retry-after': String(retryAfterSeconds) } });
}

/** Errors of the library carry the provider's answers, in which tokens may stand: only their names are logged. */
function summaryOf(error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return new Error(`OpenID: ${error instanceof Error ? error.message : 'unknown failure'}${code}`);
}
