import { monitorEventLoopDelay } from 'node:perf_hooks';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const loop = monitorEventLoopDelay();
loop.enable();
process.on('message', () => {
  process.send?.({ loopMaxMs: loop.max / 1e6 });
  loop.reset();
});

const app = new Hono();
app.get('/', (c) => c.json({ hello: 'world' }));
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.(port));
