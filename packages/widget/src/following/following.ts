import type { RequesterTicket } from '@teo-support/core/contract';
import { html, type TemplateResult } from 'lit';
import type { FullSession } from '../panel/full-session.js';
import type { PanelPlace, TabPart } from '../panel/panel-place.js';

/** The list of tickets, and a ticket, in the panel. */
export class Following implements TabPart {
  readonly #session: FullSession;
  readonly #panel: PanelPlace;

  constructor(session: FullSession, panel: PanelPlace) {
    this.#session = session;
    this.#panel = panel;
  }

  render(): TemplateResult {
    const panel = this.#panel;
    return html`<teo-support-my-tickets
      .session=${this.#session}
      .lastEvent=${panel.lastEvent}
      .refreshes=${panel.refreshes}
      .unread=${panel.unread}
      @ticket-chosen=${(event: CustomEvent<string>) => panel.move({ name: 'ticket', id: event.detail })}
    ></teo-support-my-tickets>`;
  }

  renderTicket(id: string): TemplateResult {
    const panel = this.#panel;
    return html`<teo-support-ticket-view
      .session=${this.#session}
      .ticketId=${id}
      .lastEvent=${panel.lastEvent}
      .refreshes=${panel.refreshes}
      .answering=${panel.answering.has(id)}
      @ticket-shown=${({ detail }: CustomEvent<RequesterTicket>) => panel.seen(detail.id, detail.version)}
      @announce=${(event: CustomEvent<string>) => panel.announce(event.detail)}
      @ticket-chosen=${(event: CustomEvent<string>) => panel.move({ name: 'ticket', id: event.detail })}
    ></teo-support-ticket-view>`;
  }

  /** A ticket is a view of its own: the panel shows it. */
  arrive(): void {}
}
