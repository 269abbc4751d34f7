import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { ProblemError } from '../http/index.js';

/** How a host product may sign with keys that it publishes. */
export const publicKeyAlgorithms = ['EdDSA', 'ES256', 'RS256'] as const;
export type PublicKeyAlgorithm = (typeof publicKeyAlgorithms)[number];

/** A host product whose tokens are accepted, and how it signs them: with one kind of key, never with another. */
export interface RequesterIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys:
    | { readonly kind: 'secret'; readonly secret: Uint8Array }
    | { readonly kind: 'jwks'; readonly url: string; readonly algorithms: readonly PublicKeyAlgorithm[] };
}

/** How long to wait for the published keys: a person waits behind it. */
const timeoutMs = 3000;
/** An unknown key id makes us look again at most this often, so that made-up ones cost the host product nothing. */
const cooldownMs = 10_000;
/** A key that was taken back is accepted no longer than this. */
const cacheMs = 10 * 60_000;
const retryAfterSeconds = 5;

/** What a token of this issuer is checked with. The algorithms are those of its kind of key and no others. */
export interface SigningKeys {
  readonly algorithms: string[];
  /** Whether what was checked stays so: a shared secret does not change while the server runs, published keys may. */
  readonly lasting: boolean;
  readonly keyOf: JWTVerifyGetKey;
}

export function signingKeys({ keys }: RequesterIssuer, report: (error: unknown) => void): SigningKeys {
  if (keys.kind === 'secret') return { algorithms: ['HS256'], lasting: true, keyOf: async () => keys.secret };
  const published = createRemoteJWKSet(new URL(keys.url), {
    timeoutDuration: timeoutMs,
    cooldownDuration: cooldownMs,
    cacheMaxAge: cacheMs,
  });
  return {
    lasting: false,
    // RFC 9864 gives EdDSA on Curve25519 a name of its own; both mean the same key.
    algorithms: keys.algorithms.flatMap((name) => (name === 'EdDSA' ? ['EdDSA', 'Ed25519'] : [name])),
    async keyOf(header, token) {
      try {
        return await published(header, token);
      } catch (error) {
        if (isAboutTheToken(error)) throw error;
        report(error);
        throw new ProblemError('identity-unavailable', {
          headers: { 'retry-after': String(retryAfterSeconds) },
        });
      }
    },
  };
}

/** The keys came, and none or several of them fit; everything else means that they could not be had. */
function isAboutTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
