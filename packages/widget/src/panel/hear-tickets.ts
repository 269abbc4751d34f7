import type { LiveEvent } from '@teo-support/core/contract';
import type { nothing, TemplateResult } from 'lit';
import { unreadBadge } from '../following/unread-badge.js';
import type { FullSession } from './full-session.js';
import { LiveTickets } from './live-tickets.js';

/** What the panel shows of what it hears. */
interface HearingPanel {
  lastEvent: LiveEvent | null;
  refreshes: number;
  connected: boolean;
  unread: ReadonlySet<string>;
  unreadBadge: TemplateResult | typeof nothing;
  readonly answering: Set<string>;
  requestUpdate(): void;
}

/** Keeps a panel up to date with what happens. `reconnected` is told when the connection is back. */
export function hearTickets(panel: HearingPanel, session: FullSession, reconnected: () => void): LiveTickets {
  return new LiveTickets({
    heard: (message) => {
      if (message.kind === 'ticket') panel.lastEvent = message;
      else if (message.kind === 'reload') panel.refreshes += 1;
      else {
        panel.answering[message.answering ? 'add' : 'delete'](message.ticketId);
        panel.requestUpdate();
      }
    },
    connection: (connected) => {
      // Whom the team answers is told anew with each connection.
      panel.answering.clear();
      if (connected && !panel.connected) {
        panel.refreshes += 1;
        reconnected();
      }
      panel.connected = connected;
    },
    unread: (ids) => {
      panel.unread = ids;
      panel.unreadBadge = unreadBadge(session, ids.size);
      panel.requestUpdate();
    },
  });
}
