import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeApi, problem } from '../../testing/fake-api.js';
import {
  expectAccessible,
  expectFocus,
  expectNoSidewaysScroll,
  freshScreens,
  open,
} from '../../testing/screen.js';
import { aTicket } from '../../testing/tickets.js';

freshScreens();

const address = '/staff/tickets/t-1';
const viewer = () => page.getByRole('dialog');
const button = (name: string | RegExp) => page.getByRole('button', { name });

/** A picture of this size, as the API serves it. */
function drawn(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const paint = canvas.getContext('2d');
  if (paint === null) throw new Error('Nothing can be drawn here.');
  paint.fillStyle = '#0a7f6f';
  paint.fillRect(0, 0, width, height);
  return canvas.convertToBlob();
}

/** Addresses that lead to this, in a page without a server. */
function found(content: Blob): Response {
  const address = URL.createObjectURL(content);
  const expiresAt = '2100-01-01T00:00:00Z';
  return Response.json({ state: 'available', content: address, thumbnail: address, expiresAt });
}

const sizes: Readonly<Record<string, readonly [number, number]>> = { a: [2000, 1000], b: [400, 300] };

/** A malfunction with two screenshots. */
function illustrated(): FakeApi {
  const ticket = aTicket();
  const files = Object.keys(sizes).map((id) => ({
    id,
    name: `écran-${id}.png`,
    mediaType: 'image/png',
    bytes: 1,
    digest: '',
  }));
  const screenshots = { kind: 'images', files, noneBecause: null } as const;
  const api = new FakeApi(aTicket({ answers: { ...ticket.answers, screenshots } }));
  api.override = async ({ path }) => {
    const size = sizes[/^\/v1\/files\/(\w+)\/addresses$/.exec(path)?.[1] ?? ''];
    return size === undefined ? undefined : found(await drawn(...size));
  };
  return api;
}

describe('the pictures of a ticket', () => {
  test('open large, beside the steps to reproduce, and give the focus back', async () => {
    open(illustrated(), address);
    await button('Agrandir écran-a.png').click();
    await expect.element(viewer().getByRole('img', { name: 'écran-a.png' })).toBeVisible();
    await expect.element(viewer().getByRole('listitem').nth(1)).toHaveTextContent('Renvoyer l’invitation');
    await expectAccessible();
    await userEvent.keyboard('{Escape}');
    await expectFocus(button('Agrandir écran-a.png'));
  });

  test('are gone through and enlarged by keyboard', async () => {
    open(illustrated(), address);
    await button('Agrandir écran-a.png').click();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(viewer().getByRole('img', { name: 'écran-b.png' })).toBeVisible();
    await expect.element(viewer().getByText('2 sur 2')).toBeVisible();
    await userEvent.keyboard('{PageDown}');
    const picture = viewer().getByRole('img', { name: 'écran-a.png' });
    await expect.poll(() => picture.element().clientWidth).toBeLessThan(1500);

    await userEvent.keyboard('+++');
    await expect.poll(() => picture.element().clientWidth).toBeGreaterThan(1500);
    const region = viewer().getByRole('group', { name: 'Image agrandie' });
    expect(region.element().scrollWidth).toBeGreaterThan(region.element().clientWidth);
    // Where a part is seen, an arrow moves it rather than going to the next picture.
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(picture).toBeVisible();
    await userEvent.keyboard('0');
    await expect.element(viewer().getByText('Entière')).toBeVisible();
    await expect.poll(() => picture.element().clientWidth).toBeLessThan(1500);
  });

  test('that are small are shown at their own size, on a telephone too', async () => {
    open(illustrated(), address);
    await page.viewport(390, 844);
    await button('Agrandir écran-b.png').click();
    const picture = viewer().getByRole('img', { name: 'écran-b.png' });
    await expect.element(picture).toBeVisible();
    expectNoSidewaysScroll();
    await viewer().getByRole('button', { name: 'Agrandir (+)' }).click();
    await expect.poll(() => picture.element().clientWidth).toBeGreaterThan(390);
    expectNoSidewaysScroll();
  });
});

describe('the pictures of an answer', () => {
  const attachments = () => page.getByRole('list', { name: 'Joindre des fichiers' });
  const screenshot = (name: string) => new File(['x'], name, { type: 'image/png' });
  const given = (files: readonly File[]) => {
    const data = new DataTransfer();
    for (const file of files) data.items.add(file);
    return data;
  };

  /** Takes uploads, but for those that fail. */
  function taking(failures: Readonly<Record<string, () => Response>> = {}): FakeApi {
    const api = new FakeApi(aTicket({ status: 'open' }));
    let taken = 0;
    api.override = async ({ path, fileName }) => {
      if (path.endsWith('/addresses')) return found(await drawn(48, 32));
      if (path !== '/v1/files') return undefined;
      const failure = failures[fileName];
      if (failure !== undefined) return failure();
      taken += 1;
      return Response.json({
        id: `file-${taken}`,
        name: fileName,
        mediaType: 'image/png',
        bytes: 1,
        digest: '',
      });
    };
    return api;
  }

  test('are pasted where one writes, and shown in small', async () => {
    open(taking(), address);
    const text = page.getByRole('textbox', { name: 'Réponse' });
    await text.click();
    const clipboardData = given([screenshot('collée.png')]);
    text
      .element()
      .dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }),
      );
    await expect.element(attachments().getByText('collée.png')).toBeVisible();
    await expect
      .poll(
        () =>
          attachments().element().querySelector('file-line')?.shadowRoot?.querySelector('img')?.naturalWidth,
      )
      .toBe(48);
  });

  test('are dropped, several at once', async () => {
    open(taking(), address);
    const hint = page.getByText('choisissez, déposez ou collez').first();
    await expect.element(hint).toBeVisible();
    const dataTransfer = given([screenshot('un.png'), screenshot('deux.png')]);
    const drag = (type: string) =>
      hint.element().dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    drag('dragover');
    drag('drop');
    await expect.poll(() => attachments().getByRole('listitem').elements().length).toBe(2);
  });

  test('that do not get through say so one by one, with the way out of each', async () => {
    let away = true;
    const api = taking({
      'abîmée.png': () => problem(422, 'picture-unreadable', 'L’image est incomplète ou abîmée.'),
      'lente.png': () => {
        if (away) throw new TypeError('Failed to fetch');
        return Response.json({ id: 'late', name: 'lente.png', mediaType: 'image/png', bytes: 1, digest: '' });
      },
    });
    open(api, address);
    const input = page.getByLabelText('Joindre des fichiers', { exact: true }).last();
    await input.upload([screenshot('abîmée.png'), screenshot('bonne.png'), screenshot('lente.png')]);
    await expect.element(page.getByText(/abîmée\.png n’est pas joint.*incomplète/)).toBeVisible();
    await expect.element(attachments().getByText('bonne.png')).toBeVisible();
    // The same bytes would be refused again.
    expect(button('Réessayer l’envoi de abîmée.png').query()).toBeNull();
    await button('Renoncer à abîmée.png').click();
    await expectFocus(input);
    await expect.element(page.getByText(/abîmée\.png/)).not.toBeInTheDocument();

    const again = button('Réessayer l’envoi de lente.png');
    await expect.element(again).toBeVisible();
    await expectAccessible();
    away = false;
    await again.click();
    await expect.element(attachments().getByText('lente.png')).toBeVisible();
    await expect.element(page.getByText(/n’est pas joint/)).not.toBeInTheDocument();
  });
});
