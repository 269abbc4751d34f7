import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { SignJWT } from 'jose';
import { organizationName } from './organizations.js';
import type { HostSessions } from './session.js';

export interface TokenOptions {
  /** Shared with the ticket system (HS256). */
  readonly secret: Uint8Array | string;
  readonly issuer: string;
  readonly audience: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Short, as the widget asks for a new one whenever it needs it. */
const lifeSeconds = 600;

/** Vouches to the ticket system for the person who is signed in to the host product. */
export function tokenRoutes(app: Hono, sessions: HostSessions, options: TokenOptions): void {
  const key = typeof options.secret === 'string' ? new TextEncoder().encode(options.secret) : options.secret;

  app.post('/host/token', async (c) => {
    const { person } = await sessions.of(c);
    const issuedAt = Math.floor(options.now() / 1000);
    const token = await new SignJWT({
      org: person.organizationId,
      org_name: organizationName(person.organizationId),
      name: person.name,
      email: person.email,
      locale: person.locale,
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(options.issuer)
      .setAudience(options.audience)
      .setSubject(person.sub)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifeSeconds)
      .setJti(randomUUID())
      .sign(key);
    return c.json({ token, expiresAt: new Date((issuedAt + lifeSeconds) * 1000).toISOString() });
  });
}
