import { resolve } from 'node:path';
import { Command } from 'commander';
import { makeBackup, restoreBackup } from '../backup/index.js';
import { readConfig } from '../config.js';
import { openFileStore } from '../files/index.js';
import { progressLine } from './progress.js';

interface Json {
  readonly json?: boolean;
}

/** `teo-support backup FOLDER`: database and attached files, while the server goes on. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('copy the database and all attached files to a new folder, also while a server runs')
    .argument('<folder>', 'where to; it must not exist yet')
    .option('--json', 'print the manifest as JSON')
    .addHelpText(
      'after',
      `
The folder holds support.db, files/ and manifest.json, which names every file with its SHA-256. It gets its name once
everything is on disk: one that is killed leaves FOLDER.partial, one that fails leaves nothing. Progress goes to stderr.

Exit codes: 0 the backup is whole; 1 it was not made (it says why).

Example: teo-support backup /backups/$(date -u +%Y%m%dT%H%M%SZ)`,
    )
    .action(async (folder: string, { json }: Json) => {
      const config = readConfig(process.env);
      const manifest = await makeBackup({
        database: config.database,
        store: openFileStore(config.files),
        folder: resolve(folder),
        now: Date.now(),
        progress: progressLine(),
      });
      const { tickets, events, files } = manifest;
      if (json) console.log(JSON.stringify(manifest));
      else console.log(`Backed up: ${tickets} tickets, ${events} events, ${files.length} files.`);
    });
}

/** `teo-support restore FOLDER`: a backup, checked, to where nothing is. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description(
      'bring a backup back to DATABASE_URL, where no database may be yet, and its files to FILES_DIR or the bucket',
    )
    .argument('<folder>', 'what `teo-support backup` has made')
    .option('--json', 'print the manifest as JSON')
    .addHelpText(
      'after',
      `
Checks the digest of the database and of each file, the counts, and the chain of every ticket, and brings the schema up
to date. The database gets its name last: as long as anything fails, there is none. Nothing is ever overwritten: files
that are there already are looked at and kept.

Exit codes: 0 restored and verified; 1 refused (it says why).`,
    )
    .action(async (folder: string, { json }: Json) => {
      const { database, files: place } = readConfig(process.env);
      const manifest = await restoreBackup({
        folder: resolve(folder),
        database,
        store: openFileStore(place),
        progress: progressLine(),
      });
      const { tickets, events, files, madeAt } = manifest;
      if (json) console.log(JSON.stringify(manifest));
      else {
        console.log(
          `Restored and verified: ${tickets} tickets, ${events} events, ${files.length} files, as of ${madeAt}.`,
        );
      }
    });
}
