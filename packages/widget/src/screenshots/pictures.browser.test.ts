import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TeoSupport } from '../launcher/teo-support.js';
import { FakeApi } from '../testing/fake-api.js';
import { embed, expectAccessible, expectFocus } from '../testing/widget.js';
import { tabCapture } from './capture/tab-capture.js';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const editor = () => page.getByRole('dialog', { name: 'Annoter l’image' });

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

async function openForm(api: FakeApi): Promise<TeoSupport> {
  const widget = embed(api);
  await widget.compose('malfunction');
  await expect.element(button('Choisir des fichiers')).toBeVisible();
  return widget;
}

/** A picture that is red throughout. */
async function aRedPicture(name: string): Promise<File> {
  const canvas = new OffscreenCanvas(400, 300);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas.');
  context.fillStyle = '#ff0000';
  context.fillRect(0, 0, 400, 300);
  return new File([await canvas.convertToBlob()], name, { type: 'image/png' });
}

async function drop(file: File): Promise<void> {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  const event = { dataTransfer, bubbles: true, composed: true, cancelable: true };
  button('Choisir des fichiers').element().dispatchEvent(new DragEvent('drop', event));
  await expect.element(button(`Annoter ${file.name}`)).toBeVisible();
}

/** What arrived at the server, oldest first. */
function uploaded(api: FakeApi): Blob[] {
  return api.sent.flatMap(({ path, body }) => (path === '/v1/files' && body instanceof Blob ? [body] : []));
}

async function redsIn(picture: Blob | undefined): Promise<number> {
  const bitmap = await createImageBitmap(picture ?? new Blob());
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (context === null) throw new Error('No canvas.');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 0) - (data[at + 1] ?? 0) > 8) count += 1;
  return count;
}

describe('a picture that goes along', () => {
  test('is annotated, and the new one stands in its place', async () => {
    await page.viewport(1280, 860);
    const api = new FakeApi();
    const widget = await openForm(api);
    await drop(await aRedPicture('écran.png'));
    await expectAccessible(widget);
    expect(await redsIn(uploaded(api)[0])).toBe(120_000);
    await button('Annoter écran.png').click();
    await expect.element(editor()).toBeVisible();
    await expectAccessible(widget);
    await button('Masquer').click();
    const over = page.getByRole('application');
    // From beside the picture to beyond it: all of it.
    await userEvent.dragAndDrop(over, button('Joindre l’image'), { sourcePosition: { x: 1, y: 0 } });
    await expect.element(page.getByRole('img', { name: 'Masque, 400 × 300, à 0 × 0' })).toBeVisible();
    await button('Joindre l’image').click();
    await expect.element(editor()).not.toBeInTheDocument();
    await expectFocus(button('Choisir des fichiers'));
    await expect.element(button('Retirer écran.png')).toBeVisible();
    await expect.poll(() => uploaded(api).length).toBe(2);
    expect(await redsIn(uploaded(api)[1])).toBe(0);
    // What was masked is not on the server either.
    const [original, masked] = api.files.stored;
    await expect.poll(() => api.files.has(original?.id ?? '')).toBe(false);
    expect(api.files.has(masked?.id ?? '')).toBe(true);
    expect(button('Annoter écran.png').elements()).toHaveLength(1);
  });

  test('stays as it is when it is left, and the focus comes back to it', async () => {
    const api = new FakeApi();
    await openForm(api);
    await drop(await aRedPicture('écran.png'));
    await button('Annoter écran.png').click();
    await expect.element(editor()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expectFocus(button('Annoter écran.png'));
    expect(uploaded(api)).toHaveLength(1);
    // Escape was the editor's: the panel is still there.
    await expect.element(button('Choisir des fichiers')).toBeVisible();
  });

  test('is no longer edited when the widget is taken away', async () => {
    const api = new FakeApi();
    const widget = await openForm(api);
    await drop(await aRedPicture('écran.png'));
    await button('Annoter écran.png').click();
    await expect.element(editor()).toBeVisible();
    widget.remove();
    expect(editor().query()).toBeNull();
    expect(uploaded(api)).toHaveLength(1);
  });
});

describe('a picture of the tab', () => {
  test('is to be had by a page on top, and not by a frame', () => {
    // Tests stand in a frame, in a page of the same origin.
    const { top } = window;
    if (top === null) throw new Error('There is no page around this one.');
    expect(tabCapture(top)).toBe(top.navigator.mediaDevices);
    expect(tabCapture(window)).toBeNull();
  });

  test('is not offered here: what else can be done is said, and is done', async () => {
    const widget = await openForm(new FakeApi());
    await expect.element(page.getByText(/Une capture d’écran .*se colle ou se dépose ici/)).toBeVisible();
    expect(button('Capturer cet onglet').query()).toBeNull();
    await expectAccessible(widget);
    await drop(await aRedPicture('collée.png'));
    expect(page.getByRole('alert').query()).toBeNull();
  });
});
