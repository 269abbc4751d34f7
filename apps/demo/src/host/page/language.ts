import { type ScreenName, screens } from '../screens.js';

/** The language of the page, which the server has put on the document. */
export const language = document.documentElement.lang === 'en' ? 'en' : 'fr';

/** The tag by which dates and amounts are written. */
export const localeTag = language === 'en' ? 'en-GB' : 'fr-FR';

/** The address of a screen, in the language that the visitor has asked for. */
export function hrefOf(screen: ScreenName): string {
  const asked = new URLSearchParams(window.location.search).get('lang');
  return asked === null ? screens[screen].path : `${screens[screen].path}?lang=${asked}`;
}
