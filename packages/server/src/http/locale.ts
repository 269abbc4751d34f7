import type { Catalogue, Locale } from '@teo-support/core/messages';
import { en } from '@teo-support/core/messages/en';
import { fr } from '@teo-support/core/messages/fr';

const catalogues: Readonly<Record<Locale, Catalogue>> = { fr, en };

/** The first supported language of an Accept-Language header by its weights; French when none is. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters
        .map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1])
        .find((text) => text !== undefined);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ language, weight }) => (language === 'fr' || language === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted[0]?.language === 'en' ? 'en' : 'fr';
}

export function catalogueOf(locale: Locale): Catalogue {
  return catalogues[locale];
}
