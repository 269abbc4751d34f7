import { ProblemError } from '../../http/index.js';

/** Parts that one person may send at the same time: each is in memory as a whole. */
const mostAtOnce = 3;

/** Parts that are being received, by person. Counted by each process for itself, as its memory is its own. */
export class PartsUnderWay {
  readonly #byPerson = new Map<string, number>();

  /** @throws {ProblemError} `busy-try-again` when the person has too many under way already */
  async during<T>(personId: string, receive: () => Promise<T>): Promise<T> {
    const count = this.#byPerson.get(personId) ?? 0;
    if (count >= mostAtOnce) throw new ProblemError('busy-try-again', { headers: { 'retry-after': '1' } });
    this.#byPerson.set(personId, count + 1);
    try {
      return await receive();
    } finally {
      const left = (this.#byPerson.get(personId) ?? 1) - 1;
      if (left === 0) this.#byPerson.delete(personId);
      else this.#byPerson.set(personId, left);
    }
  }
}
