import type { Hono } from 'hono';
import { localeOf, mount } from '../http/index.js';
import { type Database, sha256 } from '../storage/index.js';
import { roadmapFeed } from './feed.js';
import { readFigures } from './figures.js';

/** So long a feed or a figure may be kept by whoever asks, in seconds: decisions come once a month. */
const keptSeconds = 300;

/** What of the forum is for everyone. */
export function forumPublicRoutes(
  app: Hono,
  db: Database,
  { now, publicUrl }: { readonly now: () => number; readonly publicUrl: string },
): void {
  const anyone = async () => null;

  mount(app, 'readRoadmapFeed', anyone, async ({ query, c }) => {
    const locale = query.language ?? localeOf(c.req.header('accept-language'));
    const feed = await roadmapFeed(db.read, { module: query.module, locale, publicUrl });
    const etag = `"${sha256(feed).slice(0, 16)}"`;
    const headers = {
      etag,
      'cache-control': `public, max-age=${keptSeconds}`,
      vary: 'accept-language',
      'content-language': locale,
    };
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
    return c.body(feed, 200, { ...headers, 'content-type': 'application/atom+xml; charset=utf-8' });
  });

  mount(app, 'getImprovementFigures', anyone, async ({ c }) => {
    c.header('cache-control', `public, max-age=${keptSeconds}`);
    return readFigures(db.read, now());
  });
}
