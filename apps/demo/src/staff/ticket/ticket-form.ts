import type { TransitionName } from '@teo-support/core';
import type { StaffTicket } from '@teo-support/sdk';
import { LitElement } from 'lit';
import type { Desk } from '../desk/desk.js';
import { Submission } from '../submission/submission.js';
import { askForReload, TicketChange } from './ticket-change.js';

/** One thing that can be done with a ticket: allowed by the rules, sent once, told when done. */
export class TicketForm extends LitElement {
  static override properties = { desk: { attribute: false }, ticket: { attribute: false } };
  declare desk: Desk;
  declare ticket: StaffTicket;
  readonly submission = new Submission(this);

  /** Whether the server would take a command from this person now. It said so with the ticket. */
  protected allows(command: TransitionName): boolean {
    return this.ticket.possible.includes(command);
  }

  /** Why it would refuse a command, in the reader's language; `null` when it would not. */
  protected refusal(command: TransitionName): string | null {
    return this.ticket.refusals[command] ?? null;
  }

  /**
   * Sends, and tells the ticket's page what came of it.
   * @returns whether it was done
   */
  protected async send(work: () => Promise<StaffTicket>, done: string): Promise<boolean> {
    const ticket = await this.submission.run(work, this.desk.words);
    if (ticket === null) {
      // A conflict, or an answer that never came: what stands on the screen may be of yesterday.
      if (this.submission.message !== null) askForReload(this);
      return false;
    }
    this.dispatchEvent(new TicketChange(ticket, done));
    return true;
  }
}
