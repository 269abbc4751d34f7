import { setTimeout as delay } from 'node:timers/promises';
import { Command } from 'commander';
import { readConfig } from '../config.js';
import { type Listening, listen } from '../operation/index.js';
import { createSupport } from '../support.js';

/** How long requests may take to finish once the server was told to stop. */
const graceMs = 10_000;

/** `teo-support serve`: answers requests until it is told to stop, then finishes those under way. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the API on HOST and PORT, until SIGTERM or SIGINT')
    .addHelpText(
      'after',
      `
A stop finishes the requests under way, ends live streams and closes the database. /readyz answers 503 from the moment
of the signal, STOP_DELAY_SECONDS before connections are refused. A second signal ends the process at once.

Exit codes: 0 stopped when told to; 1 the configuration, the database or the port cannot be used (it says why).`,
    )
    .action(async () => {
      const config = readConfig(process.env);
      const support = await createSupport(config);
      const listening: Listening[] = [];
      const stop = async () => {
        support.announceStop();
        await delay(config.stopDelaySeconds * 1000);
        support.endStreams();
        await Promise.all(listening.map((server) => server.close(graceMs)));
        await support.close();
      };
      try {
        // What came due while nobody served, before anyone asks.
        await support.schedule.start();
        void support.scanning.start();
        const api = await listen(support.fetch, config);
        listening.push(api);
        if (config.metricsPort !== null) {
          const figures = { port: config.metricsPort, host: config.host };
          listening.push(await listen(() => support.metrics.answer(), figures));
        }
        // Before anyone learns that it serves: whoever does may already want it to stop.
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
        console.log(`Listening on http://${config.host}:${api.port}`);
      } catch (error) {
        await stop();
        throw error;
      }
    });
}
