import type { TeoModule } from '../../ticket-types/teo-modules.js';
import { mostTelling, weigh } from './evidence.js';
import type { FaqIndex, IndexedArticle } from './faq-index.js';
import { readFaqQuery } from './faq-query.js';
import { confidenceOf, likeness, termsOf } from './likeness.js';
import type { Synonyms } from './synonyms.js';

/** An article that was found. */
export interface FaqHit {
  readonly article: IndexedArticle;
  readonly score: number;
  /** From 0 to 1: how surely this article answers what was typed. */
  readonly confidence: number;
  /** The terms by which it was found: what is highlighted. */
  readonly terms: ReadonlySet<number>;
}

/**
 * From this confidence on an answer may be shown as one. Set on the queries of `bench/faq` for tuning, where it answers nine
 * in ten that have an answer and hardly any that has none; below it, articles are only offered.
 */
export const confidentFrom = 0.52;

export interface FaqSearch {
  readonly typed: string;
  /** The module of téo that the person is in. */
  readonly module?: TeoModule | undefined;
  readonly limit: number;
}

/** As many of those that have the words are compared by their questions. */
const compared = 60;
/** How much the questions count beside the words. */
const ofQuestions = 1.1;
/** How much it counts that the article is about the module that the person is in. */
const ofModule = 0.08;

/** The articles that answer what was typed, best first; those that are equally good in the order of their ids. */
export function searchFaq(index: FaqIndex, synonyms: Synonyms, search: FaqSearch): FaqHit[] {
  const { wanted, tells } = readFaqQuery(search.typed, index.vocabulary, synonyms);
  const weighted = wanted.map((one) => weigh(index, one));
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  // Ties are broken at the end, by id: the order in which articles came is no reason.
  const likely = mostTelling(weighted, total, compared);
  const terms = termsOf(weighted);
  const hits = likely.flatMap(({ place, score }): FaqHit[] => {
    const article = index.at(place);
    if (article === null) return [];
    const question = Math.max(
      0,
      ...article.questions.map((one) => likeness(index, one, weighted, terms, total)),
    );
    const hint = search.module !== undefined && article.modules.includes(search.module) ? ofModule : 0;
    return [
      {
        article,
        score: score + ofQuestions * question + hint,
        confidence: tells ? confidenceOf(article, weighted, total, question) : 0,
        terms: new Set(terms.keys()),
      },
    ];
  });
  return hits
    .sort((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1))
    .slice(0, search.limit);
}
