import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { issuer, type TestRequester } from './test-server.js';

type Algorithm = 'EdDSA' | 'ES256' | 'RS256';

/** A key pair of a host product. */
export interface SigningKey {
  readonly publicJwk: JWK;
  sign(person: TestRequester, now: number, change?: Record<string, unknown>): Promise<string>;
}

export async function makeSigningKey(kid: string | undefined, alg: Algorithm): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const named = kid === undefined ? {} : { kid };
  return {
    publicJwk: { ...(await exportJWK(publicKey)), ...named, alg, use: 'sig' },
    sign({ sub, ...claims }, now, change = {}) {
      const seconds = Math.floor(now / 1000);
      const times = { iat: seconds, exp: seconds + 600, iss: issuer, aud: 'teo-support', sub };
      return new SignJWT({ ...claims, email: `${sub}@example.fr`, ...times, ...change })
        .setProtectedHeader({ alg, ...named })
        .sign(privateKey);
    },
  };
}

/** A host product's published keys, on a real HTTP server that can be slow, wrong or away. */
export interface JwksServer {
  readonly url: string;
  /** What it publishes from now on. */
  keys: readonly JWK[];
  /** How often it was asked. */
  asked: number;
  /** `slow` accepts and never answers; `broken` answers 500; `rubbish` answers with something else. */
  mood: 'well' | 'slow' | 'broken' | 'rubbish';
  close(): Promise<void>;
}

export async function startJwksServer(...keys: readonly SigningKey[]): Promise<JwksServer> {
  const http = createServer((_request, response) => {
    jwks.asked += 1;
    if (jwks.mood === 'slow') return;
    response.statusCode = jwks.mood === 'broken' ? 500 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(jwks.mood === 'rubbish' ? '{"keys":"none"}' : JSON.stringify({ keys: jwks.keys }));
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const { port } = http.address() as AddressInfo;
  const jwks: JwksServer = {
    url: `http://127.0.0.1:${port}/jwks.json`,
    keys: keys.map((key) => key.publicJwk),
    asked: 0,
    mood: 'well',
    close() {
      http.closeAllConnections();
      return new Promise((closed) => http.close(() => closed()));
    },
  };
  return jwks;
}
