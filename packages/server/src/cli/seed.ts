import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { readConfig } from '../config.js';
import { isEmpty, loadHistory } from '../history/index.js';
import { createSupport } from '../support.js';

/** `teo-support seed FILE`: loads a history (people, and what they did and when) into an empty database. */
export function seedCommand(): Command {
  return new Command('seed')
    .description(
      'load a history from a JSON file into an empty database; every command goes through the rules',
    )
    .argument('<file>', 'the history, in the shape that the contract calls History')
    .addHelpText(
      'after',
      `
No server may run on the database meanwhile. All of it is loaded, or nothing. Pictures go to the file store.

Exit codes: 0 loaded; 1 the database is not empty, or the history is refused (it says where).`,
    )
    .action(async (file: string) => {
      const config = readConfig(process.env);
      const support = await createSupport(config);
      try {
        if (!(await isEmpty(support.db))) throw new Error('The database is not empty: nothing was loaded.');
        const { tickets } = await loadHistory(
          support.db,
          support.store,
          JSON.parse(await readFile(file, 'utf8')),
          config.policies,
        );
        console.log(`${tickets} tickets loaded.`);
      } finally {
        await support.close();
      }
    });
}
