import type { Context, Hono } from 'hono';
import type { HostSessions } from '../session.js';
import { PerVisitor } from '../visitors.js';
import { type Half, halves, Sheet } from './sheet.js';

const time = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The back end of the attendance sheet. Each visitor has a sheet of their own, so that each can break it. */
export function attendanceRoutes(app: Hono, sessions: HostSessions, now: () => number): void {
  const sheets = new PerVisitor(sessions, () => new Sheet(mondayOf(now())));

  app.get('/host/attendance', async (c) => c.json((await sheets.of(c)).view()));

  app.delete('/host/attendance', async (c) => c.json((await sheets.reset(c)).view()));

  app.post('/host/attendance/:date/:half/hours', async (c) => {
    const half = halfOf(c.req.param('half'));
    const hours = readHours(await c.req.json().catch(() => null));
    if (half === null || hours === null) return c.json({ code: 'ERR-EMARG-400' }, 400);
    const sheet = await sheets.of(c);
    return answer(c, () => {
      sheet.changeHours(c.req.param('date'), half, hours.start, hours.end);
      return sheet.view();
    });
  });

  app.post('/host/attendance/:date/:half/invitations', async (c) => {
    const half = halfOf(c.req.param('half'));
    if (half === null) return c.json({ code: 'ERR-EMARG-400' }, 400);
    const sheet = await sheets.of(c);
    return answer(c, () => ({ sent: sheet.inviteAgain(c.req.param('date'), half) }));
  });
}

/** Whatever goes wrong inside the sheet is the product's fault, and says so with its code. */
function answer<T extends object>(c: Context, work: () => T): Response {
  try {
    return c.json(work());
  } catch {
    return c.json({ code: 'ERR-EMARG-500' }, 500);
  }
}

function halfOf(value: string): Half | null {
  return halves.find((half) => half === value) ?? null;
}

function readHours(body: unknown): { readonly start: string; readonly end: string } | null {
  if (typeof body !== 'object' || body === null || !('start' in body) || !('end' in body)) return null;
  const { start, end } = body;
  if (typeof start !== 'string' || typeof end !== 'string') return null;
  return time.test(start) && time.test(end) && start < end ? { start, end } : null;
}

/** Midnight UTC of the Monday of that week. */
function mondayOf(instant: number): Date {
  const day = new Date(instant);
  day.setUTCHours(0, 0, 0, 0);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day;
}
