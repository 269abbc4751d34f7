import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeApi, problem } from '../testing/fake-api.js';
import { expectAccessible, expectFocus, expectNarrow, freshScreens, open, tabTo } from '../testing/screen.js';
import { aTicket } from '../testing/tickets.js';

freshScreens();

const file = '/v1/staff/tickets.csv';
const start = () => page.getByRole('button', { name: 'Exporter en CSV' });
const stop = () => page.getByRole('button', { name: 'Arrêter l’export' });

/** What the browser was given to save. */
let saved: { name: string; content: Promise<string> }[];
beforeEach(() => {
  saved = [];
  let content: Promise<string> | null = null;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    content = blob instanceof Blob ? blob.text() : null;
    return 'blob:test';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (content !== null) saved.push({ name: this.download, content });
  });
});
afterEach(() => vi.restoreAllMocks());

/** An API with two tickets, whose file comes as a test lets it come. */
function exporting() {
  const api = new FakeApi(aTicket(), aTicket({ id: 't-2', reference: 'TEO-1002', subject: 'Autre sujet' }));
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let left = false;
  api.override = ({ path, signal }) => {
    if (path !== file) return undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (made) => {
        controller = made;
      },
    });
    // As `fetch` does it.
    signal?.addEventListener('abort', () => {
      left = true;
      controller?.error(signal.reason);
    });
    return new Response(body, {
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': 'attachment; filename="tickets-2026-11-24-1000.csv"',
      },
    });
  };
  return {
    api,
    send: (text: string) => controller?.enqueue(new TextEncoder().encode(text)),
    end: () => controller?.close(),
    cut: () => controller?.error(new TypeError('terminated')),
    asked: () => api.sent.filter(({ path }) => path === file).map(({ search }) => search),
    left: () => left,
  };
}

describe('the export of the queue', () => {
  test('is begun by keyboard, shows how far it is, and saves what the filters keep', async () => {
    const { api, send, end, asked } = exporting();
    open(api, '/staff?service=technical&sort=-changed');
    await expect.element(page.getByText('2 tickets')).toBeVisible();
    await tabTo(start());
    await userEvent.keyboard('{Enter}');
    await expectFocus(stop());
    expect(asked()).toEqual(['?service=technical&sort=-changed']);
    send('\uFEFFRéférence;Sujet\r\nTEO-1001;Un\r\n');
    await expect.element(page.getByText('1 ticket exporté sur 2')).toBeVisible();
    await expect
      .element(page.getByRole('progressbar', { name: 'Export en cours' }))
      .toHaveAttribute('max', '2');
    await expectAccessible();
    send('TEO-1002;Deux\r\n');
    end();
    const done = '2 tickets exportés dans tickets-2026-11-24-1000.csv.';
    await expect.element(page.getByText(done).first()).toBeVisible();
    await expect.element(page.getByRole('status').filter({ hasText: done })).toBeInTheDocument();
    expect(saved.map(({ name }) => name)).toEqual(['tickets-2026-11-24-1000.csv']);
    expect(await saved[0]?.content).toBe('Référence;Sujet\r\nTEO-1001;Un\r\nTEO-1002;Deux\r\n');
    await expectFocus(start());
    await expectAccessible();
    await expectNarrow();
  });

  test('that is cut off saves nothing, says what to do, and can be tried again', async () => {
    const { api, send, end, cut, asked } = exporting();
    open(api);
    await start().click();
    await expect.element(stop()).toBeVisible();
    send('Référence\r\nTEO-1001\r\n');
    cut();
    await expect
      .element(page.getByRole('alert').filter({ hasText: 'Vérifiez votre connexion' }))
      .toBeVisible();
    expect(saved).toEqual([]);
    await expectAccessible();
    await page.getByRole('alert').getByRole('button', { name: 'Réessayer' }).click();
    await expect.poll(() => asked().length).toBe(2);
    send('Référence\r\nTEO-1001\r\n');
    end();
    await expect.poll(() => saved.length).toBe(1);
    await expect.element(page.getByText('Vérifiez votre connexion')).not.toBeInTheDocument();
  });

  test('that is refused says why in the words of the server', async () => {
    const api = new FakeApi(aTicket());
    const detail = 'Trop de demandes en peu de temps : patientez une minute.';
    api.override = ({ path }) => (path === file ? problem(403, 'not-allowed', detail) : undefined);
    open(api);
    await start().click();
    await expect.element(page.getByText(detail)).toBeVisible();
    await expect.element(start()).toBeVisible();
  });

  test('can be stopped, which ends it at the server and saves nothing', async () => {
    const { api, send, left } = exporting();
    open(api);
    await start().click();
    await expect.element(stop()).toBeVisible();
    send('Référence\r\nTEO-1001\r\n');
    await stop().click();
    await expect.element(start()).toBeVisible();
    await expect.poll(left).toBe(true);
    expect(saved).toEqual([]);
    await expect.element(page.getByRole('progressbar')).not.toBeInTheDocument();
  });

  test('goes on while one looks at a ticket', async () => {
    const { api, send, end } = exporting();
    open(api);
    await start().click();
    await expect.element(stop()).toBeVisible();
    await page.getByRole('link', { name: 'Autre sujet' }).click();
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Autre sujet');
    send('Référence\r\nTEO-1001\r\nTEO-1002\r\n');
    end();
    await expect.poll(() => saved.length).toBe(1);
    await page.getByRole('main').getByRole('link', { name: 'File d’attente' }).click();
    await expect.element(page.getByText('2 tickets exportés dans').first()).toBeVisible();
  });
});
