import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { sessionLifeMs } from './staff-session.js';

/** The cookie of a staff session: out of reach for scripts, for other sites and, over https, for other hosts. */
export class SessionCookie {
  readonly #name: string;
  readonly #attributes: {
    readonly path: '/';
    readonly httpOnly: true;
    readonly sameSite: 'Strict';
    readonly secure: boolean;
  };

  /** @param secure whether cookies travel over https only; then they also carry the `__Host-` prefix (RFC 6265bis) */
  constructor(secure: boolean) {
    this.#name = secure ? '__Host-teo_staff' : 'teo_staff';
    this.#attributes = { path: '/', httpOnly: true, sameSite: 'Strict', secure };
  }

  read(c: Context): string | undefined {
    return getCookie(c, this.#name);
  }

  set(c: Context, token: string): void {
    setCookie(c, this.#name, token, { ...this.#attributes, maxAge: sessionLifeMs / 1000 });
  }

  clear(c: Context): void {
    deleteCookie(c, this.#name, this.#attributes);
  }
}
