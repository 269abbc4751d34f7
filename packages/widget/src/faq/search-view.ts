import { type TeoModule, teoModules } from '@teo-support/core';
import type { FaqAnswer } from '@teo-support/core/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { icon } from '../panel/all-icons.js';
import { apart } from '../panel/apart.js';
import { define } from '../panel/define.js';
import { sharedStyle } from '../panel/shared-style.js';
import { failedState } from '../panel/states.js';
import { articleLink } from './article-link.js';
import type { FaqSearch } from './faq-search.js';
import { type FaqSession, moduleName } from './faq-session.js';
import { faqStyle } from './faq-style.js';
import { renderHighlighted } from './highlighted.js';

/**
 * The search of the FAQ, at each keystroke. What is typed and found is kept by `search`, so it is there again when the
 * element is.
 * @fires article-chosen - `detail` is the article's id
 * @fires question-asked - the person would rather ask the team; `detail` is what they typed
 */
export class FaqSearchView extends LitElement {
  static override styles = [...sharedStyle, faqStyle];
  static override properties = {
    session: { attribute: false },
    search: { attribute: false },
    noted: { state: true },
    here: { state: true },
  };

  declare session: FaqSession | null;
  declare search: FaqSearch | null;
  /** What was typed when the person said that the answer was not there. */
  declare noted: string | null;
  /** What is about the module of the page, as long as nothing is typed. */
  declare here: FaqAnswer | null;
  #failure: unknown = null;

  constructor() {
    super();
    this.session = null;
    this.search = null;
    this.noted = null;
    this.here = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { session, search } = this;
    if (!changed.has('search') || session === null || search === null) return;
    search.changed = () => this.requestUpdate();
    apart(this.#lookAround(session));
  }

  override render(): TemplateResult | undefined {
    const { session, search } = this;
    if (session === null || search === null) return undefined;
    const { faq } = session;
    return html`<div class="stack">
      <teo-support-faq-notices .session=${session}
        @article-chosen=${({ detail }: CustomEvent<string>) => this.dispatchEvent(new CustomEvent('article-chosen', { detail }))}
        @notices-dismissed=${() => this.renderRoot.querySelector<HTMLElement>('#q')?.focus()}></teo-support-faq-notices>
      <div class="field">
        <label class="label" for="q">${faq.search}</label>
        <input class="input" id="q" type="search" autocomplete="off" maxlength="1000" .value=${search.q}
          @input=${(event: Event) => this.#onInput(event)} />
      </div>
      <span class="visually-hidden" role="status">${search.rested && search.failure === null ? this.#sum(session, search.answer) : nothing}</span>
      <p class="soft small" role="status">${search.slow ? faq.slow : nothing}</p>
      ${search.failure === null ? this.#results(session, search) : failedState(search.failure, session.words, () => search.type(search.q, 0))}
    </div>`;
  }

  #results(session: FaqSession, { q, answer }: FaqSearch): TemplateResult {
    const { faq } = session;
    if (answer === null) {
      const module = session.module();
      return html`<p class="soft">${faq.invite}</p>
        ${
          module !== undefined && q === '' && this.here?.answered
            ? html`<h3>${faq.here(moduleName(session, module))}</h3>${this.#hits(session, this.here)}`
            : nothing
        }
        ${module === undefined && q === '' ? this.#modules(session) : nothing}`;
    }
    return html`<p class="small soft">${this.#sum(session, answer)}</p>
      ${answer.hits.length === 0 ? html`<p>${faq.noneText}</p>` : this.#hits(session, answer)}
      ${this.#notThere(session, q)}`;
  }

  /** Where no page says what it is about, whoever has no words yet begins with a module. */
  #modules(session: FaqSession): TemplateResult {
    return html`<h3>${session.faq.browse}</h3>
      <div class="row">${teoModules.map((module) => {
        const name = moduleName(session, module);
        return html`<button class="button" type="button" @click=${() => this.#begin(module, name)}>${name}</button>`;
      })}</div>`;
  }

  #begin(module: TeoModule, name: string): void {
    if (this.search === null) return;
    this.search.module = module;
    this.search.type(name, 0);
    // The button that was pressed goes; the words are there to be made narrower.
    this.renderRoot.querySelector<HTMLElement>('#q')?.focus();
  }

  #sum({ faq }: FaqSession, answer: FaqAnswer | null): string | typeof nothing {
    if (answer === null) return nothing;
    const { hits, answered } = answer;
    if (hits.length === 0) return faq.none;
    return answered ? faq.found(hits.length) : faq.close;
  }

  #hits(session: FaqSession, { hits }: FaqAnswer): TemplateResult {
    return html`<ol class="hits">
      ${hits.map(
        ({ id, title, excerpt, modules }) => html`<li class="hit">
          <strong>${articleLink(session, id, renderHighlighted(title), () => this.#choose(id))}</strong>
          <span class="soft small">${renderHighlighted(excerpt)}</span>
          <span class="row">${modules.map((module) => html`<span class="badge">${moduleName(session, module)}</span>`)}</span>
        </li>`,
      )}
    </ol>`;
  }

  /** Said in one gesture; the ticket that may follow begins with what was typed. */
  #notThere({ faq, words }: FaqSession, q: string): TemplateResult {
    if (this.noted !== q)
      return html`<div class="row"><button class="button" type="button" @click=${() => this.#miss(q)}>${faq.notThere}</button></div>`;
    if (this.#failure !== null) return failedState(this.#failure, words, () => apart(this.#miss(q)));
    return html`<div class="notice" id="noted" role="status" tabindex="-1">
      <span class="with-icon">${icon('done')} <span>${faq.noted}</span></span>
      <span><button class="button" type="button"
        @click=${() => this.dispatchEvent(new CustomEvent('question-asked', { detail: q }))}>${faq.ask}</button></span>
    </div>`;
  }

  async #miss(q: string): Promise<void> {
    this.#failure = null;
    try {
      await this.search?.tell('not_there');
    } catch (error) {
      this.#failure = error;
    }
    this.noted = q;
    this.requestUpdate();
    await this.updateComplete;
    // What was pressed is gone: the focus stays where it was.
    this.renderRoot.querySelector<HTMLElement>('#noted')?.focus();
  }

  /** The focus goes to an article of the list, if it is there. */
  focusArticle(articleId: string): void {
    this.renderRoot
      .querySelector<HTMLElement>(`[data-article="${CSS.escape(articleId)}"]`)
      ?.focus({ preventScroll: true });
  }

  #choose(articleId: string): void {
    this.search?.question.opened(articleId);
    this.dispatchEvent(new CustomEvent('article-chosen', { detail: articleId }));
  }

  #onInput({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.search?.type(target.value);
  }

  /** What is about the module that the person is in. It is offered, not asked for, so it is not missed either. */
  async #lookAround(session: FaqSession): Promise<void> {
    const module = session.module();
    if (module === undefined) return;
    const query = { q: moduleName(session, module), module, limit: 5 };
    this.here = await session.client.faq.search(query).catch(() => null);
  }
}

define('teo-support-faq-search', FaqSearchView);
