import { Command } from 'commander';
import { readConfig } from '../config.js';
import { listen } from '../operation/index.js';
import { createSupport } from '../support.js';

/** `teo-support serve`: answers requests until it is told to stop, then finishes those under way. */
export function serveCommand(): Command {
  return new Command('serve').description('serve the API on HOST and PORT').action(async () => {
    const config = readConfig(process.env);
    const support = await createSupport(config);
    // What came due while nobody served, before anyone asks.
    await support.schedule.start();
    const listening = await listen(support.fetch, config);
    console.log(`Listening on http://${config.host}:${listening.port}`);
    const stop = async () => {
      support.endStreams();
      await listening.close();
      await support.close();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  });
}
