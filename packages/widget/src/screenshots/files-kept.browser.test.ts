import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { KeptUploads } from '../drafts/kept-uploads.js';
import { UploadMarks } from '../drafts/upload-marks.js';
import { FakeApi, problem } from '../testing/fake-api.js';
import { forgetKeptFiles, keptFiles, keptFilesDatabase } from '../testing/kept-files.js';
import { aTicket, claire } from '../testing/tickets.js';
import { embed, expectAccessible } from '../testing/widget.js';

beforeEach(async () => {
  localStorage.clear();
  await forgetKeptFiles();
});
afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const progress = (name: string) => page.getByRole('progressbar', { name });
const reply = () => page.getByRole('textbox', { name: 'Votre réponse' });
const megabyte = 1024 * 1024;
const aDocument = (name = 'guide.pdf') =>
  new File(['x'.repeat(1.5 * megabyte)], name, { type: 'application/pdf' });

function drop(...files: readonly File[]): void {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const event = new DragEvent('drop', { dataTransfer, bubbles: true, composed: true, cancelable: true });
  button('Choisir des fichiers').element().dispatchEvent(event);
}

/** The answer to a ticket, in a page that was opened anew: nothing of the one before is left but what the browser keeps. */
async function openAnew(api: FakeApi) {
  document.body.replaceChildren();
  const widget = embed(api);
  await widget.openTicket('t-1');
  await expect.element(reply()).toBeVisible();
  return widget;
}

/** Lets so many parts through; those after it get no answer. */
function cutAfter(api: FakeApi, parts: number): void {
  let passed = 0;
  api.override = ({ method }) => {
    if (method !== 'PATCH') return undefined;
    passed += 1;
    return passed > parts ? new Promise(() => {}) : undefined;
  };
}

const offsets = (api: FakeApi) => api.sent.filter(({ method }) => method === 'PATCH').length;

describe('a file on its way when its page is left', () => {
  test('goes on from where it had come to, and arrives once', async () => {
    const api = new FakeApi(aTicket());
    await openAnew(api);
    await button('Joindre des fichiers').click();
    cutAfter(api, 1);
    drop(aDocument());
    await reply().fill('Voici le guide.');
    await expect.poll(() => offsets(api)).toBe(2);
    await expect.poll(keptFiles).toEqual(['guide.pdf']);

    api.override = () => undefined;
    const before = api.sent.length;
    const widget = await openAnew(api);
    await expect.element(button('Retirer guide.pdf')).toBeVisible();
    await expect.element(reply()).toHaveValue('Voici le guide.');
    const again = api.sent
      .slice(before)
      .filter(({ method, path }) => method === 'PATCH' || path === '/v1/uploads');
    // The first 256 kB had arrived: they are not sent a second time.
    const sent = again.flatMap(({ body }) => (body instanceof Blob ? [body.size] : []));
    expect(sent.reduce((sum, bytes) => sum + bytes, 0)).toBe(1.25 * megabyte);
    expect(api.files.stored).toHaveLength(1);
    await expect.poll(keptFiles).toEqual([]);
    await expectAccessible(widget);
    await button('Envoyer la réponse').click();
    await expect
      .poll(() => api.sent.find(({ path }) => path.endsWith('/replies'))?.body)
      .toEqual({ text: 'Voici le guide.', files: ['f-1'] });
  });

  test('is found again in the form of a ticket, also when nothing else was written', async () => {
    const api = new FakeApi();
    await embed(api).compose('malfunction');
    await expect.element(button('Choisir des fichiers')).toBeVisible();
    cutAfter(api, 0);
    drop(aDocument());
    await expect.poll(keptFiles).toEqual(['guide.pdf']);
    api.override = () => undefined;
    document.body.replaceChildren();
    await embed(api).compose('usage_question');
    await expect.element(page.getByRole('button', { name: 'Envoyer le ticket' })).toBeVisible();
    await expect.element(button('Retirer guide.pdf')).not.toBeInTheDocument();
    document.body.replaceChildren();
    await embed(api).compose('malfunction');
    await expect.element(button('Retirer guide.pdf')).toBeVisible();
  });

  test('is stopped for good by who stops it', async () => {
    const api = new FakeApi(aTicket());
    await openAnew(api);
    await button('Joindre des fichiers').click();
    cutAfter(api, 0);
    drop(aDocument());
    await expect.poll(keptFiles).toEqual(['guide.pdf']);
    await button('Arrêter l’envoi de guide.pdf').click();
    await expect.poll(keptFiles).toEqual([]);
    api.override = () => undefined;
    await openAnew(api);
    await button('Joindre des fichiers').click();
    expect(progress('Envoi de guide.pdf…').query()).toBeNull();
  });

  test('is left to the tab that has it, and taken over when that is gone', async () => {
    const api = new FakeApi(aTicket());
    // Whose browser it is, is known: what another person left would go.
    localStorage.setItem('teo-support:person', claire.id);
    const elsewhere = new KeptUploads(new UploadMarks(claire.id, 'reply:t-1:files'));
    await elsewhere.follow([{ id: 'here-or-there', file: aDocument(), state: { kind: 'sending', sent: 0 } }]);
    await openAnew(api);
    await expect.element(button('Choisir des fichiers')).toBeVisible();
    await expect.poll(async () => (await navigator.locks.query()).pending?.length).toBe(1);
    expect(progress('Envoi de guide.pdf…').query()).toBeNull();
    elsewhere.leave();
    await expect.element(button('Retirer guide.pdf')).toBeVisible();
  });

  test('that the server refused is not sent another time', async () => {
    const api = new FakeApi(aTicket());
    await openAnew(api);
    await button('Joindre des fichiers').click();
    api.override = ({ path }) =>
      path === '/v1/uploads' ? problem(415, 'unsupported-file', 'Ce fichier n’est pas un PDF.') : undefined;
    drop(aDocument());
    await expect.element(page.getByText(/n’est pas un PDF/)).toBeVisible();
    await expect.poll(keptFiles).toEqual([]);
  });
});

describe('files that are kept', () => {
  /** A page that was closed while a file was on its way to the answer to a ticket. */
  async function leftOnItsWay(api: FakeApi) {
    await openAnew(api);
    await button('Joindre des fichiers').click();
    cutAfter(api, 0);
    drop(aDocument());
    await expect.poll(keptFiles).toEqual(['guide.pdf']);
    document.body.replaceChildren();
    api.override = () => undefined;
  }

  test('go when another person comes', async () => {
    const api = new FakeApi(aTicket());
    await leftOnItsWay(api);
    api.me = { ...claire, id: 'p-samir', name: 'Samir Haddad' };
    await openAnew(api);
    await expect.poll(keptFiles).toEqual([]);
    expect(api.files.stored).toEqual([]);
  });

  test('go when the person signs out', async () => {
    const api = new FakeApi(aTicket());
    await leftOnItsWay(api);
    embed(api).signOut();
    await expect
      .poll(async () => (await indexedDB.databases()).map(({ name }) => name))
      .not.toContain(keptFilesDatabase);
  });

  test('go with the draft after two months, and not a day before', async () => {
    const api = new FakeApi(aTicket());
    await leftOnItsWay(api);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 59 * 86_400_000 });
    const widget = embed(api);
    await widget.open();
    await expect.poll(() => api.isFollowed).toBe(true);
    expect(await keptFiles()).toEqual(['guide.pdf']);
    widget.remove();
    vi.setSystemTime(Date.now() + 2 * 86_400_000);
    await embed(api).open();
    await expect.poll(keptFiles).toEqual([]);
  });

  test('go when what they were for is begun anew', async () => {
    const api = new FakeApi();
    await embed(api).compose('malfunction');
    await page.getByRole('textbox', { name: /Le problème en une phrase/ }).fill('Rien ne va');
    document.body.replaceChildren();
    await embed(api).compose('malfunction');
    await expect.element(button('Choisir des fichiers')).toBeVisible();
    cutAfter(api, 0);
    drop(aDocument());
    await expect.poll(keptFiles).toEqual(['guide.pdf']);
    await button('Repartir de zéro').click();
    await expect.poll(keptFiles).toEqual([]);
    expect(progress('Envoi de guide.pdf…').query()).toBeNull();
  });

  test('are told of when the browser has no room, which loses neither the text nor the file', async () => {
    const api = new FakeApi(aTicket());
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No room.', 'QuotaExceededError');
    });
    const widget = await openAnew(api);
    await reply().fill('Voici le guide.');
    await button('Joindre des fichiers').click();
    let letGo = () => {};
    const released = new Promise<undefined>((resolve) => {
      letGo = () => resolve(undefined);
    });
    api.override = ({ method }) => (method === 'PATCH' ? released : undefined);
    drop(aDocument());
    await expect.element(page.getByText(/plus de place pour garder guide\.pdf/)).toBeVisible();
    await expectAccessible(widget);
    letGo();
    await expect.element(button('Retirer guide.pdf')).toBeVisible();
    await expect.element(page.getByText(/plus de place pour garder/)).not.toBeInTheDocument();
    await openAnew(api);
    await expect.element(reply()).toHaveValue('Voici le guide.');
    await expect.element(button('Retirer guide.pdf')).toBeVisible();
  });
});
