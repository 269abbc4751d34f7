import { AbortedError, type FaqReference, type StaffFaqSummary } from '@teo-support/sdk';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { searchFieldStyles } from '../../design/search-field-styles.js';
import { staffStyles } from '../../design/staff-styles.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { typingPauseMs } from '../../search/typed-search.js';
import { stateBadge } from '../stage-badges.js';

const shownAtOnce = 6;

/** Finds an article by words of its title, and hands it to whoever asked. */
export class FaqArticlePicker extends LitElement {
  static override properties = {
    desk: { attribute: false },
    label: { attribute: false },
    without: { attribute: false },
    publishedOnly: { attribute: false },
    onPick: { attribute: false },
    text: { state: true },
    found: { state: true },
  };
  declare desk: Desk;
  declare label: string;
  /** Ids that are not offered. */
  declare without: readonly string[];
  declare publishedOnly: boolean;
  declare onPick: (article: FaqReference) => void;
  declare text: string;
  /** Null while nothing was looked for. */
  declare found: readonly StaffFaqSummary[] | null;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #call: AbortController | null = null;

  constructor() {
    super();
    this.without = [];
    this.publishedOnly = false;
    this.text = '';
    this.found = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
    this.#call?.abort();
  }

  protected override render(): TemplateResult {
    const { picker } = this.desk.words.faq;
    const { found } = this;
    return html`<div class="field">
      <label class="label" for="article">${this.label}</label>
      <div class="with-sign">${icon('search')}
        <input class="input" id="article" type="search" autocomplete="off" placeholder=${picker.hint} .value=${live(this.text)} @input=${this.#type}></div>
      <p class="visually-hidden" role="status">${found === null ? nothing : found.length === 0 ? picker.nothing : picker.found(found.length)}</p>
      ${
        found === null
          ? nothing
          : found.length === 0
            ? html`<p class="muted">${picker.nothing}</p>`
            : html`<ul>${found.map(
                (article) =>
                  html`<li><button type="button" @click=${() => this.#pick(article)}><span>${article.title}</span>${stateBadge(article.state, this.desk.words)}</button></li>`,
              )}</ul>`
      }
    </div>`;
  }

  #pick({ id, title }: StaffFaqSummary): void {
    this.text = '';
    this.found = null;
    this.onPick({ id, title });
  }

  readonly #type = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return;
    this.text = target.value;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.#look(), typingPauseMs);
  };

  async #look(): Promise<void> {
    this.#call?.abort();
    const q = this.text.trim().slice(0, 200);
    if (q === '') {
      this.found = null;
      return;
    }
    const call = new AbortController();
    this.#call = call;
    const state = this.publishedOnly ? { state: 'published' as const } : {};
    const { signal } = call;
    try {
      const limit = shownAtOnce + this.without.length;
      const page = await this.desk.client.staff.faq.list({ q, limit, ...state }, { signal });
      if (signal.aborted) return;
      this.found = page.items.filter(({ id }) => !this.without.includes(id)).slice(0, shownAtOnce);
    } catch (error) {
      if (error instanceof AbortedError || signal.aborted) return;
      this.found = null;
      this.desk.announce(this.desk.words.problem.connection);
    }
  }

  static override styles = [
    staffStyles,
    searchFieldStyles,
    css`
      ul {
        display: grid;
        margin-top: 4px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        overflow: clip;
      }
      li + li {
        border-top: 1px solid var(--_line);
      }
      li button {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--_space-2);
        width: 100%;
        min-height: 40px;
        padding: 6px var(--_space-3);
        border: 0;
        background: var(--_surface);
        color: var(--_ink);
        font: 500 13.5px / 1.4 var(--_font);
        text-align: left;
        overflow-wrap: anywhere;
        cursor: pointer;
      }
      li button:is(:hover, :focus-visible) {
        background: var(--_surface-2);
      }
      @media (pointer: coarse) {
        li button {
          min-height: 44px;
        }
      }
    `,
  ];
}

customElements.define('faq-article-picker', FaqArticlePicker);
