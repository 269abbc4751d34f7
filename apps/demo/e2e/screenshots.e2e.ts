import type { Page } from '@playwright/test';
import { openTeo } from './people.js';
import { expect, test } from './watched-page.js';

// The browser's own capture of tabs, where the person always agrees.
test.use({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const args = [...(launchOptions.args ?? []), '--auto-accept-this-tab-capture'];
      await use({ ...launchOptions, args });
    },
    { scope: 'worker' },
  ],
});

const capture = (page: Page) => page.getByRole('button', { name: 'Capturer cet onglet' });
const editor = (page: Page) => page.getByRole('dialog', { name: 'Annoter l’image' });

/** Everything private on the page becomes red, and nothing else is. */
async function paintSecretsRed(page: Page): Promise<void> {
  await page.locator('[data-teo-private]').evaluateAll((elements) => {
    for (const element of elements) {
      for (const one of [element, ...element.querySelectorAll('*')]) {
        if (!(one instanceof HTMLElement)) continue;
        one.style.setProperty('background', '#ff0000', 'important');
        one.style.setProperty('color', '#ff0000', 'important');
      }
    }
  });
}

/** Keeps what the page captures and what it sends, to look at them afterwards. */
async function watchPictures(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const send = window.fetch;
    window.fetch = (input, init) => {
      if (init?.body instanceof Blob) Object.assign(window, { sent: init.body });
      return send(input, init);
    };
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getDisplayMedia.bind(mediaDevices);
    mediaDevices.getDisplayMedia = async (options) => {
      const stream = await ask(options);
      Object.assign(window, { captured: stream });
      return stream;
    };
  });
}

async function openForm(page: Page, path: string): Promise<void> {
  await openTeo(page, 'u-yann-le-goff', 'fr', path);
  await expect(page.locator('[data-teo-private]').first()).toBeVisible();
  await paintSecretsRed(page);
  await page.getByRole('button', { name: 'Aide', exact: true }).click();
  await page.getByRole('button', { name: /^Dysfonctionnement/ }).click();
}

/** What is sent when the picture is kept, as anybody would decode it. */
async function sentPicture(page: Page): Promise<Looked> {
  const sent = page.waitForResponse((response) => response.url().endsWith('/v1/files'));
  await page.getByRole('button', { name: 'Joindre l’image' }).click();
  expect((await sent).status()).toBe(201);
  return page.evaluate(look);
}

type Looked = Awaited<ReturnType<typeof look>>;

async function look() {
  const sent: unknown = Reflect.get(window, 'sent');
  if (!(sent instanceof Blob)) throw new Error('Nothing was sent.');
  const bitmap = await createImageBitmap(sent);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (context === null) throw new Error('No canvas.');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const colours = new Set<number>();
  let secrets = 0;
  let masks = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
    colours.add((red << 16) + (green << 8) + blue);
    if (red > green + 60 && red > blue + 60) secrets += 1;
    if (red === 91 && green === 102 && blue === 112) masks += 1;
  }
  const { width, height } = bitmap;
  return { width, height, secrets, masks: masks / (width * height), colours: colours.size };
}

/** How much of the window is private: its share, without what two elements share. */
async function privateShare(page: Page): Promise<number> {
  return page.locator('[data-teo-private]').evaluateAll((elements) => {
    let area = 0;
    for (const element of elements) {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const width = Math.min(right, innerWidth) - Math.max(left, 0);
      const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
      if (width > 0 && height > 0) area += width * height;
    }
    return area / (innerWidth * innerHeight);
  });
}

const pages = [
  { name: 'as it is', scale: 1, zoom: '1', scrolled: 0 },
  { name: 'scrolled', scale: 1, zoom: '1', scrolled: 137 },
  { name: 'enlarged by the page', scale: 1, zoom: '1.25', scrolled: 60 },
  { name: 'on a dense screen', scale: 2, zoom: '1', scrolled: 60 },
] as const;

for (const { name, scale, zoom, scrolled } of pages) {
  test.describe(name, () => {
    test.use({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: scale });

    test(`a picture of the tab has neither what is private nor the panel in it: ${name}`, async ({
      page,
      watched,
    }) => {
      // Chromium says so on a page that forbids itself the camera, and captures the tab all the same.
      watched.expect(/Permissions policy violation: camera/);
      await watchPictures(page);
      await openForm(page, '/teo/annuaire');
      await page.evaluate(
        ([factor, top]) => {
          document.documentElement.style.setProperty('zoom', factor);
          scrollTo(0, top);
        },
        [zoom, scrolled] as const,
      );
      const share = await privateShare(page);
      expect(share).toBeGreaterThan(0.02);
      await capture(page).click();
      await expect(editor(page)).toBeVisible();
      await expect(page.getByText(/zones de données personnelles ont été masquées/)).toBeVisible();
      const tracks = await page.evaluate(() => {
        const stream: unknown = Reflect.get(window, 'captured');
        return stream instanceof MediaStream ? stream.getTracks().map(({ readyState }) => readyState) : [];
      });
      expect(tracks).toEqual(['ended']);
      const picture = await sentPicture(page);
      expect(picture.width / picture.height).toBeCloseTo(1280 / 720, 1);
      expect(picture.colours).toBeGreaterThan(20);
      expect(picture.secrets).toBe(0);
      // All of them, as the panel hides none, and not much more than them.
      expect(picture.masks).toBeGreaterThan(share * 0.98);
      expect(picture.masks).toBeLessThan(share * 1.25 + 0.01);
      await expect(page.getByRole('button', { name: /^Retirer capture-\d{6}\.png/ })).toBeVisible();
    });
  });
}

test('who does not agree is told the other ways, and the panel is back', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getDisplayMedia = () =>
      Promise.reject(new DOMException('The person has said no.', 'NotAllowedError'));
  });
  await openForm(page, '/teo/annuaire');
  await capture(page).click();
  await expect(page.getByRole('alert').getByText(/coller, déposer ou choisir une image/)).toBeVisible();
  await expect(capture(page)).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a picture is picked and masked by touch, without dragging', async ({ page }) => {
    await watchPictures(page);
    await openForm(page, '/teo/annuaire');
    await expect(page.getByRole('button', { name: 'Choisir des fichiers' })).toBeVisible();
    await expect(capture(page)).toHaveCount(0);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choisir des fichiers' }).tap();
    const buffer = await page.screenshot();
    await (await chooser).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer });
    await page.getByRole('button', { name: 'Annoter photo.png' }).tap();
    await page.getByRole('button', { name: 'Masquer' }).tap();
    const over = page.getByRole('application');
    const box = await over.boundingBox();
    if (box === null) throw new Error('There is no picture.');
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    const mask = page.getByRole('img', { name: /^Masque/ });
    await expect(mask).toBeFocused();
    const before = await mask.getAttribute('aria-label');
    const corner = await mask.locator('[data-grip="to,to"] .dot').boundingBox();
    if (corner === null) throw new Error('There is no corner.');
    await page.touchscreen.tap(corner.x + corner.width / 2, corner.y + corner.height / 2);
    await expect(page.getByText('Touchez l’endroit où mettre ce coin.')).toBeVisible();
    await page.touchscreen.tap(corner.x + 40, corner.y + 60);
    await expect(mask).not.toHaveAttribute('aria-label', before ?? '');
    const picture = await sentPicture(page);
    expect(picture.masks).toBeGreaterThan(0.03);
  });
});

const withoutPicture: readonly (readonly [where: string, arrange: (page: Page) => Promise<unknown>])[] = [
  [
    'in a browser that does not say which tab it gives',
    (page) =>
      page.addInitScript(() => Reflect.deleteProperty(MediaDevices.prototype, 'setCaptureHandleConfig')),
  ],
  [
    'on a page that is forbidden to ask',
    (page) =>
      page.route('**/teo/annuaire*', async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), 'permissions-policy': 'display-capture=()' };
        await route.fulfill({ response, headers });
      }),
  ],
];

for (const [where, arrange] of withoutPicture) {
  test(`a picture of the tab is not offered ${where}, and what else can be done is said`, async ({
    page,
  }) => {
    await arrange(page);
    await openForm(page, '/teo/annuaire');
    await expect(page.getByText(/Une capture d’écran .*se colle ou se dépose ici/)).toBeVisible();
    await expect(capture(page)).toHaveCount(0);
  });
}
