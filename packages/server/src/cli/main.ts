#!/usr/bin/env node
import { Command } from 'commander';
import { ConfigError } from '../config.js';
import { DatabaseRefusedError } from '../storage/index.js';
import { keysCommand } from './keys.js';
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
  .addCommand(staffCommand())
  .addCommand(keysCommand())
  .addCommand(seedCommand())
  .addCommand(verifyCommand())
  .addCommand(reindexCommand());

try {
  await program.parseAsync();
} catch (error) {
  const foreseen =
    error instanceof ConfigError || error instanceof Refusal || error instanceof DatabaseRefusedError;
  if (foreseen) console.error(error.message);
  else console.error(error);
  process.exitCode = 1;
}
