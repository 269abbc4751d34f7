import { html } from 'hono/html';

/**
 * A page made on a server: the widget is an element and a script in its HTML, and nothing of it runs there.
 *
 * @param {{ supportUrl: string, person: { name: string, locale: string } }} page
 */
export function serverRenderedPage({ supportUrl, person }) {
  return html`<!doctype html>
    <html lang="${person.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>A page made on a server</title>
        <script type="module" src="/widget/teo-support.js"></script>
      </head>
      <body>
        <h1>A page made on a server, for ${person.name}</h1>
        <teo-support
          base-url="${supportUrl}"
          host-version="Server 1.0"
          module="invoicing"
          lang="${person.locale}"
        ></teo-support>
      </body>
    </html>`;
}
