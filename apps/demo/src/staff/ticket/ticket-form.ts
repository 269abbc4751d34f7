import type { TransitionName } from '@teo-support/core';
import type { StaffTicket } from '@teo-support/sdk';
import { LitElement, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk.js';
import { Draft } from '../drafts/draft.js';
import { problemNotice } from '../submission/problem-notice.js';
import { Submission } from '../submission/submission.js';
import { dateWords } from '../time/dates.js';
import { entrySentence } from './conversation/entry-words.js';
import { askForReload, TicketChange } from './ticket-change.js';

/** One thing that can be done with a ticket: allowed by the rules, sent once, told when done. */
export class TicketForm extends LitElement {
  static override properties = { desk: { attribute: false }, ticket: { attribute: false } };
  declare desk: Desk;
  declare ticket: StaffTicket;
  readonly submission = new Submission(this);
  /** The ticket that was on the screen when something was last sent. */
  #sentAt = { id: '', version: 0 };

  /** Whether the server would take a command from this person now. It said so with the ticket. */
  protected allows(command: TransitionName): boolean {
    return this.ticket.possible.includes(command);
  }

  /** Why it would refuse a command, in the reader's language; `null` when it would not. */
  protected refusal(command: TransitionName): string | null {
    return this.ticket.refusals[command] ?? null;
  }

  /** What is written in this form for this ticket, kept until it was sent. */
  protected draft<T extends object>(
    form: string,
    options: { empty: () => T; read: (stored: unknown) => T | null },
  ): Draft<T> {
    return new Draft(this, form, {
      place: () => ({ drafts: this.desk.drafts, ticketId: this.ticket.id }),
      ...options,
    });
  }

  /** What went wrong with the last attempt; after a conflict, what others have done in the meantime. */
  protected problem(): TemplateResult {
    const { words, locale, now } = this.desk;
    const { id, version } = this.#sentAt;
    const changes =
      this.submission.conflict && this.ticket.id === id
        ? this.ticket.timeline
            .filter((entry) => entry.version > version)
            .map((entry) => `${entrySentence(entry, words)}, ${dateWords(entry.at, locale, now)}`)
        : [];
    return problemNotice(this.submission, words, changes);
  }

  /**
   * Sends, and tells the ticket's page what came of it.
   * @returns whether it was done
   */
  protected async send(work: () => Promise<StaffTicket>, done: string): Promise<boolean> {
    this.#sentAt = { id: this.ticket.id, version: this.ticket.version };
    const ticket = await this.submission.run(work, this.desk.words);
    if (ticket === null) {
      // A conflict, or an answer that never came: what stands on the screen may be of yesterday.
      if (this.submission.message !== null) askForReload(this);
      return false;
    }
    this.finished();
    this.dispatchEvent(new TicketChange(ticket, done));
    return true;
  }

  /** Puts the focus on a control that is about to be drawn. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** It was done, and the page is about to be told. */
  protected finished(): void {}
}
