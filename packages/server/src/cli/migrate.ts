import { Command } from 'commander';
import { readConfig } from '../config.js';
import { openDatabase, readSchemaState } from '../storage/index.js';

interface Options {
  readonly check?: boolean;
  readonly json?: boolean;
}

/** `teo-support migrate`: brings the schema up to date, as `serve` does at its start. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the schema of the database up to date; serve does the same at its start')
    .option('--check', 'change nothing; exit with 1 when something would be')
    .option('--json', 'print the outcome as JSON')
    .addHelpText(
      'after',
      `
All pending migrations are one transaction. A database of a newer version is refused.

Exit codes: 0 the schema is that of this program; 1 it is not, or the database cannot be used (it says why).`,
    )
    .action(async ({ check, json }: Options) => {
      const { database } = readConfig(process.env);
      if (check) {
        const { pending, known } = await readSchemaState(database);
        console.log(
          json ? JSON.stringify({ pending, known }) : `${pending} of ${known} migrations are pending.`,
        );
        if (pending > 0) process.exitCode = 1;
        return;
      }
      const db = await openDatabase({ ...database, report: (sentence) => console.error(sentence) });
      const { migrated } = db;
      await db.close();
      console.log(json ? JSON.stringify({ migrated }) : `${migrated} migrations were applied.`);
    });
}
