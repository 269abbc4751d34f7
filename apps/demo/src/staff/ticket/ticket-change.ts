import type { StaffTicket } from '@teo-support/sdk';

declare global {
  interface HTMLElementEventMap {
    'ticket-change': TicketChange;
    'ticket-reload': Event;
  }
}

/** A form has changed the ticket: here it is as it now stands. */
export class TicketChange extends Event {
  readonly ticket: StaffTicket;
  /** What was done, in words. */
  readonly done: string;

  constructor(ticket: StaffTicket, done: string) {
    super('ticket-change', { bubbles: true, composed: true });
    this.ticket = ticket;
    this.done = done;
  }
}

/** What a form was told makes the ticket on the screen doubtful: look again. */
export function askForReload(from: EventTarget): void {
  from.dispatchEvent(new Event('ticket-reload', { bubbles: true, composed: true }));
}
