import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { deskPageStyles } from '../administration/desk-page-styles.js';
import type { Paged } from '../administration/paged.js';
import type { Desk } from '../desk/desk.js';
import { icon } from '../icons/icon.js';
import { failureState } from '../submission/failure.js';

/** What a panel calls itself, and what it says when there is nothing in it and when there is more. */
export interface PanelWords {
  readonly heading: string;
  readonly none: string;
  readonly more: string;
}

/** A panel of an organization's page that shows a list page by page. */
export abstract class PagedPanel<T> extends LitElement {
  static override properties = { desk: { attribute: false } };
  declare desk: Desk;
  protected abstract readonly paged: Paged<T>;
  protected abstract readonly sign: Parameters<typeof icon>[0];

  protected abstract panelWords(): PanelWords;
  protected abstract row(item: T): TemplateResult;

  protected override render(): TemplateResult {
    const { heading } = this.panelWords();
    return html`<section class="panel" aria-labelledby="heading">
      <div class="panel-head"><h2 class="section-title" id="heading">${icon(this.sign)}${heading}</h2></div>
      ${this.#body()}
    </section>`;
  }

  #body(): TemplateResult {
    const { items, error, hasMore, loadingMore } = this.paged;
    const { none, more } = this.panelWords();
    if (items === null && error !== null) {
      return failureState(error, this.desk.words, () => void this.paged.load());
    }
    if (items === null) return html`<p class="none">…</p>`;
    if (items.length === 0) return html`<p class="none">${none}</p>`;
    return html`<ol class="rows">${items.map((item) => this.row(item))}</ol>
      ${
        hasMore
          ? html`<div class="footer"><button type="button" class="button quiet" aria-disabled=${loadingMore}
              @click=${() => void this.paged.more()}>${more}</button></div>`
          : nothing
      }`;
  }

  static override styles = [
    ...deskPageStyles,
    css`
      :host {
        max-width: none;
        margin: 0;
        padding: 0;
      }
    `,
  ];
}
