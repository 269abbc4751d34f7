import type { TicketSummary } from '@teo-support/sdk';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { deskPageStyles } from '../administration/desk-page-styles.js';
import { Paged } from '../administration/paged.js';
import type { Desk } from '../desk/desk.js';
import { icon } from '../icons/icon.js';
import { failureState } from '../submission/failure.js';
import { targetWords } from '../time/target.js';

/** The tickets of the organization that wait for an answer, the nearest target first. */
export class OrganizationTickets extends LitElement {
  static override properties = { desk: { attribute: false }, organizationId: { attribute: false } };
  declare desk: Desk;
  declare organizationId: string;
  readonly #tickets = new Paged<TicketSummary>(this, (signal) =>
    this.desk.client.staff.tickets.list({ organization: this.organizationId, limit: 10 }, { signal }),
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('organizationId')) void this.#tickets.load();
  }

  protected override render() {
    const { organization } = this.desk.words;
    return html`<section class="panel" aria-labelledby="tickets">
      <div class="panel-head"><h2 class="section-title" id="tickets">${icon('inbox')}${organization.tickets}</h2></div>
      ${this.#body()}
    </section>`;
  }

  #body(): TemplateResult {
    const { words } = this.desk;
    const { items, error, hasMore, loadingMore } = this.#tickets;
    if (items === null && error !== null) return failureState(error, words, () => void this.#tickets.load());
    if (items === null) return html`<p class="none">…</p>`;
    if (items.length === 0) return html`<p class="none">${words.organization.noTickets}</p>`;
    return html`<ul class="rows">${items.map((ticket) => this.#ticket(ticket))}</ul>
      ${
        hasMore
          ? html`<div class="footer"><button type="button" class="button quiet" aria-disabled=${loadingMore}
              @click=${() => void this.#tickets.more()}>${words.organization.ticketsMore}</button></div>`
          : nothing
      }`;
  }

  #ticket(ticket: TicketSummary): TemplateResult {
    const { words, now, locale } = this.desk;
    const { domain } = words;
    const target = targetWords(ticket.clock, now, locale, words);
    return html`<li><div class="main">
      <a class="name" href="/staff/tickets/${encodeURIComponent(ticket.id)}">${ticket.subject ?? domain.erased}</a>
      <div class="facts"><span>${ticket.reference}</span><span>${domain.ticketTypes[ticket.type].name}</span>
        <span>${domain.statuses[ticket.status]}</span><span>${ticket.requester.name}</span>
        <span class="with-icon tone-${target.tone}">${icon(target.icon)}${target.text}</span></div>
      </div></li>`;
  }

  static override styles = [
    ...deskPageStyles,
    css`
      :host {
        max-width: none;
        margin: 0;
        padding: 0;
      }
      a.name {
        color: var(--_ink);
        text-decoration: none;
      }
      a.name:hover {
        text-decoration: underline;
      }
    `,
  ];
}

customElements.define('organization-tickets', OrganizationTickets);
