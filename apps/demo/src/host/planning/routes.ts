import type { Hono } from 'hono';
import { tests, trialFeatures } from '../organizations.js';
import type { HostSessions } from '../session.js';
import { propose, rooms, unplacedSessions } from './propose.js';

/** The back end of a feature on trial: for whoever does not take part in it, it is not there. */
export function planningRoutes(app: Hono, sessions: HostSessions): void {
  app.use('/host/planning/*', async (c, next) => {
    const { person } = await sessions.of(c);
    if (!tests(person.organizationId, trialFeatures.assistedPlanning)) return c.notFound();
    await next();
    return undefined;
  });

  app.get('/host/planning/sessions', (c) => c.json({ sessions: unplacedSessions }));

  app.post('/host/planning/proposals', (c) => c.json(propose(unplacedSessions, rooms)));
}
