#!/usr/bin/env node
import { Command } from 'commander';
import { BackupError } from '../backup/index.js';
import { ConfigError } from '../config.js';
import { PolicyMissingError } from '../service-level/index.js';
import { DatabaseRefusedError } from '../storage/index.js';
import { backupCommand, restoreCommand } from './backup.js';
import { doctorCommand } from './doctor.js';
import { keysCommand } from './keys.js';
import { migrateCommand } from './migrate.js';
import { Refusal } from './on-database.js';
import { reindexCommand } from './reindex.js';
import { seedCommand } from './seed.js';
import { serveCommand } from './serve.js';
import { staffCommand } from './staff.js';
import { verifyCommand } from './verify.js';

const program = new Command('teo-support')
  .description(
    'The server of téo’s ticket system. It is configured by environment variables; see the README.',
  )
  .addCommand(serveCommand())
  .addCommand(migrateCommand())
  .addCommand(staffCommand())
  .addCommand(keysCommand())
  .addCommand(seedCommand())
  .addCommand(verifyCommand())
  .addCommand(reindexCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())
  .addCommand(doctorCommand());

try {
  await program.parseAsync();
} catch (error) {
  const foreseen = [ConfigError, Refusal, DatabaseRefusedError, PolicyMissingError, BackupError].some(
    (kind) => error instanceof kind,
  );
  if (foreseen && error instanceof Error) console.error(error.message);
  else console.error(error);
  process.exitCode = 1;
}
