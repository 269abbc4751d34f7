import type { ImprovementSupport } from '@teo-support/core/contract';
import type { Improvements } from '@teo-support/sdk';

type Voting = Pick<Improvements, Step>;

/** What a person can be to a request. */
export interface Stance {
  readonly voted: boolean;
  readonly followed: boolean;
}

/**
 * The votes and follows of the person. What they press shows at once, wherever the request is shown, and is sent until the
 * server says the same; pressed again meanwhile, the last press counts. What does not arrive is taken back on the screen, and
 * pressing again is harmless: one person is one vote, whatever was sent how often.
 */
export class Supports {
  readonly #improvements: Voting;
  /** What the server said last. */
  readonly #confirmed = new Map<string, ImprovementSupport>();
  readonly #wanted = new Map<string, Stance>();
  readonly #sending = new Map<string, Promise<void>>();
  readonly #listeners = new Set<() => void>();

  constructor(improvements: Voting) {
    this.#improvements = improvements;
  }

  /** As it stands for this person: what the server said last, and what they have pressed since. */
  of(request: ImprovementSupport & { readonly id: string }): ImprovementSupport {
    const confirmed = this.#confirmed.get(request.id) ?? request;
    const wanted = this.#wanted.get(request.id);
    return wanted === undefined ? confirmed : expected(confirmed, wanted);
  }

  /** Requests have come from the server anew. */
  learn(requests: readonly (ImprovementSupport & { readonly id: string })[]): void {
    for (const request of requests)
      if (!this.#sending.has(request.id)) this.#confirmed.set(request.id, supportOf(request));
    this.#tell();
  }

  /** @throws what the API says; what is shown is then as it was before */
  change(request: ImprovementSupport & { readonly id: string }, part: Partial<Stance>): Promise<void> {
    const { id } = request;
    const { voted, followed } = this.of(request);
    this.#wanted.set(id, { voted, followed, ...part });
    this.#tell();
    let sending = this.#sending.get(id);
    if (sending === undefined) {
      sending = this.#send(id, this.#confirmed.get(id) ?? supportOf(request)).finally(() => {
        this.#sending.delete(id);
        this.#wanted.delete(id);
        this.#tell();
      });
      this.#sending.set(id, sending);
    }
    return sending;
  }

  /** @returns how to stop listening */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #send(id: string, before: ImprovementSupport): Promise<void> {
    let now = before;
    let last: Step | null = null;
    for (;;) {
      const step = nextStep(now, this.#wanted.get(id) ?? now);
      // A server that says otherwise after it was told is right.
      if (step === null || step === last) return;
      last = step;
      now = await this.#improvements[step](id);
      this.#confirmed.set(id, supportOf(now));
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

type Step = 'vote' | 'withdrawVote' | 'follow' | 'unfollow';

function nextStep(now: Stance, wanted: Stance): Step | null {
  if (now.voted !== wanted.voted) return wanted.voted ? 'vote' : 'withdrawVote';
  if (now.followed !== wanted.followed) return wanted.followed ? 'follow' : 'unfollow';
  return null;
}

/** What the server will most likely say. */
function expected(now: ImprovementSupport, { voted, followed }: Stance): ImprovementSupport {
  const step = Number(voted) - Number(now.voted);
  const ours = now.votedInOrganization + step;
  const organizations = now.organizations + Number(ours > 0) - Number(now.votedInOrganization > 0);
  return { votes: now.votes + step, organizations, voted, followed, votedInOrganization: ours };
}

function supportOf(request: ImprovementSupport): ImprovementSupport {
  const { votes, organizations, voted, votedInOrganization, followed } = request;
  return { votes, organizations, voted, votedInOrganization, followed };
}
