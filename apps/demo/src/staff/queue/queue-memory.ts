import type { TicketSummary } from '@teo-support/sdk';
import { QueueExport } from './queue-export.js';

/** What the queue was when one left it for a ticket, so that one comes back to the same place. */
export class QueueMemory {
  search = '';
  items: readonly TicketSummary[] = [];
  total = 0;
  /** The ticket whose row gets the focus on return. */
  leftFor: string | null = null;
  /** The file that is made of it, which goes on while one is elsewhere. */
  readonly export = new QueueExport();
}
