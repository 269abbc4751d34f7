import type { FileView } from '@teo-support/core/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { FakeApi } from '../testing/fake-api.js';
import { after, aTicket } from '../testing/tickets.js';
import { aPicture, embed, expectAccessible } from '../testing/widget.js';

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

const link = (name: string | RegExp) => page.getByRole('link', { name });
const view = (id: string, name: string, mediaType: string): FileView => ({
  id,
  name,
  mediaType,
  bytes: 2048,
  digest: '',
});
const guide = view('guide', 'guide.pdf', 'application/pdf');
const capture = view('capture', 'capture.png', 'image/png');
const film = view('film', 'écran.webm', 'video/webm');

/** A ticket whose answer has these files. */
function answeredWith(...files: readonly FileView[]): FakeApi {
  const api = new FakeApi(
    after(
      aTicket(),
      { type: 'ticket.answered', text: 'Voici.', files: [...files], awaitsRequester: false },
      {},
    ),
  );
  for (const file of files) api.files.keep(file, aPicture());
  return api;
}

async function openTicket(api: FakeApi, lang = 'fr') {
  const widget = embed(api, { lang });
  await widget.openTicket('t-1');
  return widget;
}

const asked = (api: FakeApi, path: string) => api.sent.filter((sent) => sent.path === path).length;

describe('the files of a ticket', () => {
  test('are a line with what they are and a link that saves them, and are never fetched as pictures', async () => {
    const api = answeredWith(guide);
    const widget = await openTicket(api);
    await expect.element(link('Télécharger guide.pdf')).toHaveAttribute('download', 'guide.pdf');
    await expect.element(page.getByText(/Document PDF · 2\sko/)).toBeVisible();
    expect(page.getByRole('img', { name: /guide/ }).query()).toBeNull();
    expect([asked(api, '/v1/files/guide'), asked(api, '/v1/files/guide/thumbnail')]).toEqual([0, 0]);
    await expectAccessible(widget);
  });

  test('are seen in small where they are pictures, and open large', async () => {
    const api = answeredWith(capture);
    const widget = await openTicket(api);
    await expect.element(page.getByRole('img', { name: 'Image : capture.png' })).toBeVisible();
    await expect.element(link('Image : capture.png')).toHaveAttribute('target', '_blank');
    expect([asked(api, '/v1/files/capture'), asked(api, '/v1/files/capture/thumbnail')]).toEqual([0, 1]);
    await expectAccessible(widget);
  });

  test('are told in English, too', async () => {
    const widget = await openTicket(answeredWith(guide), 'en');
    await expect.element(link('Download guide.pdf')).toBeVisible();
    await expect.element(page.getByText(/PDF document · 2\skB/)).toBeVisible();
    await expectAccessible(widget);
  });

  test('that do not play are lines like others', async () => {
    const api = answeredWith(film);
    const widget = await openTicket(api);
    await expect.element(link('Télécharger écran.webm')).toBeVisible();
    // The address leads to nothing that plays here.
    await expect.poll(() => widget.shadowRoot?.querySelector('video') ?? null).toBeNull();
    await expect.element(page.getByText(/Vidéo WebM/)).toBeVisible();
  });

  test('that are looked through are held in sight, and come by themselves', async () => {
    const api = answeredWith(guide);
    api.files.scans.set('guide', 'held');
    const widget = await openTicket(api);
    await expect.element(page.getByText(/Analyse antivirus en cours/)).toBeVisible();
    expect(link('Télécharger guide.pdf').query()).toBeNull();
    await expectAccessible(widget);
    api.files.scans.clear();
    await expect.element(link('Télécharger guide.pdf'), { timeout: 10_000 }).toBeVisible();
    await expect.element(page.getByText(/Analyse antivirus/)).not.toBeInTheDocument();
  });

  test.each([guide, capture])(
    'that are infected are told as such and given to nobody: $name',
    async (file) => {
      const api = answeredWith(file);
      api.files.scans.set(file.id, 'infected');
      const widget = await openTicket(api);
      await expect.element(page.getByText(/L’antivirus l’a reconnu comme dangereux/)).toBeVisible();
      expect(link(/Télécharger/).query()).toBeNull();
      expect(page.getByRole('img', { name: /capture/ }).query()).toBeNull();
      await expectAccessible(widget);
    },
  );

  test('are asked for anew when their address has expired meanwhile', async () => {
    const api = answeredWith(guide);
    api.files.addressesEnd = '2020-01-01T00:00:00Z';
    await openTicket(api);
    const save = link('Télécharger guide.pdf');
    await expect.element(save).toBeVisible();
    expect(asked(api, '/v1/files/guide/addresses')).toBe(1);
    api.files.addressesEnd = '2100-01-01T00:00:00Z';
    const saved: boolean[] = [];
    save.element().addEventListener('click', (event) => {
      saved.push(!event.defaultPrevented);
      event.preventDefault();
    });
    await save.click();
    await expect.poll(() => saved).toEqual([false, true]);
    expect(asked(api, '/v1/files/guide/addresses')).toBe(2);
  });
});
