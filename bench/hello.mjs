import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A route that does nothing, in the same stack and in a process of its own: what HTTP alone costs. */
export async function startHello() {
  const child = fork(fileURLToPath(new URL('hello-server.mjs', import.meta.url)));
  const exited = once(child, 'exit');
  const [port] = await once(child, 'message');
  return {
    url: `http://127.0.0.1:${port}/`,
    /** How long its event loop was held up at the most since it was asked last: by the machine alone, in milliseconds. */
    async loopMaxMs() {
      child.send('loop');
      const [{ loopMaxMs }] = await once(child, 'message');
      return Number(loopMaxMs);
    },
    async stop() {
      child.kill();
      await exited;
    },
  };
}
