import type { TicketSummary } from '@teo-support/sdk';
import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { Paged } from '../administration/paged.js';
import { icon } from '../icons/icon.js';
import { targetWords } from '../time/target.js';
import { PagedPanel, type PanelWords } from './paged-panel.js';

/** The tickets of the organization that wait for an answer, the nearest target first. */
export class OrganizationTickets extends PagedPanel<TicketSummary> {
  static override properties = { ...PagedPanel.properties, organizationId: { attribute: false } };
  declare organizationId: string;
  protected override readonly sign = 'inbox';
  protected override readonly paged = new Paged<TicketSummary>(this, (signal) =>
    this.desk.client.staff.tickets.list({ organization: this.organizationId, limit: 10 }, { signal }),
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('organizationId')) void this.paged.load();
  }

  protected override panelWords(): PanelWords {
    const { tickets, noTickets, ticketsMore } = this.desk.words.organization;
    return { heading: tickets, none: noTickets, more: ticketsMore };
  }

  protected override row(ticket: TicketSummary): TemplateResult {
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
    ...PagedPanel.styles,
    css`
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
