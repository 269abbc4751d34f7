import { type Doubt, type Settlement, settle } from '@teo-support/core';
import type { FaqMasks } from '@teo-support/sdk';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { staffStyles } from '../../design/staff-styles.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { catalogues } from '../../locales/index.js';
import { markWords } from '../body/marked-text.js';
import type { WrittenContent } from '../editor/article-form.js';
import { doubtsIn, originalOf } from './doubts-in.js';

/** What may tell of somebody in an article, one by one, with what can be made of each. */
export class FaqMaskSettler extends LitElement {
  static override properties = {
    desk: { attribute: false },
    content: { attribute: false },
    masks: { attribute: false },
    onSettle: { attribute: false },
    words: { state: true },
  };
  declare desk: Desk;
  declare content: WrittenContent;
  declare masks: FaqMasks;
  declare onSettle: (content: WrittenContent) => void;
  /** The general words that are being written, by what they replace. */
  declare words: ReadonlyMap<string, string>;

  constructor() {
    super();
    this.words = new Map();
  }

  protected override render(): TemplateResult {
    const told = this.desk.words.faq.masks;
    const doubts = doubtsIn(this.content, this.masks);
    return html`<section aria-labelledby="masks">
      <h2 class="section-title" id="masks" tabindex="-1">${icon('lock')}${told.title}</h2>
      <p class="left">${told.left(doubts.length)}</p>
      ${doubts.length === 0 ? nothing : html`<p class="muted">${told.lead}</p>`}
      <ul>${repeat(
        doubts,
        ({ cause, text }) => `${cause} ${text}`,
        (doubt, place) => this.#doubt(doubt, place),
      )}</ul>
    </section>`;
  }

  #doubt(doubt: Doubt, place: number): TemplateResult {
    const told = this.desk.words.faq.masks;
    const { cause, kind, text, count } = doubt;
    const original = originalOf(this.masks, doubt);
    const words = original ?? told.kinds[kind];
    const by = this.words.get(text) ?? this.#general(doubt);
    // How somebody is reached always tells of them; and what is gone cannot come back.
    const keepable = original !== null && kind !== 'email' && kind !== 'phone';
    return html`<li data-place=${place}>
      <p class="what"><span class="badge warning">${cause === 'mark' ? markWords(text, this.desk.words) : told.kinds[kind]}</span>
        <span>${cause === 'mark' ? told.hides : told.found} <strong>${original ?? told.unknown}</strong></span>
        <span class="muted">${told.times(count)}</span></p>
      <div class="choices">
        <button type="button" class="button" aria-label=${told.maskOf(words)} @click=${() => this.#settle(doubt, place, { kind: 'masked' })}>${told.mask}</button>
        ${keepable ? html`<button type="button" class="button" aria-label=${told.keepOf(words)} @click=${() => this.#settle(doubt, place, { kind: 'harmless', original })}>${told.keep}</button>` : nothing}
        <span class="replacing"><input class="input" aria-label=${told.by(words)} .value=${by} @input=${(event: Event) => this.#write(text, event)}
            @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && this.#replace(event, doubt, place, by)}>
          <button type="button" class="button" aria-label=${told.replaceOf(words)} @click=${(event: Event) => this.#replace(event, doubt, place, by)}>${told.replace}</button></span>
      </div>
    </li>`;
  }

  /** In the language of the text that it goes into, whatever the reader's. */
  #general({ kind, text }: Doubt): string {
    const { title, variants, keywords, body } = this.content.fr;
    const inFrench = [title, ...variants, ...keywords, body].some((one) => one.includes(text));
    return catalogues[inFrench ? 'fr' : 'en'].faq.masks.generic[kind];
  }

  #write(text: string, { target }: Event): void {
    if (target instanceof HTMLInputElement) this.words = new Map([...this.words, [text, target.value]]);
  }

  #replace(event: Event, doubt: Doubt, place: number, by: string): void {
    event.preventDefault();
    if (by.trim() !== '') this.#settle(doubt, place, { kind: 'replaced', by: by.trim() });
  }

  /** The next one takes the focus, or the heading when there is none. */
  #settle(doubt: Doubt, place: number, settlement: Settlement): void {
    const told = this.desk.words.faq.masks;
    const content = contentAfter(settle(this.content, doubt.text, settlement));
    this.onSettle(content);
    const left = doubtsIn(content, this.masks).length;
    this.desk.announce(
      told.settled(originalOf(this.masks, doubt) ?? told.kinds[doubt.kind], told.left(left)),
    );
    void this.#focus(place);
  }

  async #focus(place: number): Promise<void> {
    await new Promise(requestAnimationFrame);
    await this.updateComplete;
    const rows = this.renderRoot.querySelectorAll('li');
    const row = rows[Math.min(place, rows.length - 1)];
    (row?.querySelector('button') ?? this.renderRoot.querySelector('h2'))?.focus();
  }

  static override styles = [
    staffStyles,
    css`
      section {
        display: grid;
        gap: var(--_space-2);
        padding: var(--_space-4);
        border: 1px solid var(--_line);
        border-radius: var(--_radius-l);
        background: var(--_surface);
        box-shadow: var(--_shadow);
      }
      .left {
        font-weight: 600;
      }
      li {
        display: grid;
        gap: var(--_space-2);
        padding-block: var(--_space-3);
        border-top: 1px solid var(--_line);
      }
      .what {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 2px var(--_space-2);
        font-size: 13.5px;
        overflow-wrap: anywhere;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_space-2);
      }
      .choices .button {
        min-height: 34px;
        padding-inline: var(--_space-3);
        font-size: 13px;
      }
      .replacing {
        display: flex;
        flex: 1 1 260px;
        gap: 4px;
      }
      .replacing .input {
        min-width: 0;
        min-height: 34px;
        padding-block: 4px;
        font-size: 13.5px;
      }
      @media (pointer: coarse) {
        .choices .button,
        .replacing .input {
          min-height: 44px;
        }
      }
    `,
  ];
}

/** What was settled, in lists that can be written again. */
function contentAfter(settled: ReturnType<typeof settle>): WrittenContent {
  const text = ({ title, variants, keywords, body }: typeof settled.fr) => ({
    title,
    variants: [...variants],
    keywords: [...keywords],
    body,
  });
  return {
    fr: text(settled.fr),
    en: settled.en === null ? null : text(settled.en),
    modules: [...settled.modules],
    ticketTypes: [...settled.ticketTypes],
    related: [...settled.related],
    harmless: [...settled.harmless],
  };
}

customElements.define('faq-mask-settler', FaqMaskSettler);
