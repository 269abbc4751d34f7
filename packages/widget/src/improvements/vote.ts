import type { ImprovementSummary } from '@teo-support/core/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { icon } from '../panel/all-icons.js';
import { define } from '../panel/define.js';
import { failureWords } from '../panel/session.js';
import { sharedStyle } from '../panel/shared-style.js';
import type { ForumSession } from './forum-session.js';
import { titleOf } from './sentence.js';
import type { Stance } from './supports.js';
import { voteStyle } from './vote-style.js';

/**
 * Who wants a request, in words, and the person's own voice: given or taken back in one gesture.
 * @fires supported - it has arrived; `detail` is whether the person wants it now
 */
class Vote extends LitElement {
  static override styles = [...sharedStyle, voteStyle];
  static override properties = {
    session: { attribute: false },
    request: { attribute: false },
    following: { attribute: false },
    failure: { state: true },
  };

  declare session: ForumSession | null;
  declare request: ImprovementSummary | null;
  /** Whether following without a vote is offered, too. */
  declare following: boolean;
  declare failure: unknown;
  #stop = () => {};

  constructor() {
    super();
    this.session = null;
    this.request = null;
    this.following = false;
    this.failure = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('request') && changed.get('request')?.id !== this.request?.id) this.failure = null;
    if (!changed.has('session') || this.session === null) return;
    this.#stop();
    this.#stop = this.session.supports.listen(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  /** Moved in the page, it listens again. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop();
    this.#stop = this.session?.supports.listen(() => this.requestUpdate()) ?? (() => {});
  }

  override render(): TemplateResult | undefined {
    const { session, request } = this;
    if (session === null || request === null) return undefined;
    const { forum, words } = session;
    const { votes, organizations, voted, votedInOrganization, followed } = session.supports.of(request);
    const votable = request.mergedInto === null && request.status !== 'implemented';
    const title = titleOf(request, session);
    return html`<div class="row">
        ${
          votable
            ? html`<button class="button" type="button" aria-pressed=${voted} aria-label=${forum.voteFor(title)}
                @click=${() => this.#change(session, request, { voted: !voted })}>${icon(voted ? 'done' : 'up')} ${forum.vote}</button>`
            : nothing
        }
        <span class="wanted">${forum.wanted(votes, organizations, voted, votedInOrganization)}${voted && !votable ? `. ${forum.voted}` : nothing}</span>
      </div>
      ${this.following && votable && !voted && !request.author.mine ? this.#follow(session, request, followed) : nothing}
      ${this.following && votable && (voted || request.author.mine) ? html`<p class="soft small">${forum.view.told}</p>` : nothing}
      ${this.failure === null ? nothing : html`<p class="error" role="alert">${icon('warning')} <span>${failureWords(this.failure, words)}</span></p>`}`;
  }

  #follow(session: ForumSession, request: ImprovementSummary, followed: boolean): TemplateResult {
    const { view } = session.forum;
    return html`<div class="row">
      <button class="button quiet" type="button" aria-pressed=${followed} aria-describedby="follow"
        @click=${() => this.#change(session, request, { followed: !followed })}>${followed ? icon('done') : nothing} ${view.follow}</button>
      <span class="soft small" id="follow">${view.followHint}</span>
    </div>`;
  }

  async #change(
    { supports }: ForumSession,
    request: ImprovementSummary,
    part: Partial<Stance>,
  ): Promise<void> {
    this.failure = null;
    try {
      await supports.change(request, part);
      if (part.voted !== undefined)
        this.dispatchEvent(new CustomEvent('supported', { detail: supports.of(request).voted }));
    } catch (error) {
      this.failure = error;
    }
  }
}

define('teo-support-vote', Vote);
