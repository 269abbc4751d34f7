import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { demoHistory } from '@teo-support/demo';
import { createSupport, loadHistory, readConfig } from '@teo-support/server';

/** Who may sign in to the team's view of a population. */
export const agent = { email: 'ines.caron@teo.example.fr', password: 'teo-demo-2026' };

/**
 * Three months of a small customer service, lived through the rules of the server: what every ticket of a population
 * is a copy of, so that each row, event and word is as the server writes it.
 *
 * @param {string} folder is emptied first
 * @param {number} now
 */
export async function makeModel(folder, now) {
  await rm(folder, { recursive: true, force: true });
  const support = await createSupport(
    readConfig({
      DATABASE_URL: pathToFileURL(join(folder, 'support.db')).href,
      FILES_DIR: join(folder, 'files'),
      REQUESTER_TOKEN_SECRET: 'unused, as nobody is served from here',
      REQUESTER_TOKEN_ISSUER: 'https://teo.example.fr',
      LOG_LEVEL: 'silent',
    }),
    () => now,
  );
  try {
    await loadHistory(support.db, support.store, demoHistory(now));
  } finally {
    await support.close();
  }
}
