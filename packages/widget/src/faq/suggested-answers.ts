import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { icon } from '../panel/all-icons.js';
import { define } from '../panel/define.js';
import { sharedStyle } from '../panel/shared-style.js';
import { articleLink } from './article-link.js';
import { FaqSearch } from './faq-search.js';
import type { FaqSession } from './faq-session.js';
import { faqStyle } from './faq-style.js';
import { suggestionStyle } from './suggestion-style.js';

/** Writing a form is slower than searching: who thinks is not to be followed at each letter. */
const pace = { pauseMs: 350, limit: 3 } as const;
/** Below that nothing was said yet. */
const shortest = 5;

/** What the FAQ showed beside a form. */
export interface Suggested {
  readonly q: string;
  readonly module: ReturnType<FaqSession['module']>;
  readonly shown: readonly string[];
}

/**
 * What the FAQ has about what is being written in a form. It takes the room that the form keeps for it, and never more, so
 * that nothing moves while somebody is about to press it; and it never takes the focus.
 * @fires article-chosen - `detail` is the article's id
 * @fires answers-shown - `detail` is a `Suggested`
 * @fires not-there
 */
class SuggestedAnswers extends LitElement {
  static override styles = [...sharedStyle, faqStyle, suggestionStyle];
  static override properties = {
    session: { attribute: false },
    written: { attribute: false },
    missed: { attribute: false },
  };

  declare session: FaqSession | null;
  /** What is written in the form. */
  declare written: string;
  /** Whether the person has said that the answer is not there. */
  declare missed: boolean;
  #search: FaqSearch | null = null;
  #told: FaqSearch['answer'] = null;

  constructor() {
    super();
    this.session = null;
    this.written = '';
    this.missed = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { session, written } = this;
    if (session === null) return;
    if (this.#search === null) {
      const search = new FaqSearch(session, pace);
      // What a form showed is told with its ticket.
      search.over = () => {};
      search.changed = () => this.#onAnswer(session, search);
      this.#search = search;
    }
    if (changed.has('written') || changed.has('session'))
      this.#search.type(written.trim().length < shortest ? '' : written);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#search?.type('');
  }

  override render(): TemplateResult | undefined {
    const { session } = this;
    const search = this.#search;
    if (session === null || search === null) return undefined;
    const { faq, words } = session;
    if (this.missed)
      return html`<p class="with-icon" role="status">${icon('done')} <span>${faq.withTicket}</span></p>`;
    const { answer, failure } = search;
    if (failure !== null) return html`<p class="soft small" role="status">${faq.unavailable}</p>`;
    if (answer === null) return html`<p class="soft small">${words.form.answersHere}</p>`;
    const { hits, answered } = answer;
    const found = hits.length > 0;
    const sum = found ? (answered ? faq.likely : faq.perhaps) : faq.nothingYet;
    return html`<span class="visually-hidden" role="status">${search.rested ? (found ? faq.found(hits.length) : sum) : nothing}</span>
      <strong class="small line">${sum}</strong>
      <ul>
        ${hits.map(({ id, title }) => html`<li class="line">${articleLink(session, id, title.text, () => this.dispatchEvent(new CustomEvent('article-chosen', { detail: id })))}</li>`)}
      </ul>
      ${found ? html`<button class="link small soft" type="button" @click=${() => this.dispatchEvent(new CustomEvent('not-there'))}>${faq.notThere}</button>` : nothing}`;
  }

  #onAnswer(session: FaqSession, { answer, q }: FaqSearch): void {
    this.requestUpdate();
    if (answer === null || answer === this.#told) return;
    this.#told = answer;
    const shown = answer.hits.map(({ id }) => id);
    const detail: Suggested = { q, module: session.module(), shown };
    this.dispatchEvent(new CustomEvent('answers-shown', { detail }));
  }
}

define('teo-support-suggested-answers', SuggestedAnswers);
