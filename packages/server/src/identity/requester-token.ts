import { teoModules } from '@teo-support/core';
import type { Locale } from '@teo-support/core/messages';
import { decodeJwt, errors, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
import { z } from 'zod';
import { ProblemError, placesOf } from '../http/index.js';
import { notSignedIn } from './not-signed-in.js';
import { type RequesterIssuer, type SigningKeys, signingKeys } from './requester-issuer.js';
import { VerifiedTokens } from './verified-tokens.js';

/** Longest time after its issue that a token is accepted, in seconds: the host signs a new one whenever asked. */
const longestLifeSeconds = 3600;
/** How far the clocks of the host product and of this server may be apart. */
const toleranceSeconds = 10;

const claimsSchema = z.object({
  sub: z.string().min(1).max(200),
  iat: z.number(),
  exp: z.number(),
  org: z.string().min(1).max(200),
  org_name: z.string().trim().min(1).max(200),
  name: z.string().trim().min(1).max(200),
  email: z.string().max(254),
  locale: z
    .string()
    .transform((tag): Locale => (/^en\b/i.test(tag) ? 'en' : 'fr'))
    .catch('fr'),
  modules: z
    .array(z.string().max(100))
    .max(100)
    // téo may have modules that we do not know yet.
    .transform((names) => teoModules.filter((known) => names.includes(known)))
    .nullable()
    .default(null),
});

/** What a host product says of a person, with the name under which it signed. */
export interface Claims extends z.infer<typeof claimsSchema> {
  readonly issuer: string;
}

/** When a token with these claims is no longer accepted, in milliseconds since 1970. */
export function endOf({ iat, exp }: Pick<Claims, 'iat' | 'exp'>): number {
  return Math.min(exp, iat + longestLifeSeconds) * 1000;
}

/** Checks tokens of the host products that were configured. */
export class RequesterTokens {
  readonly #issuers: ReadonlyMap<string, { readonly audience: string; readonly signing: SigningKeys }>;

  readonly #verified = new VerifiedTokens<Claims>();

  constructor(issuers: readonly RequesterIssuer[], report: (error: unknown) => void) {
    this.#issuers = new Map(
      issuers.map((known) => [
        known.issuer,
        { audience: known.audience, signing: signingKeys(known, report) },
      ]),
    );
  }

  /**
   * The claims of a token that is accepted.
   * @throws ProblemError `not-signed-in`, or `identity-unavailable` when the issuer's keys cannot be had
   */
  async verify(token: string, now: number): Promise<Claims> {
    const verified = this.#verified.find(token, now);
    if (verified !== null) return verified;
    const { claims, lasting } = await this.#verify(token, now);
    if (lasting) this.#verified.remember(token, claims, { from: now, until: endOf(claims) });
    return claims;
  }

  async #verify(token: string, now: number): Promise<{ readonly claims: Claims; readonly lasting: boolean }> {
    try {
      // Which issuer's keys apply is read first; that it is truly theirs is what the signature then says.
      const issuer = decodeJwt(token).iss ?? '';
      const known = this.#issuers.get(issuer);
      if (known === undefined) throw notSignedIn();
      const payload = await verifySigned(token, known.signing, {
        algorithms: known.signing.algorithms,
        issuer,
        audience: known.audience,
        requiredClaims: ['sub', 'exp', 'iat'],
        maxTokenAge: longestLifeSeconds,
        clockTolerance: toleranceSeconds,
        currentDate: new Date(now),
      });
      return { claims: { ...readClaims(payload), issuer }, lasting: known.signing.lasting };
    } catch (error) {
      if (error instanceof errors.JOSEError) throw notSignedIn();
      throw error;
    }
  }
}

async function verifySigned(
  token: string,
  { keyOf }: SigningKeys,
  options: JWTVerifyOptions,
): Promise<JWTPayload> {
  try {
    return (await jwtVerify(token, keyOf, options)).payload;
  } catch (error) {
    // Several published keys fit a token that names none: one of them may be the one.
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      const payload = await jwtVerify(token, key, options).then(
        (verified) => verified.payload,
        (refusal: unknown) => {
          if (refusal instanceof errors.JWSSignatureVerificationFailed) return null;
          throw refusal;
        },
      );
      if (payload !== null) return payload;
    }
    throw notSignedIn();
  }
}

/** The token is truly theirs, so its issuer may be told which claim is wrong. */
function readClaims(payload: JWTPayload): z.infer<typeof claimsSchema> {
  const read = claimsSchema.safeParse(payload, { reportInput: true });
  if (read.success) return read.data;
  throw new ProblemError('not-signed-in', {
    headers: notSignedIn().headers,
    places: read.error.issues.flatMap((issue) => placesOf(issue)),
  });
}
