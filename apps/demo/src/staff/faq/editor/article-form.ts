import { type TeoModule, type TicketType, teoModules, ticketTypes } from '@teo-support/core';
import type { FaqContent, StaffFaqArticle } from '@teo-support/sdk';

export const textNames = ['title', 'variants', 'keywords', 'body'] as const;

/** What is written of an article, in the order of its form. Lists are lines. `en` is `yes` where it is translated. */
export const fieldNames = [
  'fr.title',
  'fr.variants',
  'fr.keywords',
  'fr.body',
  'en',
  'en.title',
  'en.variants',
  'en.keywords',
  'en.body',
  'modules',
  'ticketTypes',
  'related',
  'harmless',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** Every field as text, so that one way of comparing and merging holds for all of them. */
export type ArticleForm = Readonly<Record<FieldName, string>>;

export type WrittenContent = NonNullable<StaffFaqArticle['draft']>['content'];

export const emptyForm: ArticleForm = {
  'fr.title': '',
  'fr.variants': '',
  'fr.keywords': '',
  'fr.body': '',
  en: '',
  'en.title': '',
  'en.variants': '',
  'en.keywords': '',
  'en.body': '',
  modules: '',
  ticketTypes: '',
  related: '',
  harmless: '',
};

export function formOf({
  fr,
  en,
  modules,
  ticketTypes: types,
  related,
  harmless,
}: WrittenContent): ArticleForm {
  return {
    'fr.title': fr.title,
    'fr.variants': fr.variants.join('\n'),
    'fr.keywords': fr.keywords.join('\n'),
    'fr.body': fr.body,
    en: en === null ? '' : 'yes',
    'en.title': en?.title ?? '',
    'en.variants': en?.variants.join('\n') ?? '',
    'en.keywords': en?.keywords.join('\n') ?? '',
    'en.body': en?.body ?? '',
    modules: modules.join('\n'),
    ticketTypes: types.join('\n'),
    related: related.join('\n'),
    harmless: harmless.join('\n'),
  };
}

export function contentOf(form: ArticleForm): WrittenContent & FaqContent {
  const text = (language: 'fr' | 'en') => ({
    title: form[`${language}.title`].trim(),
    variants: linesOf(form[`${language}.variants`]),
    keywords: linesOf(form[`${language}.keywords`]),
    body: form[`${language}.body`],
  });
  return {
    fr: text('fr'),
    en: form.en === '' ? null : text('en'),
    modules: modulesOf(form),
    ticketTypes: typesOf(form),
    related: linesOf(form.related),
    harmless: form.harmless === '' ? [] : form.harmless.split('\n'),
  };
}

function modulesOf({ modules }: ArticleForm): TeoModule[] {
  const chosen = linesOf(modules);
  return teoModules.filter((module) => chosen.includes(module));
}

function typesOf({ ticketTypes: types }: ArticleForm): TicketType[] {
  const chosen = linesOf(types);
  return ticketTypes.filter((type) => chosen.includes(type));
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What was stored of a form, or null when it is none. */
export function readForm(stored: unknown): ArticleForm | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const form: Record<FieldName, string> = { ...emptyForm };
  for (const name of fieldNames) {
    const value: unknown = Reflect.get(stored, name);
    if (typeof value !== 'string') return null;
    form[name] = value;
  }
  return form;
}
