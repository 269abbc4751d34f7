import type { StaffTicket, SupportClient, TicketRef } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import { icon } from '../../icons/icon.js';
import { TicketForm } from '../ticket-form.js';
import { offeredRelations } from './relation.js';
import './relation-form.js';
import { ticketLink } from './ticket-link.js';

interface Group {
  readonly title: string;
  readonly tickets: readonly TicketRef[];
  readonly undo: Undo | null;
}

interface Undo {
  readonly action: string;
  readonly done: string;
  readonly work: (other: TicketRef) => Promise<StaffTicket>;
}

/** The tickets that this one has to do with, each with the way to take that back. */
export class RelatedPanel extends TicketForm {
  protected override render(): TemplateResult {
    const { words } = this.desk;
    const { related } = words;
    const groups = this.#groups().filter(({ tickets }) => tickets.length > 0);
    return html`<h2 class="section-title" id="title" tabindex="-1">${icon('link')}${related.title}</h2>
      ${groups.length === 0 ? html`<p class="muted none">${related.none}</p>` : groups.map((group) => this.#group(group))}
      ${this.problem()}
      ${
        offeredRelations(this.ticket).length === 0
          ? nothing
          : html`<relation-form class="open" .desk=${this.desk} .ticket=${this.ticket}></relation-form>`
      }`;
  }

  #groups(): readonly Group[] {
    const { ticket, desk } = this;
    const { related } = desk.words;
    const { client } = desk;
    const mine = client.staff.tickets;
    const release = { action: related.release, done: related.released };
    return [
      {
        title: related.groups.carrier,
        tickets: ticket.carrier === null ? [] : [ticket.carrier],
        undo: this.allows('release')
          ? { ...release, work: (other) => mine.release(ticket.id, { ticket: other.id }) }
          : null,
      },
      {
        title: related.groups.carries,
        tickets: ticket.carries,
        undo: this.allows('answer')
          ? { ...release, work: (other) => undone(client, 'release', other, ticket) }
          : null,
      },
      {
        title: related.groups.duplicates,
        tickets: ticket.duplicates,
        undo: {
          action: related.unmerge,
          done: related.unmerged,
          work: (other) => undone(client, 'unmerge', other, ticket),
        },
      },
      {
        title: related.groups.links,
        tickets: ticket.links,
        undo: this.allows('unlink')
          ? {
              action: related.unlink,
              done: related.unlinked,
              work: (other) => mine.unlink(ticket.id, { ticket: other.id }),
            }
          : null,
      },
    ];
  }

  #group({ title, tickets, undo }: Group): TemplateResult {
    const { words } = this.desk;
    return html`<h3>${title}</h3>
      <ul>${tickets.map(
        (other) => html`<li><span>${ticketLink(other, words)}</span>
          ${
            undo === null
              ? nothing
              : html`<button type="button" class="button quiet icon" title=${undo.action} aria-label=${words.related.of(undo.action, other.reference)}
                  aria-disabled=${this.submission.sending} @click=${() => void this.#undo(undo, other)}>${icon('close')}</button>`
          }</li>`,
      )}</ul>`;
  }

  async #undo({ work, done }: Undo, other: TicketRef): Promise<void> {
    if (await this.send(() => work(other), done)) await this.focusOn('#title');
  }

  static override styles = [
    staffStyles,
    css`
      .none,
      ul {
        margin-top: var(--_space-1);
      }
      h3 {
        margin-top: var(--_space-3);
        color: var(--_ink-2);
        font: 550 var(--_size-s) / 1.4 var(--_font);
      }
      li {
        display: flex;
        align-items: flex-start;
        justify-content: space-between;
        gap: var(--_space-2);
        font-size: 13.5px;
        overflow-wrap: anywhere;
      }
      li > span {
        padding-block: 4px;
      }
      li .button.icon {
        flex: none;
        width: 30px;
        min-height: 30px;
      }
      .open {
        margin-top: var(--_space-3);
      }
      @media (pointer: coarse) {
        li .button.icon {
          width: 44px;
          min-height: 44px;
        }
      }
    `,
  ];
}

/** Takes back what was given to the other ticket. @returns the ticket of this page, as it then stands */
async function undone(
  { staff }: SupportClient,
  command: 'release' | 'unmerge',
  other: TicketRef,
  { id }: StaffTicket,
): Promise<StaffTicket> {
  await staff.tickets[command](other.id, { ticket: id });
  return staff.tickets.get(id);
}

customElements.define('related-panel', RelatedPanel);
