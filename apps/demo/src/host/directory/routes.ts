import type { Hono } from 'hono';
import type { HostSessions } from '../session.js';
import { PerVisitor } from '../visitors.js';
import { Directory } from './directory.js';
import { isSharedFile, sharedFiles } from './shared-files.js';

/** Longest file that an import reads, in UTF-16 code units. */
const maxFileLength = 200_000;

/** The back end of the directory of trainees and of its imports. */
export function directoryRoutes(app: Hono, sessions: HostSessions): void {
  const directories = new PerVisitor(sessions, () => new Directory());

  app.get('/host/directory', async (c) => c.json((await directories.of(c)).view()));

  app.delete('/host/directory', async (c) => c.json((await directories.reset(c)).view()));

  app.post('/host/directory/imports', async (c) => {
    const text = textIn(await c.req.json().catch(() => null));
    if (text === null) return c.json({ code: 'ERR-IMPORT-400' }, 400);
    const directory = await directories.of(c);
    const result = directory.import(text);
    return c.json({ ...result, ...directory.view() });
  });

  app.post('/host/directory/archive-created', async (c) => {
    const directory = await directories.of(c);
    directory.archiveCreated();
    return c.json(directory.view());
  });

  app.post('/host/directory/:id/restore', async (c) => {
    const directory = await directories.of(c);
    directory.restore(Number(c.req.param('id')));
    return c.json(directory.view());
  });
}

/** What is to be imported: a file of the shared folder by its name, or a text from the person's own machine. */
function textIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null;
  if ('shared' in body && typeof body.shared === 'string' && isSharedFile(body.shared))
    return sharedFiles[body.shared];
  if ('text' in body && typeof body.text === 'string' && body.text.length <= maxFileLength) return body.text;
  return null;
}
