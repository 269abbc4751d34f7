import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext } from '@playwright/test';

const require = createRequire(import.meta.url);
const inter = require.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2');

/**
 * Gives a context's pages the font that the tokens name first, so that pictures do not hang on what a machine has
 * installed. A font that is made of bytes is nothing that a Content-Security-Policy speaks of.
 */
export async function bringInter(context: BrowserContext): Promise<void> {
  await context.addInitScript(
    (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      document.fonts.add(new FontFace('Inter', bytes, { weight: '100 900' }));
    },
    readFileSync(inter, 'base64'),
  );
}

/** What pictures can be compared at all: those of one Chromium that draws the same text with the same dots. */
export interface DrawnBy {
  readonly chromium: string;
  /** Of a page of text in each font that the product can come to, and of the controls that the browser draws itself. */
  readonly text: string;
}

const sample = `<!doctype html><meta charset="utf-8"><style>
  body { margin: 8px; color: #1b2225 } p { margin: 4px }
</style>
${[400, 550, 650].map((weight) => `<p style="font: ${weight} 14px/1.5 Inter">Émargement, « œuvre » : 1 234 € — où ?</p>`).join('')}
<p style="font: 15px/1.5 system-ui">Journée du 14 juillet</p>
<p style="font: 13px/1.5 ui-monospace, monospace">{stagiaire.prénom} → 0O1l</p>
<p style="font: 14px/1.5 Inter">→ ✓ ✕ … ⌘ ▲ 🙂</p>
<p><input type="checkbox" checked> <input type="radio" checked> <input type="date"> <select><option>Un</option></select></p>`;

/** Draws the sample in a page of its own. */
export async function drawnBy(browser: Browser): Promise<DrawnBy> {
  // What is not said here Playwright takes from the walk that happens to be the first: a phone, say.
  const context = await browser.newContext({
    viewport: { width: 480, height: 200 },
    deviceScaleFactor: 1,
    isMobile: false,
    hasTouch: false,
    colorScheme: 'light',
    forcedColors: 'none',
    locale: 'fr-FR',
  });
  await bringInter(context);
  const page = await context.newPage();
  await page.setContent(sample);
  await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())).then(() => {}));
  const picture = await page.screenshot();
  await context.close();
  return {
    chromium: browser.version().split('.')[0] ?? '',
    text: createHash('sha256').update(picture).digest('hex').slice(0, 16),
  };
}

/** Why pictures of the one cannot be compared with pictures of the other; nothing where they can. */
export function whyNotComparable(taken: DrawnBy | undefined, here: DrawnBy): string {
  if (taken === undefined) return 'it is not said what they were taken with';
  if (taken.chromium !== here.chromium)
    return `they were taken with Chromium ${taken.chromium}, and this is ${here.chromium}`;
  return taken.text === here.text
    ? ''
    : 'this machine draws text with other dots than the one that took them';
}
