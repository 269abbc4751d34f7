import { css, html, nothing } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import { icon } from '../../icons/icon.js';
import { TicketForm } from '../ticket-form.js';
import { ticketLink } from './ticket-link.js';

/** Where a ticket goes on that repeats another one, and how to take that back; or what will answer it. */
export class MergedBanner extends TicketForm {
  protected override render() {
    const { words } = this.desk;
    const { related } = words;
    const { mergedInto, carrier } = this.ticket;
    if (mergedInto === null && carrier === null) return nothing;
    return html`<div class="notice">
      <p class="with-icon">${icon(mergedInto === null ? 'bug' : 'merge')}<span>${
        mergedInto === null
          ? html`${related.carriedBy} ${carrier === null ? nothing : ticketLink(carrier, words)}`
          : html`${related.goesOnIn} ${ticketLink(mergedInto, words)}`
      }</span></p>
      ${
        mergedInto !== null && this.allows('unmerge')
          ? html`<button type="button" class="button" aria-disabled=${this.submission.sending} @click=${this.#unmerge}>${related.unmerge}</button>`
          : nothing
      }
      ${this.problem()}
    </div>`;
  }

  readonly #unmerge = async () => {
    const { client, words } = this.desk;
    const { id, mergedInto } = this.ticket;
    if (mergedInto === null) return;
    await this.send(
      () => client.staff.tickets.unmerge(id, { ticket: mergedInto.id }),
      words.related.unmerged,
    );
  };

  static override styles = [
    staffStyles,
    css`
      :host {
        display: contents;
      }
      .notice {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--_space-2) var(--_space-4);
        margin-bottom: var(--_space-4);
      }
      .notice .icon {
        color: var(--_info);
      }
    `,
  ];
}

customElements.define('merged-banner', MergedBanner);
