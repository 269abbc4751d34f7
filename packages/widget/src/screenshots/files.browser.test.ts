import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeApi, problem } from '../testing/fake-api.js';
import { aTicket } from '../testing/tickets.js';
import { aPicture, embed, expectAccessible, expectFocus } from '../testing/widget.js';

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const pick = () => button('Choisir des fichiers');
const progress = (name: string) => page.getByRole('progressbar', { name });
const named = (name: string, type: string, size = 3) => new File(['x'.repeat(size)], name, { type });
const aDocument = () => named('guide.pdf', 'application/pdf', 1.5 * 1024 * 1024);

/** The form of an answer with its files, in a language. */
async function openReply(api: FakeApi, lang = 'fr') {
  const widget = embed(api, { lang });
  await widget.openTicket('t-1');
  await button(lang === 'fr' ? 'Joindre des fichiers' : 'Attach files').click();
  return widget;
}

function given(...files: readonly File[]): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

function drop(...files: readonly File[]): void {
  const event = { dataTransfer: given(...files), bubbles: true, composed: true, cancelable: true };
  pick().element().dispatchEvent(new DragEvent('drop', event));
}

/** Holds back the parts of uploads until the test lets them go. */
function heldBack(api: FakeApi) {
  let release = () => {};
  const released = new Promise<undefined>((resolve) => {
    release = () => resolve(undefined);
  });
  api.override = ({ method }) => (method === 'PATCH' ? released : undefined);
  return () => {
    api.override = () => undefined;
    release();
  };
}

describe('files of every kind', () => {
  test('are told by name, kind and size, and go along with the answer', async () => {
    const api = new FakeApi(aTicket());
    const widget = await openReply(api);
    drop(named('liste.csv', 'text/csv', 2048), named('plan.odt', ''), named('écran.webm', 'video/webm'));
    for (const about of ['liste.csv', /Tableau CSV · 2\sko/, /Texte OpenDocument · 3\soctets/, /Vidéo WebM/])
      await expect.element(page.getByText(about, { exact: true })).toBeVisible();
    await expectAccessible(widget);
    await page.getByRole('textbox', { name: 'Votre réponse' }).fill('Voici les fichiers.');
    await button('Envoyer la réponse').click();
    await expect
      .poll(() => api.sent.find(({ path }) => path.endsWith('/replies'))?.body)
      .toEqual({
        text: 'Voici les fichiers.',
        files: ['f-1', 'f-2', 'f-3'],
      });
  });

  test('do not stand for a screenshot where one is expected', async () => {
    const widget = embed(new FakeApi());
    await widget.compose('malfunction');
    await expect.element(pick()).toBeVisible();
    const reason = page.getByRole('textbox', { name: /Pas de capture/ });
    drop(named('export.csv', 'text/csv'));
    await expect.element(button('Retirer export.csv')).toBeVisible();
    await expect.element(reason).toBeVisible();
    drop(aPicture());
    await expect.element(button('Retirer capture.png')).toBeVisible();
    await expect.element(reason).not.toBeInTheDocument();
  });

  test('are told in English, too', async () => {
    const widget = await openReply(new FakeApi(aTicket()), 'en');
    await expect.element(button('Choose files')).toBeVisible();
    const event = { dataTransfer: given(named('a.zip', 'application/zip'), named('b.xlsx', '')) };
    button('Choose files')
      .element()
      .dispatchEvent(new DragEvent('drop', { ...event, bubbles: true, composed: true, cancelable: true }));
    await expect.element(page.getByText(/a\.zip could not be attached\. Attach an image/)).toBeVisible();
    await expect.element(page.getByText(/Excel workbook · 3 bytes/)).toBeVisible();
    await expectAccessible(widget);
  });
});

describe('a large file', () => {
  test('shows how far it has come, and is stopped by keyboard alone', async () => {
    const api = new FakeApi(aTicket());
    const letGo = heldBack(api);
    const widget = await openReply(api);
    drop(aDocument());
    await expect.element(progress('Envoi de guide.pdf…')).toBeVisible();
    await expect.element(page.getByText(/0\s% de 1,5\sMo/)).toBeVisible();
    await expectAccessible(widget);
    await expect.poll(() => api.files.underWay).toBe(1);
    button('Arrêter l’envoi de guide.pdf').element().focus();
    await userEvent.keyboard('{Enter}');
    await expectFocus(pick());
    await expect.element(progress('Envoi de guide.pdf…')).not.toBeInTheDocument();
    letGo();
    await expect.poll(() => api.files.underWay).toBe(0);
    expect(api.files.stored).toEqual([]);
  });

  test('goes on from where it had come to after a cut', async () => {
    const api = new FakeApi(aTicket());
    let parts = 0;
    api.override = ({ method }) => {
      if (method !== 'PATCH') return undefined;
      parts += 1;
      return parts === 2 ? Promise.reject(new TypeError('cut')) : undefined;
    };
    await openReply(api);
    drop(aDocument());
    await expect.element(button('Retirer guide.pdf')).toBeVisible();
    expect(api.files.stored.map(({ bytes }) => bytes)).toEqual([aDocument().size]);
    expect(api.sent.filter(({ path }) => path === '/v1/uploads')).toHaveLength(1);
    await expect
      .element(page.getByRole('status').filter({ hasText: 'guide.pdf est joint' }))
      .toBeInTheDocument();
  });

  test('that does not get through keeps the answer back, and gets through when tried again', async () => {
    const api = new FakeApi(aTicket());
    let altered = () => {};
    const answer = new Promise<Response>((resolve) => {
      altered = () => resolve(problem(422, 'upload-altered', 'Abîmé en chemin.'));
    });
    api.override = ({ path }) => (path.endsWith('/completion') ? answer : undefined);
    await openReply(api);
    await page.getByRole('textbox', { name: 'Votre réponse' }).fill('Voici le guide.');
    drop(aDocument());
    await expect.element(progress('Envoi de guide.pdf…')).toBeVisible();
    await button('Envoyer la réponse').click();
    altered();
    await expect.element(page.getByText(/guide\.pdf n’a pas pu être joint\. Abîmé/)).toBeVisible();
    await expect.element(button('Envoyer la réponse')).toBeVisible();
    expect(api.sent.some(({ path }) => path.endsWith('/replies'))).toBe(false);
    api.override = () => undefined;
    await button('Réessayer guide.pdf').click();
    await expect.element(button('Retirer guide.pdf')).toBeVisible();
    await button('Envoyer la réponse').click();
    await expect.poll(() => api.sent.some(({ path }) => path.endsWith('/replies'))).toBe(true);
  });
});

describe('what cannot be taken', () => {
  test('is named one by one, with what is allowed, and goes when it is taken away', async () => {
    const api = new FakeApi(aTicket());
    const widget = await openReply(api);
    drop(
      named('outil.exe', 'application/x-msdownload'),
      new File([], 'vide.csv'),
      named('grande.png', 'image/png', 10 * 1024 * 1024 + 1),
    );
    await expect.element(page.getByText(/outil\.exe.*Joignez une image/)).toBeVisible();
    await expect.element(page.getByText(/vide\.csv.*Ce fichier est vide/)).toBeVisible();
    await expect.element(page.getByText(/grande\.png.*Il dépasse 10\sMo/)).toBeVisible();
    expect(button(/Réessayer/).query()).toBeNull();
    await expectAccessible(widget);
    await button('Retirer outil.exe').click();
    await expectFocus(pick());
    await expect.element(page.getByText(/outil\.exe/)).not.toBeInTheDocument();
    expect(api.files.stored).toEqual([]);
  });

  test('are more files than a message may have', async () => {
    const api = new FakeApi(aTicket());
    await openReply(api);
    drop(...Array.from({ length: 9 }, (_, index) => named(`${index + 1}.txt`, 'text/plain')));
    await expect.element(page.getByText(/9\.txt.*Pas plus de 8 fichiers/)).toBeVisible();
    await expect.element(button('Retirer 8.txt')).toBeVisible();
    // What is still on its way is kept for whoever comes back, which would be the next test.
    await expect.poll(() => api.files.stored.length).toBe(8);
    await expect.poll(() => Object.keys(localStorage).filter((key) => /upload/.test(key))).toEqual([]);
  });

  test('the picture that cells of a table bring along is not what was pasted', async () => {
    const api = new FakeApi(aTicket());
    await openReply(api);
    const clipboardData = given(aPicture());
    clipboardData.setData('text/plain', '12');
    clipboardData.setData('text/html', '<td>12</td>');
    const event = new ClipboardEvent('paste', {
      clipboardData,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    page.getByRole('textbox', { name: 'Votre réponse' }).element().dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
    expect(page.getByRole('progressbar').query()).toBeNull();
  });
});
