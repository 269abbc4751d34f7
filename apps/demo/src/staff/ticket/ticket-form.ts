import { type Permission, permission, type TransitionName } from '@teo-support/core';
import { rejectionMessage } from '@teo-support/core/messages';
import type { StaffTicket } from '@teo-support/sdk';
import { LitElement } from 'lit';
import { actorOf, type Desk } from '../desk/desk.js';
import { Submission } from '../submission/submission.js';
import { askForReload, TicketChange } from './ticket-change.js';

/** One thing that can be done with a ticket: allowed by the rules, sent once, told when done. */
export class TicketForm extends LitElement {
  static override properties = { desk: { attribute: false }, ticket: { attribute: false } };
  declare desk: Desk;
  declare ticket: StaffTicket;
  readonly submission = new Submission(this);

  protected allowed(command: TransitionName): Permission {
    return permission(command, this.ticket, actorOf(this.desk.member));
  }

  /** Why the rules refuse a command, in the reader's language; `null` when they allow it. */
  protected refusal(command: TransitionName): string | null {
    const allowed = this.allowed(command);
    return allowed.ok ? null : rejectionMessage(allowed.rejection, this.desk.words.domain);
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
