import type { Given, Settings, WidgetElement } from '../launcher/settings.js';
import type { Language } from '../locales/language.js';

/** How the page has set the widget up: the launcher only keeps it, as it is to be small. */
export function settingsOf(
  element: WidgetElement,
  language: Language,
  { token, ask, errors }: Given,
): Settings {
  const attribute = (name: string) => element.getAttribute(name) ?? '';
  let early = token;
  return {
    baseUrl: attribute('base-url'),
    language,
    hostVersion: attribute('host-version'),
    getToken: (reason) => {
      const first = early ?? ask(reason);
      early = null;
      return first;
    },
    fetch: element.fetch,
    module: () => attribute('module'),
    hostContext: () => element.getContext?.(),
    recentErrors: () => errors,
    close: () => element.close(),
    personChanged: () => element.identify(),
    filed: (detail) => element.dispatchEvent(new CustomEvent('teo-support-filed', { detail })),
  };
}
