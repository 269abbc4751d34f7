import {
  type Article,
  confidentFrom,
  excerpt,
  FaqIndex,
  type FaqLanguage,
  type FaqSearch,
  faqLanguages,
  highlight,
  parseBody,
  plainText,
  Synonyms,
  searchFaq,
  textIn,
} from '@teo-support/core';
import type { FaqAnswer } from '@teo-support/core/contract';
import { and, asc, eq, gt, max } from 'drizzle-orm';
import { type Database, prepared } from '../storage/index.js';
import { findArticle } from './articles.js';
import { readSynonyms } from './synonyms.js';
import { faqArticles, faqEvents } from './tables.js';

/** Others have their turn after so long, in milliseconds, while the index is filled. */
const longestTurnMs = 10;
const articlesAtOnce = 100;

const selectHead = prepared((db) =>
  db
    .select({ head: max(faqEvents.position) })
    .from(faqEvents)
    .prepare(),
);

/**
 * What is published, in memory, ready to be searched. It follows the log: before each answer it looks whether anything was
 * appended that it has not seen, by whomever, so that an article is found by the first search after its publication.
 */
export class PublishedFaq {
  readonly #db: Database;
  readonly #indexes: Readonly<Record<FaqLanguage, FaqIndex>> = { fr: new FaqIndex(), en: new FaqIndex() };
  #synonyms = new Synonyms([]);
  /** The last event of the log that was taken in; null while nothing was. */
  #position: number | null = null;
  #catchingUp: Promise<void> | null = null;
  #stopped = false;

  constructor(db: Database) {
    this.#db = db;
  }

  async search(language: FaqLanguage, search: FaqSearch): Promise<FaqAnswer> {
    await this.catchUp();
    const index = this.#indexes[language];
    const hits = searchFaq(index, this.#synonyms, search);
    return {
      answered: (hits[0]?.confidence ?? 0) >= confidentFrom,
      hits: hits.map(({ article, terms }) => ({
        id: article.id,
        title: mutable(highlight(index, article.title, terms)),
        excerpt: mutable(excerpt(index, article.text, terms)),
        modules: [...article.modules],
      })),
    };
  }

  /** Takes in what was published, changed and withdrawn since it last looked; all of it, the first time. */
  async catchUp(): Promise<void> {
    for (;;) {
      const [row] = await selectHead(this.#db.lookUp).all();
      const head = row?.head ?? 0;
      if (this.#position !== null && this.#position >= head) return;
      this.#catchingUp ??= this.#follow(this.#position, head).finally(() => {
        this.#catchingUp = null;
      });
      await this.#catchingUp;
    }
  }

  /** Reads nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#catchingUp?.catch(() => undefined);
  }

  async #follow(from: number | null, to: number): Promise<void> {
    if (from === null) await this.#takeAll();
    else await this.#takeChanges(from);
    this.#synonyms = new Synonyms((await readSynonyms(this.#db.read)).groups);
    this.#position = to;
  }

  async #takeAll(): Promise<void> {
    for (let after = ''; !this.#stopped; ) {
      const rows = await this.#db.read
        .select({ article: faqArticles.article })
        .from(faqArticles)
        .where(and(eq(faqArticles.state, 'published'), gt(faqArticles.id, after)))
        .orderBy(asc(faqArticles.id))
        .limit(articlesAtOnce);
      const last = rows.at(-1);
      if (last === undefined) return;
      await inTurns(rows, ({ article }) => this.#take(article));
      after = last.article.id;
    }
  }

  async #takeChanges(from: number): Promise<void> {
    const rows = await this.#db.read
      .selectDistinct({ subject: faqEvents.subject })
      .from(faqEvents)
      .where(gt(faqEvents.position, from));
    const ids = rows.flatMap(({ subject }) => /^article:(.+)$/.exec(subject)?.[1] ?? []);
    const articles: Article[] = [];
    for (const id of ids) {
      const article = await findArticle(this.#db.read, id);
      if (article !== null) articles.push(article);
    }
    await inTurns(articles, (article) => this.#take(article));
  }

  #take({ id, published }: Article): void {
    for (const language of faqLanguages) {
      const index = this.#indexes[language];
      if (published === null) {
        index.remove(id);
        continue;
      }
      const { title, variants, keywords, body } = textIn(published.content, language);
      const { modules } = published.content;
      index.add({ id, title, variants, keywords, text: plainText(parseBody(body)), modules });
    }
  }
}

async function inTurns<T>(things: readonly T[], take: (thing: T) => void): Promise<void> {
  let turnBegan = performance.now();
  for (const thing of things) {
    take(thing);
    if (performance.now() - turnBegan < longestTurnMs) continue;
    await new Promise(setImmediate);
    turnBegan = performance.now();
  }
}

function mutable({ text, ranges }: ReturnType<typeof highlight>): FaqAnswer['hits'][number]['title'] {
  return { text, ranges: [...ranges] };
}
