import type { Hono } from 'hono';
import { framedHeaders, framingHeaders } from '../host/security.js';
import { galleryFrame, galleryPage, galleryWidths } from './gallery-page.js';
import { isGalleryState } from './states.js';

/** The gallery of the widget, for who builds or reviews it. */
export function galleryRoutes(app: Hono): void {
  app.use('/galerie', framingHeaders);
  app.use('/galerie/etat', framedHeaders);
  app.get('/galerie', (c) => {
    const width = galleryWidths.find((each) => String(each) === c.req.query('width')) ?? 390;
    return c.html(galleryPage({ ...viewOf(c.req.query()), width }));
  });
  app.get('/galerie/etat', (c) => {
    const state = c.req.query('state');
    return isGalleryState(state) ? c.html(galleryFrame(state, viewOf(c.req.query()))) : c.notFound();
  });
}

function viewOf(query: Readonly<Record<string, string>>) {
  return {
    lang: query.lang === 'en' ? 'en' : 'fr',
    scheme: query.scheme === 'dark' ? 'dark' : 'light',
  } as const;
}
