import type { Improvement } from '@teo-support/core/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { icon } from '../panel/all-icons.js';
import { apart } from '../panel/apart.js';
import { define } from '../panel/define.js';
import { sharedStyle } from '../panel/shared-style.js';
import { failedState, loadingState } from '../panel/states.js';
import { authorWords } from './author-words.js';
import { dateOf } from './dates.js';
import { renderDecisions } from './decisions.js';
import { type ForumSession, moduleName } from './forum-session.js';
import { forumStyle } from './forum-style.js';
import { placeLink } from './place-link.js';
import { requestStyle } from './request-style.js';
import { renderSentence, titleOf } from './sentence.js';

/**
 * One request: its sentence, who wants it, what was decided and why, and what is said of it.
 * @fires place-chosen - a link was pressed; `detail` is a `ForumPlace`
 * @fires request-shown - it has come; `detail` is its title
 */
export class ImprovementView extends LitElement {
  static override styles = [...sharedStyle, forumStyle, requestStyle];
  static override properties = {
    session: { attribute: false },
    requestId: { attribute: false },
    titleLevel: { attribute: false },
    fresh: { attribute: false },
    refreshes: { attribute: false },
    request: { state: true },
    failure: { state: true },
  };

  declare session: ForumSession | null;
  declare requestId: string | null;
  /** The level of its heading among those around it. */
  declare titleLevel: number;
  /** Whether the person has just submitted it. */
  declare fresh: boolean;
  /** Grows each time something may have been missed, after a cut or a pause. */
  declare refreshes: number;
  declare request: Improvement | null;
  declare failure: unknown;
  #asking: AbortController | null = null;

  constructor() {
    super();
    this.session = null;
    this.requestId = null;
    this.titleLevel = 3;
    this.fresh = false;
    this.refreshes = 0;
    this.request = null;
    this.failure = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('requestId')) this.request = null;
    if (changed.has('requestId') || changed.has('session') || changed.has('refreshes')) apart(this.#load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking?.abort();
  }

  override render(): TemplateResult | undefined {
    const { session, request } = this;
    if (session === null) return undefined;
    if (request === null)
      return this.failure === null
        ? loadingState(session.words)
        : failedState(this.failure, session.words, () => apart(this.#load()));
    const { forum, locale } = session;
    const { view } = forum;
    const due = dateOf(request.firstDecisionDue, locale);
    return html`<article class="stack">
      <div class="heading soft" id="title" tabindex="-1" role="heading" aria-level=${this.titleLevel}>${forum.request(request.number)} · ${moduleName(session, request.module)}</div>
      ${
        this.fresh
          ? html`<div class="notice" role="status"><span class="with-icon">${icon('done')} <strong>${view.fresh}</strong></span>
              <span>${view.freshText(due)}</span></div>`
          : nothing
      }
      ${
        request.hidden === null
          ? nothing
          : html`<p class="notice warning with-icon">${icon('warning')} <span>${forum.hidden(request.hidden.reason)}</span></p>`
      }
      ${
        request.mergedInto === null
          ? nothing
          : html`<p class="notice"><span>${forum.goesOn} ${placeLink(session, { view: 'request', id: request.mergedInto.id }, titleOf(request.mergedInto, session))}</span></p>`
      }
      ${renderSentence(request, session)}
      <p class="soft small">${view.by(authorWords(request.author, session), dateOf(request.submittedAt, locale))}</p>
      ${request.hidden === null ? html`<teo-support-vote .session=${session} .request=${request} .following=${true}></teo-support-vote>` : nothing}
      ${renderDecisions(request, session, this.titleLevel + 1)}
      ${
        request.maySayWhetherItFits
          ? html`<teo-support-fit-question .session=${session} .requestId=${request.id} .fits=${request.fits}></teo-support-fit-question>`
          : nothing
      }
      ${this.#merged(session, request)}
      <teo-support-improvement-comments .session=${session} .request=${request} .titleLevel=${this.titleLevel + 1} .refreshes=${this.refreshes}></teo-support-improvement-comments>
    </article>`;
  }

  #merged(session: ForumSession, { merged }: Improvement): TemplateResult | typeof nothing {
    if (merged.length === 0) return nothing;
    return html`<details><summary>${session.forum.view.merged} (${merged.length})</summary>
      <ul class="merged">${merged.map(
        (one) =>
          html`<li><span class="soft small">${session.forum.request(one.number)}</span>${renderSentence(one, session)}</li>`,
      )}</ul></details>`;
  }

  async #load(): Promise<void> {
    const { session, requestId } = this;
    this.#asking?.abort();
    if (session === null || requestId === null) return;
    const asking = new AbortController();
    this.#asking = asking;
    const first = this.request === null;
    try {
      const request = await session.client.improvements.get(requestId, { signal: asking.signal });
      if (asking.signal.aborted) return;
      session.supports.learn([request]);
      this.request = request;
      this.failure = null;
      await this.updateComplete;
      if (first) this.dispatchEvent(new CustomEvent('request-shown', { detail: titleOf(request, session) }));
    } catch (error) {
      // What is shown already is better than nothing.
      if (!asking.signal.aborted && this.request === null) this.failure = error;
    }
  }

  /** The heading takes the focus: reading begins there. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus(options);
  }
}

define('teo-support-improvement', ImprovementView);
