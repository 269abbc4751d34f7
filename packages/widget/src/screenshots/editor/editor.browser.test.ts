/// <reference types="@vitest/browser-playwright" />
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { tokens } from '../../design/index.js';
import { expectFocus } from '../../testing/widget.js';
import { editPicture, type Outcome } from './index.js';
import { PictureEditor } from './picture-editor.js';
import { pictureFile } from './picture-file.js';
import { added, untouched } from './shapes.js';

const size = { width: 640, height: 360 };
/** What must never leave: a name on the page, in a colour that nothing else has. */
const secret = { x: 200, y: 120, width: 240, height: 100 };
const secretColour = [255, 0, 0];

const button = (name: string) => page.getByRole('button', { name, exact: true });
const shape = (name: RegExp) => page.getByRole('img', { name });
const dialog = (name = 'Annoter l’image') => page.getByRole('dialog', { name });

let host: HTMLElement;
let outcome: Promise<Outcome>;

async function aScreenshot(): Promise<Blob> {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas.');
  context.fillStyle = '#f4f4f0';
  context.fillRect(0, 0, size.width, size.height);
  context.fillStyle = `rgb(${secretColour.join(' ')})`;
  context.fillRect(secret.x, secret.y, secret.width, secret.height);
  return canvas.convertToBlob();
}

/** As a field of the widget has it: a button in a shadow root, and the editor beside it. */
async function open(lang: 'fr' | 'en' = 'fr'): Promise<void> {
  host = document.createElement('div');
  const opener = document.createElement('button');
  opener.textContent = 'Ouvrir';
  host.attachShadow({ mode: 'open' }).append(opener);
  document.body.append(host);
  opener.focus();
  outcome = editPicture(host, lang, await aScreenshot(), 'écran.png');
  await expect.element(dialog(lang === 'fr' ? 'Annoter l’image' : 'Annotate the picture')).toBeVisible();
}

function editor(): PictureEditor {
  const found = host.shadowRoot?.querySelector('teo-support-picture-editor');
  if (!(found instanceof PictureEditor)) throw new Error('There is no editor.');
  return found;
}

async function useByKey(name: string): Promise<void> {
  button(name).element().focus();
  await userEvent.keyboard('{Enter}');
}

/** Pixels of a file as anybody would decode it. */
async function pixelsOf(file: Outcome): Promise<ImageData> {
  if (!(file instanceof File)) throw new Error('There is no file.');
  const bitmap = await createImageBitmap(file);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (context === null) throw new Error('No canvas.');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

/** Pixels that have something of the secret's colour in them: much more red than anything else. */
function reddish({ data }: ImageData): number {
  let count = 0;
  for (let at = 0; at < data.length; at += 4)
    if ((data[at] ?? 0) - Math.max(data[at + 1] ?? 0, data[at + 2] ?? 0) > 12) count += 1;
  return count;
}

function colourAt({ data, width }: ImageData, x: number, y: number): number[] {
  return [...data.slice((y * width + x) * 4, (y * width + x) * 4 + 3)];
}

async function keep(): Promise<Outcome> {
  await button('Joindre l’image').click();
  return outcome;
}

async function emulate(media: Readonly<Record<string, string>>): Promise<void> {
  const features = Object.entries(media).map(([name, value]) => ({ name, value }));
  await cdp().send('Emulation.setEmulatedMedia', { features });
}

async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(host, { resultTypes: ['violations'] });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('; ')}`)).toEqual([]);
  // Neither would a strict Content-Security-Policy let pass.
  expect(editor().shadowRoot?.querySelectorAll('[style], style').length).toBe(0);
}

beforeEach(async () => {
  await page.viewport(1280, 860);
  document.adoptedStyleSheets = [tokens.styleSheet].filter((sheet) => sheet !== undefined);
});
afterEach(async () => {
  document.body.replaceChildren();
  await emulate({});
});

describe('by keyboard alone', () => {
  test.each([
    ['Flèche', /^Flèche, 160 × 60, à 240 × 150/],
    ['Cadre', /^Cadre, 160 × 60, à 240 × 150/],
    ['Masquer', /^Masque, 160 × 60, à 240 × 150/],
  ])('%s places a shape that is moved, resized and taken away', async (tool, name) => {
    await open();
    await useByKey(tool);
    await expectFocus(shape(name));
    const kind = name.source.slice(1).split(',')[0];
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
    await expectFocus(shape(new RegExp(`^${kind}, 160 × 60, à 244 × 152`)));
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await expectFocus(shape(new RegExp(`^${kind}, 162 × 60, à 244 × 152`)));
    await expect.element(page.getByRole('status')).toHaveTextContent('162 × 60');
    await userEvent.keyboard('{Delete}');
    expect(shape(new RegExp(`^${kind}`)).query()).toBeNull();
    await expectFocus(button(tool));
  });

  test('a text is placed, written, and written on', async () => {
    await open();
    await useByKey('Texte');
    await expectFocus(page.getByLabelText('Votre texte'));
    await userEvent.keyboard('Ici');
    await expect.element(shape(/^Texte \(Ici\)/)).toBeVisible();
    shape(/^Texte/)
      .element()
      .focus();
    await userEvent.keyboard('{Enter} même');
    await expect.element(shape(/^Texte \(Ici même\)/)).toBeVisible();
    const pixels = await pixelsOf(await keep());
    expect(colourAt(pixels, 241, 205)).toEqual([255, 255, 255]);
  });

  test('a part is kept, and the rest is not in the file', async () => {
    await open();
    await useByKey('Recadrer');
    await expectFocus(shape(/^Partie gardée, 640 × 360, à 0 × 0/));
    await userEvent.keyboard('{Shift>}{ArrowLeft}{ArrowUp}{/Shift}{ArrowRight}{Enter}');
    await expectFocus(button('Recadrer'));
    await expect.element(page.getByRole('application', { name: /638 × 358/ })).toBeVisible();
    const pixels = await pixelsOf(await keep());
    expect([pixels.width, pixels.height]).toEqual([638, 358]);
    // It was moved to the right by what was cut off.
    expect(colourAt(pixels, secret.x - 2, secret.y)).toEqual(secretColour);
    expect(colourAt(pixels, secret.x - 3, secret.y)).not.toEqual(secretColour);
  });

  test('Tab goes from shape to shape, and from the last one to the ways out', async () => {
    await open();
    for (const tool of ['Cadre', 'Masquer', 'Flèche']) await useByKey(tool);
    shape(/^Cadre/)
      .element()
      .focus();
    await userEvent.keyboard('{Tab}');
    await expectFocus(shape(/^Masque/));
    await userEvent.keyboard('{Tab}');
    await expectFocus(shape(/^Flèche/));
    await userEvent.keyboard('{Tab}');
    await expectFocus(button('Retirer'));
    shape(/^Masque/)
      .element()
      .focus();
    await userEvent.keyboard('{Delete}');
    await expectFocus(shape(/^Flèche/));
  });

  test('what was done is undone and done again', async () => {
    await open();
    await useByKey('Cadre');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(shape(/^Cadre, 160 × 60, à 240 × 150/)).toBeVisible();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(shape(/^Cadre/).query()).toBeNull();
    await expectFocus(page.getByRole('heading', { name: 'Annoter l’image' }));
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await expect.element(shape(/^Cadre, 160 × 60, à 240 × 150/)).toBeVisible();
    await useByKey('Rétablir l’action');
    await expect.element(shape(/^Cadre, 160 × 60, à 244 × 150/)).toBeVisible();
    await expect.element(button('Rétablir l’action')).toHaveAttribute('aria-disabled', 'true');
    await useByKey('Annuler l’action');
    await expect.element(shape(/^Cadre, 160 × 60, à 240 × 150/)).toBeVisible();
    await expect.element(page.getByRole('status')).toHaveTextContent('Action annulée');
  });
});

describe('what is masked', () => {
  test('is in no pixel of the file', async () => {
    expect(reddish(await pixelsOf(new File([await aScreenshot()], 'x.png')))).toBe(24_000);
    await open();
    await useByKey('Masquer');
    expect(editor().drawing.shapes).toMatchObject([{ from: { x: 240, y: 150 }, to: { x: 400, y: 210 } }]);
    await userEvent.keyboard('{ArrowLeft>21/}{ArrowUp>16/}{Shift>}{ArrowRight>60/}{ArrowDown>40/}{/Shift}');
    await expect.element(shape(/^Masque/)).toBeVisible();
    const file = await keep();
    expect(file).toMatchObject({ name: 'écran.png', type: 'image/png' });
    const pixels = await pixelsOf(file);
    expect(reddish(pixels)).toBe(0);
    // One colour throughout, which nothing can be computed back from.
    const line = Array.from({ length: secret.width }, (_, x) => colourAt(pixels, secret.x + x, secret.y));
    expect(new Set(line.map((colour) => colour.join()))).toEqual(new Set(['91,102,112']));
  });
});

describe('a picture that is too large to be sent', () => {
  /** Grey noise, which no format makes small, round a secret. */
  async function aLargePicture(): Promise<ImageBitmap> {
    const canvas = new OffscreenCanvas(1600, 1200);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No canvas.');
    const noise = context.createImageData(1600, 1200);
    let state = 1;
    for (let at = 0; at < noise.data.length; at += 4) {
      state = (state * 48271) % 2147483647;
      noise.data.fill(state % 256, at, at + 3);
      noise.data[at + 3] = 255;
    }
    context.putImageData(noise, 0, 0);
    context.fillStyle = '#ff0000';
    context.fillRect(301, 203, 401, 299);
    return createImageBitmap(canvas);
  }

  test('is made smaller, and nothing under a mask mixes into its edges', async () => {
    const picture = await aLargePicture();
    const mask = { from: { x: 301, y: 203 }, to: { x: 702, y: 502 } };
    const { drawing } = added(untouched(picture), 'mask', mask);
    const whole = await pictureFile(picture, drawing, 'photo');
    expect(whole).toMatchObject({ name: 'photo.webp', type: 'image/webp' });
    const most = Math.round(whole.size / 3);
    const file = await pictureFile(picture, drawing, 'photo', most);
    expect(file.size).toBeLessThanOrEqual(most);
    const pixels = await pixelsOf(file);
    expect(pixels.width).toBeLessThan(1600);
    expect(pixels.width / pixels.height).toBeCloseTo(4 / 3, 2);
    expect(reddish(pixels)).toBe(0);
    // What the test looks for is found where nothing is masked.
    expect(
      reddish(await pixelsOf(await pictureFile(picture, untouched(picture), 'photo', most))),
    ).toBeGreaterThan(99);
  });
});

describe('by pointer', () => {
  test('a shape is drawn, moved and pulled by its corner', async () => {
    await open();
    await button('Cadre').click();
    const over = page.getByRole('application');
    const { x, y, k } = scaleOf();
    const at = (px: number, py: number) => ({ x: x + px * k, y: y + py * k });
    await userEvent.dragAndDrop(over, over, {
      sourcePosition: at(100, 80),
      targetPosition: at(200, 160),
    });
    await expectFocus(shape(/^Cadre, 100 × 80, à 100 × 80/));
    await userEvent.dragAndDrop(over, over, {
      sourcePosition: at(150, 120),
      targetPosition: at(250, 220),
    });
    await expect.element(shape(/^Cadre, 100 × 80, à 200 × 180/)).toBeVisible();
    await userEvent.dragAndDrop(over, over, {
      sourcePosition: at(300, 260),
      targetPosition: at(340, 300),
    });
    await expect.element(shape(/^Cadre, 140 × 120, à 200 × 180/)).toBeVisible();
    // Without dragging: a corner, then its place.
    await over.click({ position: at(340, 300) });
    await expect.element(page.getByText('Touchez l’endroit où mettre ce coin.')).toBeVisible();
    await over.click({ position: at(400, 320) });
    await expect.element(shape(/^Cadre, 200 × 140, à 200 × 180/)).toBeVisible();
    await over.click({ position: at(20, 20) });
    await expect.element(button('Retirer')).not.toBeInTheDocument();
  });

  test('the part to keep is drawn anywhere', async () => {
    await open();
    await button('Recadrer').click();
    const over = page.getByRole('application');
    const { x, y, k } = scaleOf();
    await useByKey('Agrandir la vue');
    await useByKey('Réduire la vue');
    shape(/^Partie gardée/)
      .element()
      .focus();
    await userEvent.keyboard('{Shift>}{ArrowLeft>100/}{/Shift}');
    await userEvent.dragAndDrop(over, over, {
      sourcePosition: { x: x + 560 * k, y: y + 40 * k },
      targetPosition: { x: x + 620 * k, y: y + 240 * k },
    });
    await expect.element(shape(/^Partie gardée, 60 × 200, à 560 × 40/)).toBeVisible();
    await useByKey('Recadrer');
    const pixels = await pixelsOf(await keep());
    expect([pixels.width, pixels.height]).toEqual([60, 200]);
  });
});

/** Where the picture stands in its element, and how many CSS pixels one of its pixels is. */
function scaleOf(): { x: number; y: number; k: number } {
  const { clientWidth, clientHeight } = page.getByRole('application').element();
  const k = Math.min(clientWidth / size.width, clientHeight / size.height);
  return { x: (clientWidth - size.width * k) / 2, y: (clientHeight - size.height * k) / 2, k };
}

describe('the dialog', () => {
  test('is left at once when nothing was drawn, and gives the focus back', async () => {
    await open();
    await expectFocus(page.getByRole('heading', { name: 'Annoter l’image' }));
    await userEvent.keyboard('{Escape}');
    expect(await outcome).toBeNull();
    await expectFocus(button('Ouvrir'));
    expect(host.shadowRoot?.querySelector('teo-support-picture-editor')).toBeNull();
  });

  test('asks before what was drawn is lost', async () => {
    await open();
    await useByKey('Masquer');
    await userEvent.keyboard('{Escape}');
    await expectFocus(button('Continuer'));
    await expectAccessible();
    await userEvent.keyboard('{Escape}');
    await expect.element(shape(/^Masque/)).toBeVisible();
    await button('Abandonner').click();
    await button('Abandonner').click();
    expect(await outcome).toBeNull();
    await expectFocus(button('Ouvrir'));
  });

  test('keeps its keys from the page', async () => {
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', listen);
    try {
      await open();
      await useByKey('Texte');
      await userEvent.keyboard('abc{Escape}');
      expect(heard).toEqual([]);
    } finally {
      document.removeEventListener('keydown', listen);
    }
  });

  test('lets go of the picture, also when the widget is taken away', async () => {
    await open();
    const { picture } = editor();
    expect(picture?.width).toBe(size.width);
    await useByKey('Cadre');
    host.remove();
    expect(await outcome).toBeNull();
    expect(picture?.width).toBe(0);
  });

  test('says that a picture cannot be opened', async () => {
    host = document.createElement('div');
    document.body.append(host);
    expect(await editPicture(host, 'fr', new Blob(['not a picture']), 'x.png')).toMatch(
      /ne peut pas être ouverte/,
    );
  });
});

describe.each([
  ['wide', { width: 1280, height: 860, media: {} }],
  ['on a phone', { width: 390, height: 844, media: {} }],
  ['narrow', { width: 320, height: 568, media: {} }],
  ['in forced colours', { width: 1280, height: 860, media: { 'forced-colors': 'active' } }],
  ['in the dark', { width: 1280, height: 860, media: { 'prefers-color-scheme': 'dark' } }],
  ['without motion', { width: 1280, height: 860, media: { 'prefers-reduced-motion': 'reduce' } }],
])('%s', (_what, { width, height, media }) => {
  test.each([
    ['fr', ['Recadrer', 'Flèche', 'Cadre', 'Texte', 'Masquer'], 'Agrandir la vue'],
    ['en', ['Crop', 'Arrow', 'Box', 'Text', 'Mask'], 'Zoom in'],
  ] as const)('each state is accessible and fits, in %s', async (lang, tools, larger) => {
    await page.viewport(width, height);
    await emulate(media);
    await open(lang);
    const look = async () => {
      await expectAccessible();
      const shown = editor().shadowRoot?.querySelector('dialog');
      expect(shown?.scrollWidth).toBeLessThanOrEqual(shown?.clientWidth ?? 0);
      for (const one of shown?.querySelectorAll('button') ?? []) {
        const box = one.getBoundingClientRect();
        expect([box.left >= 0, box.right <= width, box.top >= 0, box.bottom <= height]).not.toContain(false);
        expect(one.scrollWidth, one.textContent ?? '').toBeLessThanOrEqual(one.clientWidth + 1);
      }
      if ('prefers-reduced-motion' in media) expect(editor().shadowRoot?.getAnimations()).toEqual([]);
    };
    await look();
    for (const tool of tools) {
      await useByKey(tool);
      await look();
    }
    for (const tool of tools) {
      await button(tool).click();
      await look();
    }
    await useByKey(larger);
    await look();
  });
});
