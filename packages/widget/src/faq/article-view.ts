import type { FaqArticleView } from '@teo-support/core/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { icon } from '../panel/all-icons.js';
import { apart } from '../panel/apart.js';
import { define } from '../panel/define.js';
import { sharedStyle } from '../panel/shared-style.js';
import { failedState, loadingState } from '../panel/states.js';
import { articleLink } from './article-link.js';
import { renderBlocks } from './blocks.js';
import type { FaqSession } from './faq-session.js';
import { faqStyle } from './faq-style.js';

/** What a person can say of an article about what they had asked. Each is told when it has arrived. */
export interface Verdicts {
  /** @returns what is said then */
  solved(articleId: string): Promise<string>;
  /** Where to go after that. */
  readonly leave: (() => void) | null;
  /** Absent where it is said in the list. */
  readonly notThere: (() => void) | null;
}

/**
 * An article of the FAQ.
 * @fires article-chosen - a link to another article was pressed; `detail` is its id
 * @fires article-shown - it has come; `detail` is its title
 */
export class FaqArticle extends LitElement {
  static override styles = [...sharedStyle, faqStyle];
  static override properties = {
    session: { attribute: false },
    articleId: { attribute: false },
    titleLevel: { attribute: false },
    verdicts: { attribute: false },
    article: { state: true },
    failure: { state: true },
    said: { state: true },
    helpful: { state: true },
  };

  declare session: FaqSession | null;
  declare articleId: string | null;
  /** The level of its title among the headings around it. */
  declare titleLevel: number;
  /** What can be said of it, where something was asked before. */
  declare verdicts: Verdicts | null;
  declare article: FaqArticleView | null;
  declare failure: unknown;
  /** What was answered to a verdict. */
  declare said: string;
  declare helpful: boolean | null;
  #asking: AbortController | null = null;
  /** What to try again when it has failed. */
  #retry = () => {};

  constructor() {
    super();
    this.session = null;
    this.articleId = null;
    this.titleLevel = 3;
    this.verdicts = null;
    this.article = null;
    this.failure = null;
    this.said = '';
    this.helpful = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('articleId') || changed.has('session')) apart(this.#load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking?.abort();
  }

  override render(): TemplateResult | undefined {
    const { session, article } = this;
    if (session === null) return undefined;
    if (article === null)
      return this.failure === null
        ? loadingState(session.words)
        : failedState(this.failure, session.words, this.#retry);
    const { faq } = session;
    const choose = (id: string) => this.dispatchEvent(new CustomEvent('article-chosen', { detail: id }));
    const link = ({ id, title }: FaqArticleView['related'][number]) =>
      articleLink(session, id, title, choose);
    return html`<article class="stack" lang=${article.language}>
      <div id="title" class="heading" tabindex="-1" role="heading" aria-level=${this.titleLevel}>${article.title}</div>
      ${
        article.state === 'withdrawn'
          ? html`<div class="notice warning" lang=${session.locale}>
              <span class="with-icon">${icon('warning')} <span>${faq.withdrawn}</span></span>
              ${article.replacedBy === null ? nothing : html`<span>${faq.insteadOf} ${link(article.replacedBy)}</span>`}
            </div>`
          : nothing
      }
      ${article.language === session.locale ? nothing : html`<p class="soft small" lang=${session.locale}>${faq.otherLanguage}</p>`}
      <div class="body">${renderBlocks(article.body, { session, titleLevel: this.titleLevel, choose })}</div>
      <div class="stack after" lang=${session.locale}>
        ${this.failure === null ? nothing : failedState(this.failure, session.words, this.#retry)}
        ${article.state === 'published' ? this.#opinion(session, article) : nothing}
        ${
          article.related.length === 0
            ? nothing
            : html`<nav aria-labelledby="related"><div id="related" class="heading" role="heading" aria-level=${this.titleLevel + 1}>${faq.related}</div>
                <ul>${article.related.map((one) => html`<li>${link(one)}</li>`)}</ul></nav>`
        }
      </div>
    </article>`;
  }

  /** One gesture each. Where something was asked before, whether it is answered counts; else whether this was useful. */
  #opinion({ faq }: FaqSession, { id }: FaqArticleView): TemplateResult {
    const { verdicts } = this;
    return html`${
      verdicts === null || this.said !== ''
        ? nothing
        : html`<div class="row">
            <button class="button primary" type="button" @click=${() => this.#solved(verdicts, id)}>${faq.solved}</button>
            ${verdicts.notThere === null ? nothing : html`<button class="button" type="button" @click=${verdicts.notThere}>${faq.notThere}</button>`}
          </div>`
    }
      <div id="said" role="status" tabindex="-1">${
        this.said === ''
          ? nothing
          : html`<p class="notice with-icon">${icon('done')} <span>${this.said}</span></p>
              ${verdicts?.leave ? html`<button class="button" type="button" @click=${verdicts.leave}>${faq.home}</button>` : nothing}`
      }</div>
      ${
        this.said === ''
          ? html`<div class="row" role="group" aria-label=${faq.useful}>
              <span class="soft">${faq.useful}</span>
              <span class="row">${[true, false].map(
                (
                  helpful,
                ) => html`<button class="button" type="button" aria-pressed=${this.helpful === helpful}
                  @click=${() => this.#rate(id, helpful)}>${helpful ? faq.yes : faq.no}</button>`,
              )}</span>
            </div>`
          : nothing
      }`;
  }

  async #solved(verdicts: Verdicts, id: string): Promise<void> {
    const done = await this.#tell(
      () => verdicts.solved(id),
      () => apart(this.#solved(verdicts, id)),
    );
    if (done === null) return;
    this.said = done;
    apart(this.#rate(id, true));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#said')?.focus();
  }

  async #rate(id: string, helpful: boolean): Promise<void> {
    const { session } = this;
    if (session === null) return;
    const before = this.helpful;
    this.helpful = helpful;
    const done = await this.#tell(
      () => session.client.faq.rate(id, { helpful }),
      () => apart(this.#rate(id, helpful)),
    );
    // What did not arrive is not shown as said, unless it was said anew meanwhile.
    if (done === null && this.helpful === helpful) this.helpful = before;
  }

  /** @returns what came of it, or `null` after a failure, which is shown with a way to try again */
  async #tell<T>(what: () => Promise<T>, again: () => void): Promise<T | null> {
    this.failure = null;
    this.#retry = again;
    try {
      return await what();
    } catch (error) {
      this.failure = error;
      return null;
    }
  }

  async #load(): Promise<void> {
    const { session, articleId } = this;
    this.#asking?.abort();
    if (session === null || articleId === null) return;
    const asking = new AbortController();
    this.#asking = asking;
    this.article = null;
    this.failure = null;
    this.said = '';
    this.#retry = () => apart(this.#load());
    try {
      const query = { language: session.locale };
      const article = await session.client.faq.article(articleId, query, { signal: asking.signal });
      if (asking.signal.aborted) return;
      this.article = article;
      this.helpful = article.helpful;
      await this.updateComplete;
      this.dispatchEvent(new CustomEvent('article-shown', { detail: article.title }));
    } catch (error) {
      if (!asking.signal.aborted) this.failure = error;
    }
  }

  /** The title takes the focus: reading begins there. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus(options);
  }
}

define('teo-support-faq-article', FaqArticle);
