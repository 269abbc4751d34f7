import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ArticleForm, contentOf, emptyForm, fieldNames, formOf, readForm } from './article-form.js';
import { mergeForms } from './merge-forms.js';

const base: ArticleForm = { ...emptyForm, 'fr.title': 'Avoir', 'fr.body': 'Ouvrez.', modules: 'invoicing' };

test('what only one has changed is taken from them; what both have changed is for somebody to choose', () => {
  const mine = { ...base, 'fr.title': 'Faire un avoir', 'fr.body': 'Ouvrez la facture.' };
  const theirs = { ...base, 'fr.keywords': 'remboursement', 'fr.body': 'Ouvrez Facturation.' };
  expect(mergeForms(base, mine, theirs)).toEqual({
    form: { ...mine, 'fr.keywords': 'remboursement' },
    conflicts: ['fr.body'],
  });
});

const word = fc.constantFrom('', 'a', 'b', 'c');
const form = fc.array(word, { minLength: fieldNames.length, maxLength: fieldNames.length }).map((values) => {
  const made: Record<keyof ArticleForm, string> = { ...emptyForm };
  for (const [place, name] of fieldNames.entries()) made[name] = values[place] ?? '';
  return made;
});

test('no word of either is lost: it is in the form, or there to be chosen, or somebody took it back', () => {
  fc.assert(
    fc.property(form, form, form, (before, mine, theirs) => {
      const merged = mergeForms(before, mine, theirs);
      for (const name of fieldNames) {
        const open = merged.conflicts.includes(name);
        if (mine[name] !== before[name]) expect(merged.form[name]).toBe(mine[name]);
        if (theirs[name] !== before[name] && !open) expect(merged.form[name]).toBe(theirs[name]);
      }
      expect(mergeForms(before, mine, before)).toEqual({ form: mine, conflicts: [] });
    }),
  );
});

test('a form is what its content is, and comes back from storage', () => {
  const content = {
    fr: { title: 'Titre', variants: ['a', 'b'], keywords: ['c'], body: 'Un\n\nDeux' },
    en: null,
    modules: ['invoicing' as const],
    ticketTypes: ['malfunction' as const],
    related: ['x'],
    harmless: ['500'],
  };
  expect(contentOf(formOf(content))).toEqual(content);
  const english = { ...content, en: { ...content.fr, title: 'Title' } };
  expect(contentOf(formOf(english))).toEqual(english);
  expect(readForm(JSON.parse(JSON.stringify(formOf(english))))).toEqual(formOf(english));
  expect(readForm({ 'fr.title': 'x' })).toBeNull();
  expect(readForm('x')).toBeNull();
});
