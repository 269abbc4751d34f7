import { fts5, miniSearch, ours } from './faq/engines.mjs';
import { readEvaluationSet } from './faq/evaluation-set.mjs';
import { fillers } from './faq/fillers.mjs';

/** @typedef {import('./faq/engines.mjs').Engine} Engine */
/** @typedef {import('./faq/evaluation-set.mjs').Asked} Asked */

/**
 * @typedef {object} FaqQuality
 * @property {string} engine
 * @property {'tuning' | 'kept'} part
 * @property {number} queries that have an answer
 * @property {number} top1 share of them whose answer comes first
 * @property {number} top3
 * @property {number} reciprocalRank mean
 * @property {number} confident share of them that are answered with confidence
 * @property {number} unanswerable queries that have no answer
 * @property {number} falseComfort share of those that are answered with confidence all the same
 */
/**
 * @typedef {object} FaqSpeed
 * @property {string} engine
 * @property {number} articles
 * @property {number} p50 of one search, in milliseconds
 * @property {number} p95
 * @property {number} ofFts5 its p95 beside that of FTS5
 * @property {number} fillMsPerArticle
 */

const sizes = [150, 1_000, 10_000];

/** How well and how fast the FAQ is searched, beside two engines that could do it, in the same run. */
export async function measureFaq() {
  const { articles, queries, synonyms } = await readEvaluationSet();
  const engines = () => [ours(synonyms), miniSearch(), fts5()];
  /** @type {FaqQuality[]} */
  const quality = [];
  for (const engine of engines()) {
    engine.fill(articles);
    quality.push(qualityOf(engine, 'tuning', queries.tuning), qualityOf(engine, 'kept', queries.kept));
  }
  /** @type {FaqSpeed[]} */
  const speed = [];
  const typed = [...queries.tuning, ...queries.kept].flatMap(({ query }) => [query, halfTyped(query)]);
  for (const size of sizes) {
    const filled = [...articles.slice(0, size), ...fillers(articles, Math.max(0, size - articles.length))];
    const measured = engines().map((engine) => ({
      engine: engine.name,
      articles: size,
      ...speedOf(engine, filled, typed),
    }));
    const reference = measured.find(({ engine }) => engine === 'FTS5')?.p95 ?? Number.NaN;
    speed.push(...measured.map((one) => ({ ...one, ofFts5: one.p95 / reference })));
  }
  return { quality, speed };
}

/** @param {Engine} engine @param {'tuning' | 'kept'} part @param {readonly Asked[]} asked @returns {FaqQuality} */
function qualityOf(engine, part, asked) {
  const answerable = asked.filter(({ answers }) => answers.length > 0);
  const unanswerable = asked.filter(({ answers }) => answers.length === 0);
  const found = answerable.map(({ query, answers }) => {
    const { ids, confident } = engine.search(query);
    return { rank: ids.findIndex((id) => answers.includes(id)) + 1, confident };
  });
  /** @param {(one: { rank: number, confident: boolean }) => boolean} is */
  const share = (is) => found.filter(is).length / found.length;
  return {
    engine: engine.name,
    part,
    queries: answerable.length,
    top1: share(({ rank }) => rank === 1),
    top3: share(({ rank }) => rank >= 1 && rank <= 3),
    reciprocalRank: found.reduce((sum, { rank }) => sum + (rank === 0 ? 0 : 1 / rank), 0) / found.length,
    confident: share(({ confident }) => confident),
    unanswerable: unanswerable.length,
    falseComfort:
      unanswerable.filter(({ query }) => engine.search(query).confident).length / unanswerable.length,
  };
}

/** @param {Engine} engine @param {readonly import('./faq/evaluation-set.mjs').Searchable[]} articles @param {readonly string[]} typed */
function speedOf(engine, articles, typed) {
  const begun = performance.now();
  engine.fill(articles);
  const fillMsPerArticle = (performance.now() - begun) / articles.length;
  for (const query of typed.slice(0, 100)) engine.search(query);
  const times = typed.map((query) => {
    const start = performance.now();
    engine.search(query);
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), fillMsPerArticle };
}

/** What stands in the field while somebody still types. @param {string} query */
function halfTyped(query) {
  return query.slice(0, Math.max(2, Math.ceil(query.length * 0.6)));
}
