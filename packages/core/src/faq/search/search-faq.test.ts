import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt, highlight } from './excerpt.js';
import { FaqIndex, type SearchableArticle } from './faq-index.js';
import { confidentFrom, searchFaq } from './search-faq.js';
import { Synonyms } from './synonyms.js';

const article = (id: string, title: string, more: Partial<SearchableArticle> = {}): SearchableArticle => ({
  id,
  title,
  variants: [],
  keywords: [],
  text: '',
  modules: ['training_files'],
  ...more,
});

const articles = [
  article('lien', 'Renvoyer l’invitation à signer', {
    variants: ['Le stagiaire n’a pas reçu le lien de signature'],
    keywords: ['émargement'],
    text: 'Ouvrez la session, puis l’onglet Émargement. Cliquez sur Renvoyer.',
  }),
  article('tablette', 'Faire signer sur une tablette', { keywords: ['émargement', 'QR code'] }),
  article('echeancier', 'Créer un échéancier de paiement', {
    variants: ['Payer en plusieurs fois'],
    modules: ['invoicing'],
  }),
  article('avoir', 'Faire un avoir partiel', {
    text: 'Saisissez le montant à rendre, ou les heures de l’échéancier.',
    modules: ['invoicing'],
  }),
  article('oeuvre', 'Œuvres et actions', { variants: ['Mise en œuvre'] }),
  article('courriel', 'Modifier un courriel', { modules: ['communication'] }),
  article('motdepasse', 'Mot de passe oublié', { modules: ['administration'] }),
  article('factures', 'Numéroter les factures', { modules: ['invoicing'] }),
  article('ecole', 'Facture électronique', {
    keywords: ['Factur-X', 'plateforme'],
    modules: ['invoicing'],
  }),
];
const synonyms = new Synonyms([
  ['courriel', 'mail', 'e-mail'],
  ['mot de passe', 'mdp'],
]);

function indexOf(list: readonly SearchableArticle[]): FaqIndex {
  const index = new FaqIndex();
  for (const one of list) index.add(one);
  return index;
}
const index = indexOf(articles);
const find = (typed: string, module?: SearchableArticle['modules'][number]) =>
  searchFaq(index, synonyms, { typed, module, limit: 5 });
const idsOf = (typed: string) => find(typed).map((hit) => hit.article.id);

describe('what is typed finds the article', () => {
  test.each([
    ['without accents', 'echeancier', 'echeancier'],
    ['in capitals', 'ÉCHÉANCIER', 'echeancier'],
    ['with an elision', "l'échéancier", 'echeancier'],
    ['with a curly one', 'l’échéancier', 'echeancier'],
    ['with a ligature or without', 'oeuvre', 'oeuvre'],
    ['in the plural', 'échéanciers', 'echeancier'],
    ['in another form', 'signature', 'lien'],
    ['of an irregular verb', 'lien pas recu', 'lien'],
    ['an irregular verb in the present', 'ne reçoit pas le lien', 'lien'],
    ['with one typing error', 'echeansier', 'echeancier'],
    ['with two in a long word', 'echansier', 'echeancier'],
    ['with neighbours swapped', 'tabeltte', 'tablette'],
    ['in another order', 'partiel avoir', 'avoir'],
    ['by a synonym', 'changer un mail', 'courriel'],
    ['by a synonym for several words', 'mdp', 'motdepasse'],
    ['by several words for one', 'mot de passe', 'motdepasse'],
    ['as one word', 'qrcode', 'tablette'],
    ['without its hyphen', 'facturx', 'ecole'],
    ['shortened as people do', 'convoc ou echeanc', 'echeancier'],
    ['with its last word still being typed', 'avoir parti', 'avoir'],
    ['that word alone', 'tabl', 'tablette'],
    ['by words of its body alone', 'onglet', 'lien'],
  ])('%s', (_how, typed, id) => {
    expect(idsOf(typed)[0]).toBe(id);
  });

  test('a title says more than a body', () => {
    expect(idsOf('échéancier').slice(0, 2)).toEqual(['echeancier', 'avoir']);
  });

  test('the module that the person is in tips the scales, and does not narrow', () => {
    const list = [
      article('a', 'Exporter la liste', { modules: ['directory'] }),
      article('b', 'Exporter la liste', { modules: ['invoicing'] }),
    ];
    const hintOf = (module: SearchableArticle['modules'][number]) =>
      searchFaq(indexOf(list), synonyms, { typed: 'exporter', module, limit: 5 }).map(
        (hit) => hit.article.id,
      );
    expect(hintOf('invoicing')).toEqual(['b', 'a']);
    expect(hintOf('directory')).toEqual(['a', 'b']);
  });

  test('short words are not bent into others, nor are numbers', () => {
    expect(idsOf('lier')).not.toContain('lien');
    expect(idsOf('2024')).toEqual([]);
  });
});

describe('confidence', () => {
  test.each(['échéancier', 'payer en plusieurs fois', 'avoir partiel', 'mdp'])('%s is answered', (typed) => {
    expect(find(typed)[0]?.confidence).toBeGreaterThanOrEqual(confidentFrom);
  });

  test.each([
    'menu de la cantine',
    'échéancier des congés payés du personnel administratif',
    'onglet',
    'payer le parking',
  ])('%s is not, though words of it occur', (typed) => {
    expect(find(typed)[0]?.confidence ?? 0).toBeLessThan(confidentFrom);
  });
});

test('words that nearly every text has are offered, and never taken for an answer', () => {
  const others = ['Payer et facturer', 'Signer et renvoyer'].map((title) => article(title, title));
  const found = searchFaq(indexOf(others), synonyms, { typed: '" et ( *', limit: 5 });
  expect(found.map(({ confidence }) => confidence)).toEqual([0, 0]);
  const telling = searchFaq(indexOf(others), synonyms, { typed: 'payer et facturer', limit: 1 });
  expect(telling[0]?.confidence).toBeGreaterThanOrEqual(confidentFrom);
});

describe('what is shown of a hit', () => {
  const [hit] = find('renvoyer emargement');
  const shown = (part: { text: string; ranges: readonly { start: number; end: number }[] }) =>
    part.ranges.map(({ start, end }) => part.text.slice(start, end));

  test('has its words marked as they are written', () => {
    if (hit === undefined) throw new Error('nothing was found');
    expect(shown(highlight(index, hit.article.title, hit.terms))).toEqual(['Renvoyer']);
    expect(shown(excerpt(index, hit.article.text, hit.terms))).toEqual(['Émargement', 'Renvoyer']);
  });

  test('is the stretch of a long text that has most of them', () => {
    const text = `${'Rien de cela ici. '.repeat(30)}Enfin, l’avoir partiel. ${'Plus rien. '.repeat(30)}`;
    const long = indexOf([article('long', 'Long', { text })]);
    const [found] = searchFaq(long, synonyms, { typed: 'avoir partiel', limit: 1 });
    if (found === undefined) throw new Error('nothing was found');
    const cut = excerpt(long, text, found.terms);
    expect(shown(cut)).toEqual(['avoir', 'partiel']);
    expect(cut.text).toMatch(/^…/);
    expect(cut.text).toMatch(/…$/);
    expect(cut.text.length).toBeLessThan(180);
  });
});

test('an article that is removed, or replaced, is no longer found by what it was', () => {
  const changing = indexOf(articles);
  const ids = (typed: string) =>
    searchFaq(changing, synonyms, { typed, limit: 5 }).map((hit) => hit.article.id);
  changing.add(article('tablette', 'Projeter le planning'));
  expect(ids('tablette')).toEqual([]);
  expect(ids('planning')).toEqual(['tablette']);
  changing.remove('tablette');
  changing.remove('never there');
  expect(ids('planning')).toEqual([]);
  expect(changing.size).toBe(articles.length - 1);
});

describe('whatever is typed', () => {
  const words = articles.flatMap(({ title, keywords }) => [...title.split(' '), ...keywords]);
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.oneof(
          fc.constantFrom(...words),
          fc.constantFrom('AND', '"', '*', 'NEAR(', '-', ')', "l'", 'ﬁ', '🧾'),
        ),
        {
          maxLength: 8,
        },
      )
      .map((parts) => parts.join(' ')),
  );

  test('is no syntax: it never throws, is the same each time, and best comes first', () => {
    fc.assert(
      fc.property(typed, (query) => {
        const hits = find(query);
        expect(hits).toEqual(find(query));
        for (const { confidence, score } of hits) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(score).toBeGreaterThan(0);
        }
        const scores = hits.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
      { numRuns: 400 },
    );
  });

  test('marks lie within the text, in their order, and cut no word in two', () => {
    fc.assert(
      fc.property(typed, fc.string({ unit: 'grapheme', maxLength: 500 }), (query, body) => {
        const own = indexOf([...articles, article('own', query, { text: body })]);
        for (const { article: found, terms } of searchFaq(own, synonyms, { typed: query, limit: 3 })) {
          for (const { text, ranges } of [
            excerpt(own, found.text, terms),
            highlight(own, found.title, terms),
          ]) {
            let before = 0;
            for (const { start, end } of ranges) {
              expect(start).toBeGreaterThanOrEqual(before);
              expect(end).toBeGreaterThan(start);
              before = end;
            }
            expect(before).toBeLessThanOrEqual(text.length);
            expect(text).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('it does not matter in which order the articles came', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), typed, (order, query) => {
        const other = searchFaq(indexOf(order), synonyms, { typed: query, limit: 9 });
        const mine = searchFaq(index, synonyms, { typed: query, limit: 9 });
        expect(other.map((hit) => hit.article.id)).toEqual(mine.map((hit) => hit.article.id));
      }),
      { numRuns: 60 },
    );
  });
});
