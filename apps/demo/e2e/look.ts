import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FullConfig, Locator, Page, Request } from '@playwright/test';
import { cutOff } from './cut-off.js';
import { bringInter, type DrawnBy, drawnBy, whyNotComparable } from './drawn-text.js';
import { changedSince, keep, writeTo } from './kept-pictures.js';
import { test as base, expect } from './watched-page.js';

const takenWith = fileURLToPath(new URL('looks/taken-with.json', import.meta.url));

/** Takes pictures of a page, and compares them with those that were looked at. */
export type Look = (name: string, as?: Looks) => Promise<void>;

/** As whom, so to speak: one picture for each way of looking. */
export interface Looks {
  /** Widths of the window in CSS pixels; as it is without. */
  readonly at?: readonly number[];
  /** In dark, too, at the last of the widths. */
  readonly dark?: boolean;
  /** A part of the page, where the rest stands in other pictures. */
  readonly of?: Locator;
  /** To its end; without, of what goes on and on only the beginning is taken. */
  readonly whole?: boolean;
  /** What is shown while something loads stays. */
  readonly loading?: boolean;
}

export const test = base.extend<
  { readonly look: Look; readonly pending: ReadonlySet<Request>; readonly stillClock: undefined },
  { readonly notComparable: string }
>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern.
  baseURL: ({}, use, { config }) => use(String(config.metadata.still)),

  notComparable: [
    async ({ browser }, use, { config }) => {
      const taken: DrawnBy | undefined = existsSync(takenWith)
        ? JSON.parse(readFileSync(takenWith, 'utf8'))
        : undefined;
      const here = await drawnBy(browser);
      const because = whyNotComparable(taken, here);
      if (because !== '' && isUpdate(config)) writeTo(takenWith, `${JSON.stringify(here, undefined, 2)}\n`);
      await use(isUpdate(config) ? '' : because);
    },
    { scope: 'worker' },
  ],

  stillClock: [
    async ({ context, page }, use, { config }) => {
      await bringInter(context);
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
      await page.clock.setFixedTime(Number(config.metadata.stillMoment));
      await use(undefined);
    },
    { auto: true },
  ],

  pending: async ({ page }, use) => {
    const pending = new Set<Request>();
    page.on('request', (request) => {
      // The stream of what happens ends with the page.
      if (new URL(request.url()).pathname !== '/v1/live') pending.add(request);
    });
    page.on('requestfinished', (request) => pending.delete(request));
    page.on('requestfailed', (request) => pending.delete(request));
    await use(pending);
  },

  look: async ({ page, pending, notComparable }, use, testInfo) => {
    if (notComparable) testInfo.annotations.push({ type: 'not compared', description: notComparable });
    const take = async (name: string, of: Locator | undefined): Promise<void> => {
      testInfo.annotations.push({ type: 'picture', description: name });
      expect.soft(await cutOff(page), name).toEqual([]);
      const picture = await steadyPicture(of ?? page);
      if (notComparable) return writeTo(testInfo.outputPath(`${name}.after.png`), picture);
      const changed = await changedSince(name, picture);
      if (changed === undefined) return;
      const { before, difference, dots } = changed;
      writeTo(testInfo.outputPath(`${name}.after.png`), picture);
      if (before !== undefined) writeTo(testInfo.outputPath(`${name}.before.png`), before);
      if (difference !== undefined) writeTo(testInfo.outputPath(`${name}.difference.png`), difference);
      if (isUpdate(testInfo.config)) await keep(name, picture);
      else
        expect
          .soft(before === undefined ? 'nobody has looked at it' : `${dots} dots`, name)
          .toBe('as it was');
    };
    await use(async (name, { at = [], dark = false, of, whole = false, loading = false } = {}) => {
      const { width, height } = page.viewportSize() ?? { width: 1280, height: 860 };
      const widths = at.length > 0 ? at : [width];
      for (const wide of widths) {
        await page.setViewportSize({ width: wide, height });
        await comeToRest(page, pending, loading);
        await showBelow(page, whole ? 2400 : 500, () => comeToRest(page, pending, loading));
        const schemes = dark && wide === widths.at(-1) ? (['light', 'dark'] as const) : (['light'] as const);
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme });
          await comeToRest(page, pending, loading);
          const parts = [name, ...(at.length > 0 ? [wide] : []), ...(colorScheme === 'dark' ? ['dark'] : [])];
          await take(parts.join('-'), of);
        }
      }
      // The narrowest that is promised is looked through, too, and needs no picture of its own.
      await page.setViewportSize({ width: 320, height });
      await page.emulateMedia({ colorScheme: 'light' });
      expect.soft(await cutOff(page), `${name}, 320 px wide`).toEqual([]);
      await page.setViewportSize({ width, height });
    });
  },
});

function isUpdate({ updateSnapshots }: FullConfig): boolean {
  return updateSnapshots === 'all' || updateSnapshots === 'changed';
}

/** What two looks in a row see. */
async function steadyPicture(seen: Page | Locator): Promise<Buffer> {
  const shot = () => seen.screenshot({ animations: 'disabled', caret: 'hide' });
  let picture = await shot();
  const isSteady = async () => {
    const before = picture;
    picture = await shot();
    return picture.equals(before);
  };
  await expect.poll(isSteady, { intervals: [0, 50, 100] }).toBe(true);
  return picture;
}

/** Nothing is asked of the server, no font and no picture is missing, and nothing says that it loads. */
async function comeToRest(page: Page, pending: ReadonlySet<Request>, loading: boolean): Promise<void> {
  await page.mouse.move(0, 0);
  let calm = 0;
  const waitedFor = async () => {
    const drawn = await page.evaluate(async () => {
      await document.fonts.ready;
      const shown = (root: Document | ShadowRoot): boolean =>
        [...root.querySelectorAll('*')].every(
          (element) =>
            (!(element instanceof HTMLImageElement) || element.complete || element.loading === 'lazy') &&
            (element.shadowRoot === null || shown(element.shadowRoot)),
        );
      return shown(document);
    });
    const says = loading ? 0 : await page.getByText(/^(?:Chargement|Loading)…$/u).count();
    const waits = [
      ...[...pending].map((request) => request.url()),
      ...(drawn ? [] : ['a picture']),
      ...(says > 0 ? ['what says that it loads'] : []),
    ];
    calm = waits.length === 0 ? calm + 1 : 0;
    // Calm twice, as an answer may bring the next question.
    return calm > 1 ? [] : [...waits, 'calm'];
  };
  await expect.poll(waitedFor, { intervals: [30, 60, 120] }).toEqual([]);
}

/** Makes the window higher until all that it shows is seen, or so many pixels more. What comes late counts, too. */
async function showBelow(page: Page, most: number, rest: () => Promise<void>): Promise<void> {
  for (let left = most; ; ) {
    const more = Math.min(await hiddenBelow(page), left);
    if (more === 0) return;
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    await page.setViewportSize({ width, height: height + more });
    await rest();
    left -= more;
  }
}

/** Scrolls all to its beginning, and says how much higher the window has to be for the rest to be seen, too. */
async function hiddenBelow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const hidden = (root: Document | ShadowRoot): number =>
      Math.max(
        0,
        ...[...root.querySelectorAll('*')].map((element) => {
          const scrolls =
            element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowY);
          if (scrolls) element.scrollTo({ top: 0, behavior: 'instant' });
          const own =
            scrolls && !(element instanceof HTMLTextAreaElement)
              ? element.scrollHeight - element.clientHeight
              : 0;
          return Math.max(own, element.shadowRoot === null ? 0 : hidden(element.shadowRoot));
        }),
      );
    return hidden(document);
  });
}

export { expect };
