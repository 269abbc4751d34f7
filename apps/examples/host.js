import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { SignJWT } from 'jose';
import { serverRenderedPage } from './server-rendered/page.js';

/** Whom these pages have signed in: a real product reads its session. */
const person = {
  id: 'u-ada-martin',
  name: 'Ada Martin',
  email: 'ada.martin@example.fr',
  locale: 'en',
  organization: { id: 'org-examples', name: 'Example Training' },
};

const widgetFolder = fileURLToPath(new URL('.', import.meta.resolve('@teo-support/widget')));

/**
 * The server of the product that has the widget: it serves the script, and signs for who is signed in.
 *
 * @param {{ supportUrl: string, secret: string, issuer: string, audience: string }} options
 */
export function createHost({ supportUrl, secret, issuer, audience }) {
  const host = new Hono();
  host.post('/support-token', async (c) => {
    const token = await new SignJWT({
      org: person.organization.id,
      org_name: person.organization.name,
      name: person.name,
      email: person.email,
      locale: person.locale,
    })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(person.id)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(new TextEncoder().encode(secret));
    return c.json({ token });
  });
  host.get('/server-rendered/', (c) => c.html(serverRenderedPage({ supportUrl, person })));
  host.use(
    '/widget/*',
    serveStatic({ root: widgetFolder, rewriteRequestPath: (path) => path.slice('/widget'.length) }),
  );
  return host;
}
