import type { RequesterTicket } from '@teo-support/core/contract';
import type { Tickets } from '@teo-support/sdk';
import { ApiError } from '@teo-support/sdk/connection';
import { failureWords, type Session } from '../panel/session.js';

/** The ticket as it is after a command, or why the command was not carried out. */
export type Outcome =
  | { readonly ok: true; readonly ticket: RequesterTicket }
  | { readonly ok: false; readonly error: unknown };

/** How the parts of a ticket's view change the ticket; the view shows what comes of it. */
export interface TicketCommands {
  give(command: (tickets: Tickets) => Promise<RequesterTicket>): Promise<Outcome>;
  /** Reads the ticket anew; `null` when it cannot be had now. */
  reload(): Promise<RequesterTicket | null>;
}

/** Why a command was refused: what is wrong with the field where the server says so, else what can be done. */
export function refusalWords(error: unknown, { words }: Session): string {
  return error instanceof ApiError && error.errors[0] !== undefined
    ? error.errors[0].detail
    : failureWords(error, words);
}

/** Whether the ticket is no longer what the person saw when they gave the command. */
export function isOutdated(error: unknown): boolean {
  return error instanceof ApiError && [404, 409, 412].includes(error.status);
}

/** Whether the command may never have arrived, so that trying again later can help. */
export function isUnanswered(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status === 429 || error.status >= 500;
}
