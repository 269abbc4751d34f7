import { setImmediate as nextTurn } from 'node:timers/promises';
import { operations } from '@teo-support/core/contract';
import type { Hono } from 'hono';
import { bodyOf, catalogueOf, localeOf, mount } from '../../http/index.js';
import type { Identity } from '../../identity/index.js';
import { readNames } from '../../people/index.js';
import type { Database } from '../../storage/index.js';
import type { Moment } from '../handle-command.js';
import { allForStaff } from '../lists.js';
import { summaryView } from '../views.js';
import { cells, headings, localTime } from './columns.js';
import { byteOrderMark, csvLines, usualSeparators } from './csv.js';
import { exportWords } from './export-words.js';
import type { TicketRow } from './whole-list.js';

/** How the making of a file ended. `left`: its reader went away. `shut out`: the reader's right to it ended meanwhile. */
export interface Exported {
  readonly by: string;
  readonly tickets: number;
  readonly ended: 'whole' | 'left' | 'shut out' | 'failed';
}

/** The reader's right to the rest of the file has ended: the connection is cut. */
class ShutOutError extends Error {
  override readonly name = 'ShutOutError';
}

export interface ExportOptions {
  /** Is told of each file: it is what leaves the house. */
  readonly exported: (what: Exported) => void;
  /** Is told why one was cut off. */
  readonly report: (error: unknown) => void;
}

/** The queue as a file. */
export function exportRoute(
  app: Hono,
  db: Database,
  moment: () => Moment,
  identity: Identity,
  { exported, report }: ExportOptions,
): void {
  mount(app, 'exportStaffTickets', identity.asStaff, async ({ viewer, query, c }) => {
    const asked = moment();
    const locale = localeOf(c.req.header('accept-language'));
    const separator = query.separator ?? usualSeparators[locale];
    const [words, catalogue] = [exportWords[locale], catalogueOf(locale)];
    const { timeZone } = asked.policies.current;

    const linesOf = async (rows: readonly TicketRow[]): Promise<string> => {
      const names = await readNames(db.read, {
        teomasters: rows.map((row) => row.requesterId),
        staff: rows.flatMap((row) => row.agentId ?? []),
        organizations: rows.map((row) => row.organizationId),
      });
      const lines = rows.map((row) => {
        const ticket = summaryView(row, row.version, names, asked);
        return cells({ ticket, words, catalogue, timeZone });
      });
      return csvLines(lines, separator);
    };

    async function* pieces(): AsyncGenerator<Uint8Array> {
      const encoder = new TextEncoder();
      let ended: Exported['ended'] = 'left';
      let tickets = 0;
      let head = byteOrderMark + csvLines([headings(words, timeZone)], separator);
      try {
        for await (const rows of allForStaff(db.read, viewer, query, asked)) {
          if (!(await identity.stillAdmits(c, operations.exportStaffTickets))) throw new ShutOutError();
          const piece = encoder.encode(head + (await linesOf(rows)));
          head = '';
          tickets += rows.length;
          yield piece;
          // A file is read without waiting for anything: others have their turn in between.
          await nextTurn();
        }
        ended = 'whole';
      } catch (error) {
        ended = error instanceof ShutOutError ? 'shut out' : 'failed';
        throw error;
      } finally {
        exported({ by: viewer.actor.id, tickets, ended });
      }
    }

    const day = localTime(asked.now, timeZone);
    const name = `tickets-${day.slice(0, 10)}-${day.slice(11, 16).replace(':', '')}.csv`;
    return new Response(c.req.method === 'HEAD' ? null : await bodyOf(c, pieces(), report), {
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="${name}"`,
        'content-language': locale,
        'cache-control': 'private, no-store',
        vary: 'cookie, accept-language',
      },
    });
  });
}
