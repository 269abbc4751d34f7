import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const widgetFolder = new URL('../../packages/widget/dist/', import.meta.url);

/**
 * A host product with pages that differ in their widget alone. Everything is sent compressed, as from any real server.
 *
 * @param {object} parts
 * @param {() => Promise<string>} parts.token signs for the person who is signed in
 * @param {() => string} parts.api origin of the API
 * @param {ReadonlyMap<string, Buffer>} parts.scripts of the peers, by their path
 */
export async function startHostPage({ token, api, scripts }) {
  /** @param {string} path @returns {Promise<{ type: string, content: string | Buffer } | null>} */
  const find = async (path) => {
    const script = scripts.get(path);
    if (script !== undefined) return { type: 'text/javascript', content: script };
    if (path === '/support-token')
      return { type: 'application/json', content: JSON.stringify({ token: await token() }) };
    if (path.startsWith('/widget/') && /^[\w/.-]+\.js$/.test(path) && !path.includes('..')) {
      const file = new URL(path.slice('/widget/'.length), widgetFolder);
      return { type: 'text/javascript', content: await readFile(fileURLToPath(file)) };
    }
    if (path === '/bare') return page('');
    if (path === '/ours')
      return page(`<script type="module" src="/widget/teo-support.js"></script>
        <teo-support base-url="${api()}" lang="en"></teo-support>`);
    if (scripts.has(`${path}.js`)) return page(`<script defer src="${path}.js"></script>`);
    return null;
  };
  const server = createServer((request, response) => {
    find(new URL(request.url ?? '/', 'http://host').pathname).then(
      (found) => {
        if (found === null) return response.writeHead(404).end();
        const headers = {
          'content-type': found.type,
          'content-encoding': 'gzip',
          'cache-control': 'no-store',
        };
        response.writeHead(200, headers).end(gzipSync(found.content));
      },
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The host page has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** @param {string} widget */
function page(widget) {
  const text = '<p>What people work with all day.</p>'.repeat(50);
  const content = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><main>${text}</main>${widget}</html>`;
  return { type: 'text/html; charset=utf-8', content };
}
