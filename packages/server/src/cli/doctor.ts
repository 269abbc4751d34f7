import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { type Config, ConfigError, readConfig } from '../config.js';
import {
  Clamd,
  type ClamdOptions,
  countHeld,
  countUnscanned,
  type FileStore,
  namedContents,
  openFileStore,
} from '../files/index.js';
import {
  checkDatabase,
  type DatabaseAddress,
  isFile,
  openForReading,
  placeOf,
  readSchemaState,
} from '../storage/index.js';
import { progressLine } from './progress.js';

/** Below this nobody should go on without looking. */
const leastFreeBytes = 1024 ** 3;

interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly found: string;
}

/** `teo-support doctor`: looks at everything that a server needs, changes nothing, and says what is wrong. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('look at configuration, database and files, also while a server runs; change nothing')
    .option('--json', 'print the findings as JSON')
    .addHelpText(
      'after',
      `
Looks at each variable, at the schema, at every page of the database, at the file store, at the virus scanner, at the presence and size of each
attached file and that nobody can read it without asking the server, and at the free space. Whether anything in the log was
altered is a question for \`teo-support verify\`; the content of each file is read by \`teo-support backup\`. Progress goes to
stderr.

Exit codes: 0 all is well; 1 something is not.`,
    )
    .action(async ({ json }: { readonly json?: boolean }) => {
      const findings = await examine();
      if (json) console.log(JSON.stringify({ ok: findings.every(({ ok }) => ok), findings }));
      else
        for (const { what, ok, found } of findings)
          console.log(`${ok ? 'ok   ' : 'WRONG'} ${what}: ${found}`);
      if (!findings.every(({ ok }) => ok)) process.exitCode = 1;
    });
}

async function examine(): Promise<Finding[]> {
  let config: Config;
  try {
    config = readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [{ what: 'configuration', ok: false, found: error.message }];
  }
  const { database } = config;
  const store = openFileStore(config.files);
  const findings: Finding[] = [{ what: 'configuration', ok: true, found: 'complete' }];
  if (isFile(database) && !existsSync(placeOf(database))) {
    return [...findings, { what: 'database', ok: false, found: `there is none at ${placeOf(database)} yet` }];
  }
  findings.push(
    await finding('schema', async () => {
      const { pending, known } = await readSchemaState(database);
      if (pending > 0) throw new Error(`${pending} of ${known} migrations are pending`);
      return `${known} migrations`;
    }),
    ...(isFile(database) ? [await finding('pages of the database', () => checkDatabase(database))] : []),
    await finding('file store', async () => {
      await store.ask();
      return store.place;
    }),
    await finding('files', () => lookForFiles(database, store)),
    await finding('virus scanner', () => askScanner(config.scanner, database)),
    ...(isFile(database) ? [await finding('free space', () => freeSpaceAt(placeOf(database)))] : []),
  );
  return findings;
}

/** How much room is left where the database is. */
async function freeSpaceAt(path: string): Promise<string> {
  const { bavail, bsize } = await statfs(dirname(path));
  const free = bavail * bsize;
  const words = `${(free / 1024 ** 3).toFixed(1)} GiB`;
  if (free < leastFreeBytes) throw new Error(`${words} are left`);
  return words;
}

async function finding(what: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { what, ok: true, found: await look() };
  } catch (error) {
    return { what, ok: false, found: error instanceof Error ? error.message : String(error) };
  }
}

/** What every virus scanner takes for a virus (https://www.eicar.org): in two parts, as they would take this file for one. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Whether the scanner answers and finds something; where there is none, whether files wait for one. */
async function askScanner(scanner: ClamdOptions | null, database: DatabaseAddress): Promise<string> {
  const db = await openForReading(database);
  try {
    if (scanner !== null) {
      const version = await versionOf(new Clamd(scanner));
      const unscanned = await countUnscanned(db.read);
      return unscanned === 0
        ? version
        : `${version}; ${unscanned} files of before are held, and looked through one after the other`;
    }
    const held = await countHeld(db.read);
    if (held > 0) throw new Error(`there is none, and ${held} files are held for it: set FILES_SCANNER`);
    return 'none: files are not looked through';
  } finally {
    await db.close();
  }
}

/** Which scanner it is, if it finds what every one of them has to find. */
async function versionOf(clamd: Clamd): Promise<string> {
  const version = await clamd.version();
  async function* testFile() {
    yield Buffer.from(eicar);
  }
  const { kind } = await clamd.scan(testFile());
  if (kind === 'clean')
    throw new Error(`${version} does not find the EICAR test file: has it its signatures?`);
  return `${version} at ${clamd.where}`;
}

/** Whether every file that the database names is there with its size, and none of them for everyone. */
async function lookForFiles(database: DatabaseAddress, store: FileStore): Promise<string> {
  const db = await openForReading(database);
  const progress = progressLine();
  try {
    const named = await namedContents(db.read);
    let missing = 0;
    for (const [done, { digest, bytes }] of named.entries()) {
      if ((await store.sizeOf(digest)) !== bytes) missing += 1;
      else if (await store.isPublic(digest)) throw new Error(`anybody can read them at ${store.place}`);
      progress(done + 1, named.length, 'files');
    }
    if (missing > 0) throw new Error(`${missing} of ${named.length} are missing or damaged`);
    return `${named.length}, all there`;
  } finally {
    await db.close();
  }
}
