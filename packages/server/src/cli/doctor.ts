import { existsSync } from 'node:fs';
import { access, constants, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { type Config, ConfigError, readConfig } from '../config.js';
import { FileStore, files } from '../files/index.js';
import { checkDatabase, openForReading, readSchemaState } from '../storage/index.js';

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
Looks at each variable, at the schema, at every page of the database, at each attached file's presence, and at the free
space. Whether anything in the log was altered is a question for \`teo-support verify\`.

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
  const { databaseUrl, filesDir } = config;
  const path = fileURLToPath(new URL(databaseUrl));
  const findings: Finding[] = [{ what: 'configuration', ok: true, found: 'complete' }];
  if (!existsSync(path)) {
    return [...findings, { what: 'database', ok: false, found: `there is none at ${path} yet` }];
  }
  findings.push(
    await finding('schema', async () => {
      const { pending, known } = await readSchemaState(databaseUrl);
      if (pending > 0) throw new Error(`${pending} of ${known} migrations are pending`);
      return `${known} migrations`;
    }),
    await finding('pages of the database', () => checkDatabase(databaseUrl)),
    await finding('files', () => lookForFiles(config)),
    await finding('writing files', async () => {
      await access(existsSync(filesDir) ? filesDir : dirname(filesDir), constants.W_OK);
      return filesDir;
    }),
    await finding('free space', async () => {
      const { bavail, bsize } = await statfs(dirname(path));
      const free = bavail * bsize;
      const words = `${(free / 1024 ** 3).toFixed(1)} GiB`;
      if (free < leastFreeBytes) throw new Error(`${words} are left`);
      return words;
    }),
  );
  return findings;
}

async function finding(what: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { what, ok: true, found: await look() };
  } catch (error) {
    return { what, ok: false, found: error instanceof Error ? error.message : String(error) };
  }
}

async function lookForFiles({ databaseUrl, filesDir }: Config): Promise<string> {
  const store = new FileStore(filesDir);
  const db = await openForReading({ url: databaseUrl });
  try {
    const named = await db.read.selectDistinct({ digest: files.digest }).from(files);
    const missing = named.filter(({ digest }) => !existsSync(store.pathOf(digest)));
    if (missing.length > 0) throw new Error(`${missing.length} of ${named.length} are missing`);
    return `${named.length}, all there`;
  } finally {
    await db.close();
  }
}
