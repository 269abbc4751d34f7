import { expect, test } from 'vitest';
import { en } from './en.js';
import { fr } from './fr.js';

/** Words that are the same in both languages, by nature. */
const shared = new Set([
  'language.fr',
  'language.en',
  'queue.total',
  'queue.filter.service',
  'queue.filter.type',
  'queue.columns.type',
  'assignment.service',
  'organization.people',
  'organization.teomasters',
  'navigation.faq',
  'navigation.improvements',
  'forum.votes',
  'forum.by',
  'forum.list.module',
  'forum.roadmap.module',
  'forum.month.discussion',
  'forum.month.ofModule',
  'faq.title',
  'faq.pages.articles',
  'apiKeys.states.active',
  'team.roles.agent',
  'team.services',
]);

function flatten(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(2, 'x'))]];
  return Object.entries(Object(value)).flatMap(([key, inner]) =>
    flatten(inner, path === '' ? key : `${path}.${key}`),
  );
}

test('English says everything that French says, in English', () => {
  const french = flatten({ ...fr, domain: {} });
  const english = new Map(flatten({ ...en, domain: {} }));
  expect([...english.keys()].sort()).toEqual(french.map(([path]) => path).sort());
  const untranslated = french.filter(
    ([path, text]) => english.get(path) === text && /[a-z]{3}/i.test(text) && !shared.has(path),
  );
  expect(untranslated).toEqual([]);
});

test('the team reads whose answer is awaited from its own side', () => {
  expect(fr.domain.statuses.pending).toBe('En attente du téomaster');
  expect(en.domain.statuses.pending).toBe('Waiting for the téomaster');
});

test('no line of French can begin with its punctuation, or end with an opening quote', () => {
  const words = flatten({ ...fr, domain: {} }).map(([, text]) => text);
  expect(words.filter((text) => / [:;?!»]|« /.test(text))).toEqual([]);
});
