import type { Locale } from '@teo-support/core/messages';
import type { ScreenshotWords } from '../../locales/words.js';
import { pictureOfTab } from '../capture/tab-picture.js';
import { PictureEditor } from './picture-editor.js';

/** A new picture; what is to be said as there is none; or nothing, as the person left it. */
export type Outcome = File | string | null;

/** A picture of so many pixels is as sharp as any screen; more is beyond what some phones can paint on. */
const mostPixels = 16_000_000;

/**
 * Takes a picture of the tab, if the person agrees, and lets them edit it before anything is sent.
 * @param field the element that asks: the editor is shown in it, and the widget that it belongs to is hidden meanwhile
 */
export async function takePicture(field: HTMLElement, locale: Locale): Promise<Outcome> {
  // Asked first, as browsers let a page ask only right after a press.
  const taking = pictureOfTab(widgetOf(field));
  const [taken, words] = await Promise.all([taking, wordsIn(locale)]);
  if (taken.kind !== 'taken') return words[taken.kind];
  const time = new Date().toTimeString().slice(0, 8).replaceAll(':', '');
  const note = taken.masked === 0 ? '' : words.masked(taken.masked);
  return edited(field, words, taken.picture, words.name(time), note);
}

/** Lets somebody edit a picture that they have chosen. What comes of it is a new file. */
export async function editPicture(
  field: HTMLElement,
  locale: Locale,
  content: Blob,
  name: string,
): Promise<Outcome> {
  const words = await wordsIn(locale);
  const picture = await opened(content);
  if (picture === null) return words.unreadable;
  return edited(field, words, picture, name.replace(/\.\w{1,5}$/, ''), '');
}

async function wordsIn(locale: Locale): Promise<ScreenshotWords> {
  return locale === 'en'
    ? (await import('../../locales/en-screenshots.js')).enScreenshots
    : (await import('../../locales/fr-screenshots.js')).frScreenshots;
}

/** `null` for what this browser cannot decode. */
async function opened(content: Blob): Promise<ImageBitmap | null> {
  try {
    const whole = await createImageBitmap(content);
    const scale = Math.sqrt(mostPixels / (whole.width * whole.height));
    if (scale >= 1) return whole;
    const resizeWidth = Math.floor(whole.width * scale);
    const smaller = await createImageBitmap(whole, { resizeWidth, resizeQuality: 'high' });
    whole.close();
    return smaller;
  } catch {
    return null;
  }
}

async function edited(
  field: HTMLElement,
  words: ScreenshotWords,
  picture: ImageBitmap,
  name: string,
  note: string,
): Promise<File | null> {
  const editor = new PictureEditor();
  editor.words = words;
  editor.name = name;
  editor.note = note;
  editor.begin(picture);
  const done = new Promise<File | null>((resolve) => {
    editor.addEventListener('picture-done', (event) => {
      if (event instanceof CustomEvent) resolve(event.detail);
    });
  });
  (field.shadowRoot ?? field).append(editor);
  const file = await done;
  editor.remove();
  return file;
}

/** The widget, in whose shadow the element is. */
function widgetOf(element: HTMLElement): HTMLElement {
  for (let host: Element = element; ; ) {
    const root = host.getRootNode();
    if (host.localName === 'teo-support' || !(root instanceof ShadowRoot))
      return host instanceof HTMLElement ? host : element;
    host = root.host;
  }
}
