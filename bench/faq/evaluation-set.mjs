import { readdir, readFile } from 'node:fs/promises';
import { parseBody, plainText } from '@teo-support/core';

/**
 * @typedef {object} Text
 * @property {string} title
 * @property {string[]} variants
 * @property {string[]} keywords
 * @property {string[]} body lines of Markdown
 */
/** @typedef {{ slug: string, modules: import('@teo-support/core').TeoModule[], fr: Text }} Article */
/** @typedef {{ query: string, answers: string[] }} Asked what is typed, and which articles answer it: none, perhaps */
/** @typedef {import('@teo-support/core').SearchableArticle} Searchable */

const demo = new URL('../../apps/demo/src/seed/faq/', import.meta.url);

/**
 * The articles of the demo and those that stand beside them here, the queries with their answers in the two parts of a
 * split that was fixed before there was a search, and the synonyms. Nothing is ever tuned on the part that is kept aside.
 */
export async function readEvaluationSet() {
  const files = (await readdir(demo)).filter((name) => name.endsWith('.json') && name !== 'synonyms.json');
  /** @type {Article[]} */
  const articles = [];
  for (const name of files.sort()) articles.push(...(await readJson(new URL(name, demo))));
  articles.push(...(await readJson(new URL('more-articles.json', import.meta.url))));
  /** @type {{ tuning: Asked[], kept: Asked[] }} */
  const queries = await readJson(new URL('queries.json', import.meta.url));
  /** @type {string[][]} */
  const synonyms = await readJson(new URL('synonyms.json', demo));
  return { articles: articles.map(searchable), queries, synonyms };
}

/** @param {Article} article @returns {Searchable} */
function searchable({ slug, modules, fr }) {
  const { title, variants, keywords, body } = fr;
  return { id: slug, title, variants, keywords, text: plainText(parseBody(body.join('\n'))), modules };
}

/** @param {URL} place */
async function readJson(place) {
  return JSON.parse(await readFile(place, 'utf8'));
}
