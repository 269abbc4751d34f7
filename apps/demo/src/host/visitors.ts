import type { Context } from 'hono';
import type { HostSessions } from './session.js';

/** So many visitors are remembered at once; the longest unseen is forgotten first. */
const maxVisitors = 500;

/** What each visitor has of their own, so that each can break it and begin anew. */
export class PerVisitor<T> {
  readonly #sessions: HostSessions;
  readonly #begin: () => T;
  readonly #known = new Map<string, T>();

  constructor(sessions: HostSessions, begin: () => T) {
    this.#sessions = sessions;
    this.#begin = begin;
  }

  async of(c: Context): Promise<T> {
    const { id } = await this.#sessions.of(c);
    const own = this.#known.get(id) ?? this.#begin();
    this.#known.delete(id);
    this.#known.set(id, own);
    const oldest = this.#known.keys().next();
    if (this.#known.size > maxVisitors && !oldest.done) this.#known.delete(oldest.value);
    return own;
  }

  /** As new again. */
  async reset(c: Context): Promise<T> {
    this.#known.delete((await this.#sessions.of(c)).id);
    return this.of(c);
  }
}
