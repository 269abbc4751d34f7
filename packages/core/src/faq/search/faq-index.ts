import type { SearchWord } from '../../text/french-text.js';
import type { TeoModule } from '../../ticket-types/teo-modules.js';
import { faqWord, indexedWords } from './faq-words.js';
import { Vocabulary } from './vocabulary.js';

/** What of an article is searched, in one language. */
export interface SearchableArticle {
  readonly id: string;
  readonly title: string;
  /** The same question as people ask it. */
  readonly variants: readonly string[];
  readonly keywords: readonly string[];
  /** The text of the body, without its marks. */
  readonly text: string;
  readonly modules: readonly TeoModule[];
}

/** What one occurrence of a word says about what an article is about: a probability of sorts, from 0 to 1. */
const evidence = { title: 0.75, variant: 0.62, keyword: 0.6, text: 0.12 };
/** However often a word comes in the body, it says no more than so much. */
const mostOfText = 0.36;

/** One word in one article. */
interface Posting {
  readonly place: number;
  readonly evidence: number;
}

/** A title or a variant, by its terms. */
export type Question = readonly number[];

export interface IndexedArticle extends SearchableArticle {
  readonly questions: readonly Question[];
  /** The terms of title, variants and keywords: what the article is about, not only what it mentions. */
  readonly subject: ReadonlySet<number>;
}

/**
 * The published articles of one language, in memory, as they are searched. Articles are added and removed one by one, so
 * that whoever fills it can let others have their turn in between.
 */
export class FaqIndex {
  readonly vocabulary = new Vocabulary();
  readonly #articles: (IndexedArticle | null)[] = [];
  readonly #placeById = new Map<string, number>();
  readonly #postings: Posting[][] = [];
  /** The words of shown texts as they are written: an article is shown far more often than it is written. */
  readonly #termByWritten = new Map<string, number>();
  /** How much of the articles a term says something about, in articles. */
  readonly #spread: number[] = [];

  get size(): number {
    return this.#placeById.size;
  }

  /** How many places there are: those of articles that are gone stay empty. */
  get places(): number {
    return this.#articles.length;
  }

  /** Adds an article, or what it is now in the place of what it was. */
  add(article: SearchableArticle): void {
    this.remove(article.id);
    const place = this.#articles.length;
    const doubt = new Map<number, number>();
    const doubtOfText = new Map<number, number>();
    const termOf = (word: SearchWord) => this.vocabulary.add(word);
    const say = (terms: readonly number[], sure: number, of = doubt) => {
      for (const term of terms) of.set(term, (of.get(term) ?? 1) * (1 - sure));
    };
    const title = terms(article.title, termOf);
    const variants = article.variants.map((variant) => terms(variant, termOf));
    const keywords = terms(article.keywords.join(', '), termOf);
    say(title, evidence.title);
    for (const term of new Set(variants.flat())) say([term], evidence.variant);
    say(keywords, evidence.keyword);
    for (const word of indexedWords(article.text)) say([termOf(word)], evidence.text, doubtOfText);
    for (const [term, left] of doubtOfText) say([term], Math.min(1 - left, mostOfText));
    for (const [term, left] of doubt) this.#post(term, { place, evidence: 1 - left });
    this.#articles.push({
      ...article,
      questions: [title, ...variants],
      subject: new Set([...title, ...variants.flat(), ...keywords]),
    });
    this.#placeById.set(article.id, place);
  }

  remove(id: string): void {
    const place = this.#placeById.get(id);
    const article = place === undefined ? null : this.#articles[place];
    if (place === undefined || article === null || article === undefined) return;
    this.#placeById.delete(id);
    this.#articles[place] = null;
    const words = [article.title, ...article.variants, article.keywords.join(', '), article.text];
    const held = new Set(words.flatMap((text) => terms(text, (word) => this.vocabulary.add(word))));
    for (const term of held) {
      const postings = this.#postings[term] ?? [];
      const at = postings.findIndex((posting) => posting.place === place);
      const [gone] = at < 0 ? [] : postings.splice(at, 1);
      this.#spread[term] = (this.#spread[term] ?? 0) - (gone?.evidence ?? 0);
    }
  }

  at(place: number): IndexedArticle | null {
    return this.#articles[place] ?? null;
  }

  postingsOf(term: number): readonly Posting[] {
    return this.#postings[term] ?? [];
  }

  /** The term of a word as an article has it, accents and all. */
  termWritten(written: string): number | undefined {
    const known = this.#termByWritten.get(written);
    if (known !== undefined) return known;
    const word = faqWord(written);
    const term = word === undefined ? undefined : this.vocabulary.termOf(word);
    if (term !== undefined) this.#termByWritten.set(written, term);
    return term;
  }

  /** How much a word tells one article from another: nothing when all have it. */
  weightOf(spread: number): number {
    return Math.log(1 + (this.size + 1) / (spread + 0.5)) - Math.log(2);
  }

  spreadOf(term: number): number {
    return this.#spread[term] ?? 0;
  }

  #post(term: number, posting: Posting): void {
    const postings = this.#postings[term];
    if (postings === undefined) this.#postings[term] = [posting];
    else postings.push(posting);
    this.#spread[term] = (this.#spread[term] ?? 0) + posting.evidence;
  }
}

/** The terms of a text, each once. */
function terms(text: string, termOf: (word: SearchWord) => number): number[] {
  return [...new Set(indexedWords(text).map(termOf))];
}
