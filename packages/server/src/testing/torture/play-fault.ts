import { setTimeout as delay } from 'node:timers/promises';
import { createClient, type Transaction } from '@libsql/client';
import type { Fault } from './plan.js';
import type { Sufferer } from './sufferer.js';

const most = { pauseMs: 20, ioRounds: 20 };

/** Does something to the server, and takes it back. What it was, in a few words. */
export async function playFault(sufferer: Sufferer, fault: Fault): Promise<string> {
  switch (fault.kind) {
    case 'kill':
      await sufferer.kill();
      await sufferer.start();
      return 'killed';
    case 'full disk': {
      await sufferer.fill();
      await sufferer.refusedWith(507);
      if (fault.killed) await sufferer.kill();
      await sufferer.free();
      if (fault.killed) await sufferer.start();
      return `${sufferer.diskInWords} full${fault.killed ? ', killed meanwhile' : ''}, and free again`;
    }
    case 'I/O errors': {
      const before = await sufferer.server.machine({ faults: fault.faults });
      const planned = fault.faults.reduce((sum, { times }) => sum + times, 0);
      let happened = 0;
      // An error that only a new connection meets needs another one first: what does not come is not waited for.
      for (let round = 0; round < most.ioRounds && happened < planned; round += 1) {
        await delay(most.pauseMs);
        happened = (await sufferer.server.machine({})) - before;
      }
      await sufferer.server.machine({ faults: [] });
      return `${happened} I/O errors (${fault.faults.map(({ place }) => place).join(', ')})`;
    }
    case 'held lock': {
      const lock = await lockHeld(sufferer.databaseUrl);
      await delay(fault.ms);
      await lock.rollback();
      return `write lock held by another process for ${fault.ms} ms`;
    }
    case 'cut connection': {
      let left = fault.times;
      sufferer.wire.decide = (request) => {
        if (left === 0 || !request.startsWith('POST')) return 'through';
        left -= 1;
        return fault.how;
      };
      while (left > 0) await delay(most.pauseMs);
      sufferer.wire.decide = () => 'through';
      return `${fault.times} requests to sqld: ${fault.how}`;
    }
    case 'slow connection':
      sufferer.wire.delayMs = fault.delayMs;
      await delay(fault.ms);
      sufferer.wire.delayMs = 0;
      return `sqld ${fault.delayMs} ms away in each direction for ${fault.ms} ms`;
    case 'killed sqld':
      await sufferer.sqld.kill();
      await delay(fault.ms);
      await sufferer.sqld.start();
      return `sqld killed, and back after ${fault.ms} ms`;
    case 'clock jump':
      await sufferer.setClock(fault.hours * 3_600_000);
      await sufferer.ledger.after(40);
      await sufferer.setClock(0);
      return `clock ${fault.hours} hours off, and right again`;
  }
}

/** For the server, we are the other process. */
async function lockHeld(url: string): Promise<Transaction> {
  for (;;) {
    const client = createClient({ url });
    try {
      return await client.transaction('write');
    } catch (error) {
      client.close();
      if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY')) throw error;
      await delay(1);
    }
  }
}
