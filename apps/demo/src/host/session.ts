import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import { hostOrganizations, organizationName } from './organizations.js';
import { type HostPerson, hostPeople, hostPerson } from './people.js';
import { screensFor } from './screens.js';

/** Who looks at the host page: a signed-in person, in a browser of their own. */
export interface HostSession {
  readonly id: string;
  readonly person: HostPerson;
}

const cookieName = 'teo_host';

/** The host product's own sign-in, reduced to a signed cookie. Who comes without one is the first person. */
export class HostSessions {
  readonly #secret: string | BufferSource;

  constructor(secret: Uint8Array | string) {
    this.#secret = typeof secret === 'string' ? secret : new Uint8Array(secret);
  }

  /** The session of a request; a new visitor gets one. */
  async of(c: Context): Promise<HostSession> {
    return (await this.#known(c)) ?? this.#begin(c, hostPeople[0], randomUUID());
  }

  /** Another person in the same browser. */
  async switch(c: Context, person: HostPerson): Promise<HostSession> {
    const known = await this.#known(c);
    return this.#begin(c, person, known?.id ?? randomUUID());
  }

  async #known(c: Context): Promise<HostSession | null> {
    const cookie = await getSignedCookie(c, this.#secret, cookieName);
    const [id = '', sub = ''] = cookie ? cookie.split(' ') : [];
    const person = hostPerson(sub);
    return person === undefined || id === '' ? null : { id, person };
  }

  async #begin(c: Context, person: HostPerson, id: string): Promise<HostSession> {
    await setSignedCookie(c, cookieName, `${id} ${person.sub}`, this.#secret, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: new URL(c.req.url).protocol === 'https:',
    });
    return { id, person };
  }
}

/** What the page shows of the signed-in person, and of those whom the demo can be used as. */
export function sessionRoutes(app: Hono, sessions: HostSessions): void {
  app.get('/host/session', async (c) => c.json(sessionView(await sessions.of(c))));

  app.post('/host/switch', async (c) => {
    const body: unknown = await c.req.json().catch(() => null);
    const sub = typeof body === 'object' && body !== null && 'sub' in body ? body.sub : null;
    const person = typeof sub === 'string' ? hostPerson(sub) : undefined;
    if (person === undefined) return c.json({ code: 'unknown-person' }, 404);
    return c.json(sessionView(await sessions.switch(c, person)));
  });
}

function sessionView({ person }: HostSession) {
  return {
    person: { ...person, organization: organizationName(person.organizationId) },
    screens: screensFor(person.organizationId),
    organizations: hostOrganizations.map((organization) => ({
      name: organization.name,
      /** What sets it apart from the others: how many courses it had, and what it tests. */
      trainings: organization.trainings.length,
      trials: organization.trials.map(({ name }) => name),
      people: hostPeople
        .filter((candidate) => candidate.organizationId === organization.id)
        .map(({ sub, name }) => ({ sub, name })),
    })),
  };
}

export type HostSessionView = ReturnType<typeof sessionView>;
