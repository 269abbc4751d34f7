import { sql } from 'drizzle-orm';
import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import type { Config } from './config.js';
import { faqReaderRoutes, faqStaffRoutes, type PublishedFaq } from './faq/index.js';
import { type FilesPlaceInUse, fileRoutes, type StoreWatch } from './files/index.js';
import {
  crossOrigin,
  localeOf,
  noRoute,
  options,
  ProblemError,
  problemResponse,
  RejectionError,
  rateLimit,
} from './http/index.js';
import { administrationRoutes, Identity, sessionRoutes } from './identity/index.js';
import { forumPublicRoutes, forumRequesterRoutes, forumStaffRoutes } from './improvements/index.js';
import { type Feed, liveRoutes } from './live/index.js';
import {
  clientAddress,
  errorRecord,
  healthRoutes,
  type Metrics,
  requestLog,
  type WritingWatch,
} from './operation/index.js';
import { organizationRoutes } from './organizations/index.js';
import { referenceRoutes } from './reference/index.js';
import type { Database } from './storage/index.js';
import { type Exported, requesterTicketRoutes, staffTicketRoutes, unreadRoutes } from './tickets/index.js';

export interface AppOptions {
  readonly config: Config;
  readonly db: Database;
  readonly filesInUse: FilesPlaceInUse;
  readonly storeWatch: StoreWatch;
  readonly feed: Feed;
  readonly faq: PublishedFaq;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly writing: WritingWatch;
  /** The time, in milliseconds since 1970. Nothing below this reads a clock. */
  readonly now: () => number;
  /** Milliseconds that pass whatever the clock is set to. */
  readonly elapsed: () => number;
  /** Ends live streams, so that a stop does not wait for them. */
  readonly ending: AbortSignal;
  /** Whether the server was told to stop. */
  readonly stopping: () => boolean;
}

/** The whole application on one screen. */
export function createApp(given: AppOptions): Hono {
  const { config, db, filesInUse, storeWatch, feed, logger, now, elapsed, ending } = given;
  const { faq, metrics, writing, stopping } = given;
  const app = new Hono();
  const report = (error: unknown) => logger.warn({ err: errorRecord(error) });
  const { publicUrl, staffUrl } = config;
  const clientOf = (c: Context) => clientAddress(c, config.trustedProxies);
  const identity = new Identity(db, { issuers: config.requesterIssuers, publicUrl, now, report });

  app.use(requestId());
  app.use(metrics.measure);
  app.use(requestLog(logger));
  app.use(rateLimit({ limits: config.rateLimits, elapsed, clientOf }));
  app.use(secureHeaders({ crossOriginResourcePolicy: false, xFrameOptions: 'DENY' }));
  app.use(options(app));
  app.use('/v1/*', crossOrigin(config.allowedOrigins));

  referenceRoutes(app, { version: '1', serverUrl: config.publicUrl });
  sessionRoutes(app, db, identity, {
    openId: config.openId,
    publicUrl,
    staffUrl,
    now,
    clientOf,
    report,
  });
  administrationRoutes(app, db, identity, { staffUrl, now });
  const moment = () => ({ now: now(), policies: config.policies });
  requesterTicketRoutes(app, db, moment, identity);
  unreadRoutes(app, db, now, identity);
  const exported = (exported: Exported) => logger.info({ exported });
  staffTicketRoutes(app, db, moment, identity, { exported, report });
  organizationRoutes(app, db, moment, identity);
  faqReaderRoutes(app, db, faq, now, identity);
  faqStaffRoutes(app, db, moment, identity);
  forumRequesterRoutes(app, db, moment, identity);
  forumStaffRoutes(app, db, moment, identity);
  forumPublicRoutes(app, db, { now, publicUrl });
  fileRoutes(app, identity, filesInUse);
  liveRoutes(app, db, identity, { now, ending, feed });
  const askDatabase = () => db.read.values(sql`select 1`);
  healthRoutes(app, {
    askDatabase,
    writing: () => writing.look(),
    fileStore: async () => (storeWatch.state === 'full' ? storeWatch.look() : storeWatch.state),
    stopping,
    metrics,
    metricsToken: config.metricsToken,
    report,
  });

  app.notFound((c) => answer(noRoute(app, c), c));
  app.onError((error, c) => answer(error, c));

  function answer(error: Error, c: Context): Response {
    const id: string = c.get('requestId');
    const foreseen =
      error instanceof ProblemError || error instanceof RejectionError || error instanceof HTTPException;
    if (!foreseen) logger.error({ requestId: id, err: errorRecord(error) });
    return problemResponse(error, localeOf(c.req.header('accept-language')), id);
  }
  return app;
}
