import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { galleryRoutes } from '../gallery/gallery-routes.js';
import { attendanceRoutes } from './attendance/routes.js';
import { directoryRoutes } from './directory/routes.js';
import { htmlDocument } from './html-document.js';
import { planningRoutes } from './planning/routes.js';
import { screenAt, screensFor } from './screens.js';
import { pageHeaders, sameSiteOnly } from './security.js';
import { HostSessions, sessionRoutes } from './session.js';
import { staticFiles } from './static-files.js';
import { type TokenOptions, tokenRoutes } from './token.js';

export interface HostAppOptions extends TokenOptions {
  /** The folder of the built pages. Default: `assets` beside this module, where the build puts it. */
  readonly assetsDir?: string | undefined;
}

/**
 * A téo-like product in which the widget is embedded, and the pages of the staff view. It claims `/`, `/teo`,
 * `/staff`, `/galerie`, `/assets`, `/widget` and `/host`, so that it can stand beside the API on one origin.
 *
 * @example
 * const host = createHostApp({ secret, issuer: 'teo-demo', audience: 'teo-support', now: Date.now });
 * const page = await host.request('/teo');
 */
export function createHostApp(options: HostAppOptions): Hono {
  const { now, secret } = options;
  const sessions = new HostSessions(secret);
  const assets = options.assetsDir ?? fileURLToPath(new URL('./assets/', import.meta.url));
  const widget = fileURLToPath(new URL('.', import.meta.resolve('@teo-support/widget/teo-support.js')));
  const app = new Hono();

  app.get('/', (c) => c.redirect('/teo'));
  for (const path of ['/teo', '/teo/*', '/staff', '/staff/*']) app.use(path, pageHeaders);
  app.get('/teo/*', async (c) => {
    const screen = screenAt(c.req.path);
    if (screen === undefined) return c.notFound();
    const asked = c.req.query('lang');
    const { person } = await sessions.of(c);
    if (!screensFor(person.organizationId).includes(screen)) return c.redirect('/teo');
    return c.html(htmlDocument(screen, asked === 'fr' || asked === 'en' ? asked : person.locale));
  });
  app.get('/staff/*', (c) => c.html(htmlDocument('staff', 'fr')));

  app.use('/assets/*', compress());
  app.get('/assets/*', staticFiles('/assets/', assets));
  app.use('/widget/*', compress());
  app.get('/widget/*', staticFiles('/widget/', widget));

  galleryRoutes(app);

  app.use('/host/*', sameSiteOnly);
  sessionRoutes(app, sessions);
  tokenRoutes(app, sessions, options);
  attendanceRoutes(app, sessions, now);
  directoryRoutes(app, sessions);
  planningRoutes(app, sessions);
  return app;
}
