import { z } from 'zod';
import type { OpenIdOptions } from './openid-provider.js';
import { type PublicKeyAlgorithm, publicKeyAlgorithms, type RequesterIssuer } from './requester-issuer.js';

/** Keys and sign-ins that travel in the clear could be swapped on the way; on one's own machine there is no way. */
const safeUrl = z
  .url()
  .refine(
    (text) =>
      URL.canParse(text) &&
      (new URL(text).protocol === 'https:' ||
        ['localhost', '127.0.0.1', '[::1]'].includes(new URL(text).hostname)),
    'must be an https: URL',
  );

const secret = z
  .string()
  .refine(
    (text) => new TextEncoder().encode(text).byteLength >= 32,
    'must have at least 32 bytes (RFC 7518, section 3.2)',
  );
const audience = z.string().min(1).default('teo-support');

const severalIssuers = z.array(
  z.union([
    z.strictObject({ issuer: z.url(), audience, secret }),
    z.strictObject({
      issuer: z.url(),
      audience,
      jwksUrl: safeUrl,
      algorithms: z
        .array(z.enum(publicKeyAlgorithms))
        .min(1)
        .default([...publicKeyAlgorithms]),
    }),
  ]),
);

/** The variables about who is let in. */
export const identityVariables = {
  REQUESTER_TOKEN_ISSUER: z.url().optional(),
  REQUESTER_TOKEN_AUDIENCE: audience,
  REQUESTER_TOKEN_SECRET: secret.optional(),
  REQUESTER_TOKEN_JWKS_URL: safeUrl.optional(),
  REQUESTER_TOKEN_ALGORITHMS: z
    .string()
    .default(publicKeyAlgorithms.join(','))
    .transform((list) => list.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(publicKeyAlgorithms)).min(1)),
  REQUESTER_TOKEN_ISSUERS: z
    .string()
    .default('[]')
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('must be JSON');
        return z.NEVER;
      }
    })
    .pipe(severalIssuers),
  OPENID_ISSUER: safeUrl.optional(),
  OPENID_CLIENT_ID: z.string().min(1).optional(),
  OPENID_CLIENT_SECRET: z.string().min(1).optional(),
  OPENID_NAME: z.string().min(1).max(60).default('OpenID'),
} as const;

type Environment = Readonly<Record<string, string | undefined>>;
type Given = z.output<z.ZodObject<typeof identityVariables>>;

/** What is missing or too much, seen over all variables; each line begins with the variable to change. */
export function contradictionsIn(environment: Environment): string[] {
  const has = (name: keyof typeof identityVariables) => environment[name] !== undefined;
  const lines: string[] = [];
  const single =
    has('REQUESTER_TOKEN_ISSUER') || has('REQUESTER_TOKEN_SECRET') || has('REQUESTER_TOKEN_JWKS_URL');
  if (single || !has('REQUESTER_TOKEN_ISSUERS')) {
    if (!has('REQUESTER_TOKEN_ISSUER'))
      lines.push('REQUESTER_TOKEN_ISSUER: is needed, or else REQUESTER_TOKEN_ISSUERS');
    if (!has('REQUESTER_TOKEN_SECRET') && !has('REQUESTER_TOKEN_JWKS_URL'))
      lines.push('REQUESTER_TOKEN_JWKS_URL: is needed, or else REQUESTER_TOKEN_SECRET');
  }
  if (has('REQUESTER_TOKEN_SECRET') && has('REQUESTER_TOKEN_JWKS_URL'))
    lines.push('REQUESTER_TOKEN_SECRET: an issuer signs with published keys or with a secret, not with both');
  const openId = ['OPENID_ISSUER', 'OPENID_CLIENT_ID', 'OPENID_CLIENT_SECRET'] as const;
  if (openId.some(has))
    for (const name of openId) if (!has(name)) lines.push(`${name}: is needed beside the other OPENID_ ones`);
  return lines;
}

/** The host products whose tokens are accepted. */
export function issuersIn(given: Given): RequesterIssuer[] {
  const issuers = given.REQUESTER_TOKEN_ISSUERS.map((each) =>
    'secret' in each
      ? bySecret(each.issuer, each.audience, each.secret)
      : byPublishedKeys(each.issuer, each.audience, each.jwksUrl, each.algorithms),
  );
  const { REQUESTER_TOKEN_ISSUER: issuer, REQUESTER_TOKEN_AUDIENCE: intendedFor } = given;
  if (issuer === undefined) return issuers;
  const { REQUESTER_TOKEN_SECRET: shared, REQUESTER_TOKEN_JWKS_URL: url } = given;
  if (shared !== undefined) issuers.unshift(bySecret(issuer, intendedFor, shared));
  else if (url !== undefined)
    issuers.unshift(byPublishedKeys(issuer, intendedFor, url, given.REQUESTER_TOKEN_ALGORITHMS));
  return issuers;
}

/** The issuers that are named twice: which of two keys applied would be left to chance. */
export function repeatedIssuers(issuers: readonly RequesterIssuer[]): string[] {
  return issuers
    .filter(({ issuer }, place) => issuers.findIndex((other) => other.issuer === issuer) !== place)
    .map(({ issuer }) => `REQUESTER_TOKEN_ISSUERS: names ${issuer} twice`);
}

export function openIdIn(given: Given): OpenIdOptions | null {
  const { OPENID_ISSUER: issuer, OPENID_CLIENT_ID: clientId, OPENID_CLIENT_SECRET: clientSecret } = given;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  return { issuer, clientId, clientSecret, name: given.OPENID_NAME };
}

function bySecret(issuer: string, intendedFor: string, shared: string): RequesterIssuer {
  return {
    issuer,
    audience: intendedFor,
    keys: { kind: 'secret', secret: new TextEncoder().encode(shared) },
  };
}

function byPublishedKeys(
  issuer: string,
  intendedFor: string,
  url: string,
  algorithms: readonly PublicKeyAlgorithm[],
): RequesterIssuer {
  return { issuer, audience: intendedFor, keys: { kind: 'jwks', url, algorithms } };
}
