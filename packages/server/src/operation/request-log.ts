import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';

/** One line a request: what was asked, how it ended and how long it took. No personal data: paths carry ids only. */
export function requestLog(logger: Logger): MiddlewareHandler {
  return async (c, next) => {
    const begun = performance.now();
    await next();
    const ms = Math.round(performance.now() - begun);
    logger.info({
      requestId: c.get('requestId'),
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms,
    });
  };
}
