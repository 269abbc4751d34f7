import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemError } from '../http/index.js';

const windowSeconds = 900;

/** Slows down whoever guesses: ten failures for one address, thirty from one client, then a pause. */
export class SignInThrottle {
  readonly #byAddress = new RateLimiterMemory({ points: 10, duration: windowSeconds });
  readonly #byClient = new RateLimiterMemory({ points: 30, duration: windowSeconds });

  /** Counts a try before it is made, so that many at once count, too. @throws ProblemError `too-many-attempts` */
  async count(address: string, client: string): Promise<void> {
    await consume(this.#byClient, client);
    await consume(this.#byAddress, address);
  }

  /** The same for what is not about one address, such as a password link. */
  async countClient(client: string): Promise<void> {
    await consume(this.#byClient, client);
  }

  /** Who got in is forgiven what they mistyped before. */
  async succeeded(address: string, client: string): Promise<void> {
    await this.#byAddress.delete(address);
    await this.#byClient.reward(client, 1);
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.ceil(error.msBeforeNext / 1000);
    throw new ProblemError('too-many-attempts', { headers: { 'retry-after': String(seconds) } });
  }
}
