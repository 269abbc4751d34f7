#!/usr/bin/env node
import { Command } from 'commander';
import { ConfigError } from '../config.js';
import { seedCommand } from './seed.js';
import { serveCommand } from './serve.js';
import { verifyCommand } from './verify.js';

const program = new Command('teo-support')
  .description(
    'The server of téo’s ticket system. It is configured by environment variables; see the README.',
  )
  .addCommand(serveCommand())
  .addCommand(seedCommand())
  .addCommand(verifyCommand());

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof ConfigError) console.error(error.message);
  else console.error(error);
  process.exitCode = 1;
}
