import { html } from 'hono/html';
import { type GalleryState, galleryGroups } from './states.js';
import { galleryWords } from './words.js';

/** How all frames are shown. */
export interface GalleryView {
  readonly lang: 'fr' | 'en';
  readonly scheme: 'light' | 'dark';
  readonly width: (typeof galleryWidths)[number];
}

/** In CSS pixels: the narrowest that is promised, a phone, and the panel at its widest beside a page. */
export const galleryWidths = [320, 390, 560] as const;

/** All states, each in a frame that loads when it comes into sight. No script: the choices are a form. */
export function galleryPage(view: GalleryView) {
  const words = galleryWords[view.lang];
  const option = (value: string | number, label: string, chosen: boolean) =>
    html`<option value="${value}" ${chosen ? 'selected' : ''}>${label}</option>`;
  return html`<!doctype html>
<html lang="${view.lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${words.title} · téo</title>
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/assets/page.css">
    <link rel="stylesheet" href="/assets/gallery.css">
  </head>
  <body class="gallery">
    <main>
      <h1>${words.title}</h1>
      <p>${words.lead}</p>
      <form method="get">
        <label>${words.language}
          <select name="lang">
            ${option('fr', 'Français', view.lang === 'fr')}${option('en', 'English', view.lang === 'en')}
          </select></label>
        <label>${words.scheme}
          <select name="scheme">
            ${option('light', words.schemes.light, view.scheme === 'light')}${option('dark', words.schemes.dark, view.scheme === 'dark')}
          </select></label>
        <label>${words.width}
          <select name="width">
            ${galleryWidths.map((width) => option(width, `${width} px`, width === view.width))}
          </select></label>
        <button>${words.show}</button>
      </form>
      ${galleryGroups.map(
        (group) => html`<section>
        <h2>${words.groups[group.name]}</h2>
        <div class="states">${group.states.map((state) => frameOf(state, view))}</div>
      </section>`,
      )}
    </main>
  </body>
</html>
`;
}

function frameOf(state: GalleryState, view: GalleryView) {
  const title = galleryWords[view.lang].states[state];
  const address = new URLSearchParams({ state, lang: view.lang, scheme: view.scheme });
  return html`<figure>
    <figcaption>${title}</figcaption>
    <iframe loading="lazy" width="${view.width}" height="640" title="${title}" src="/galerie/etat?${address}"></iframe>
  </figure>`;
}

/** The page in a frame: the widget alone, brought into its state by a script. */
export function galleryFrame(state: GalleryState, { lang, scheme }: Omit<GalleryView, 'width'>) {
  const { states, example } = galleryWords[lang];
  return html`<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${states[state]}</title>
    <link rel="stylesheet" href="/assets/page.css">
    <script type="module" src="/assets/gallery.js"></script>
    <script type="module" src="/widget/teo-support.js"></script>
  </head>
  <body data-state="${state}" data-subject="${example.subject}" data-question="${example.question}">
    <main><h1>${states[state]}</h1></main>
    <teo-support token-url="/host/token" host-version="téo 8.4.2" lang="${lang}" color-scheme="${scheme}"></teo-support>
  </body>
</html>
`;
}
