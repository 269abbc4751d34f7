import { monitorEventLoopDelay } from 'node:perf_hooks';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';

/**
 * Streams of the same stack and nothing else: whoever listens in a group is sent what is told to the group. Nothing is
 * stored, nobody is asked who they are.
 */
const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({
    cpuSeconds: (user + system) / 1e6,
    rss: process.memoryUsage.rss(),
    loopMaxMs: loop.max / 1e6,
  });
  loop.reset();
});

/** @type {Map<string, Set<(data: string) => Promise<void>>>} */
const groups = new Map();
let position = 0;
const app = new Hono();
app.get('/streams/:group', (c) =>
  streamSSE(c, async (stream) => {
    const members = groups.get(c.req.param('group')) ?? new Set();
    groups.set(c.req.param('group'), members);
    /** @param {string} data */
    const tell = (data) => stream.writeSSE({ event: 'ticket', id: String(position), data });
    members.add(tell);
    await stream.writeSSE({ event: 'connected', data: '' });
    await new Promise((resolve) => stream.onAbort(() => resolve(undefined)));
    members.delete(tell);
  }),
);
app.post('/streams/:group', async (c) => {
  position += 1;
  const data = JSON.stringify({
    position,
    ticketId: '019ac0de-0000-7000-8000-000000000000',
    reference: 'TEO-1001',
    type: 'ticket.replied',
    at: new Date().toISOString(),
    by: 'teomaster',
  });
  await Promise.all([...(groups.get(c.req.param('group')) ?? [])].map((tell) => tell(data)));
  return c.json({ position });
});
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.(port));
