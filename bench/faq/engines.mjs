import { confidentFrom, excerpt, FaqIndex, foldForSearch, Synonyms, searchFaq } from '@teo-support/core';
import Database from 'libsql';
import MiniSearch from 'minisearch';

/** @typedef {import('./evaluation-set.mjs').Searchable} Searchable */
/** @typedef {{ ids: string[], confident: boolean }} Answer */
/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {(articles: readonly Searchable[]) => void} fill
 * @property {(query: string) => Answer} search
 */

const limit = 10;

/** The search of this product, with the excerpts that it shows. @param {string[][]} groups @returns {Engine} */
export function ours(groups) {
  const index = new FaqIndex();
  const synonyms = new Synonyms(groups);
  return {
    name: 'téo support',
    fill: (articles) => {
      for (const article of articles) index.add(article);
    },
    search(query) {
      const hits = searchFaq(index, synonyms, { typed: query, limit });
      for (const { article, terms } of hits) excerpt(index, article.text, terms);
      return {
        ids: hits.map(({ article }) => article.id),
        confident: (hits[0]?.confidence ?? 0) >= confidentFrom,
      };
    },
  };
}

/**
 * MiniSearch as its documentation advises: fields with weights, the last word as a prefix, fuzzy by length; and accents
 * folded, which it does not do by itself. It has no measure of confidence: it answers with whatever it finds.
 *
 * @returns {Engine}
 */
export function miniSearch() {
  const index = new MiniSearch({
    fields: ['title', 'variants', 'keywords', 'text'],
    extractField: (article, field) => {
      const value = article[field];
      return Array.isArray(value) ? value.join(' ') : value;
    },
    processTerm: (term) => foldForSearch(term),
  });
  return {
    name: 'MiniSearch',
    fill: (articles) => index.addAll(articles),
    search(query) {
      const hits = index.search(query, {
        boost: { title: 4, variants: 3, keywords: 3 },
        fuzzy: 0.2,
        prefix: (_term, place, terms) => place === terms.length - 1,
      });
      return { ids: hits.slice(0, limit).map(({ id }) => String(id)), confident: hits.length > 0 };
    },
  };
}

/** Plain FTS5: accents folded by its tokenizer, every word quoted, the last one as a prefix, bm25 by field. @returns {Engine} */
export function fts5() {
  const db = new Database(':memory:');
  db.exec(
    `create virtual table faq using fts5(id unindexed, title, variants, keywords, text, tokenize = "unicode61 remove_diacritics 2")`,
  );
  const insert = db.prepare('insert into faq values (?, ?, ?, ?, ?)');
  const select = db.prepare(
    'select id from faq where faq match ? order by bm25(faq, 0, 4, 3, 3, 1) limit 10',
  );
  return {
    name: 'FTS5',
    fill(articles) {
      db.exec('begin');
      for (const { id, title, variants, keywords, text } of articles) {
        insert.run(id, title, variants.join(' '), keywords.join(' '), text);
      }
      db.exec('commit');
    },
    search(query) {
      const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
      if (words.length === 0) return { ids: [], confident: false };
      const match = words
        .map((word, place) => `"${word}"${place === words.length - 1 ? '*' : ''}`)
        .join(' OR ');
      const rows = /** @type {{ id: string }[]} */ (select.all(match));
      const ids = rows.map(({ id }) => id);
      return { ids, confident: ids.length > 0 };
    },
  };
}
