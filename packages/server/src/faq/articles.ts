import {
  type Article,
  type ArticleCommand,
  type ArticleContent,
  type ArticleEvent,
  decideArticle,
  evolveArticle,
  foldForSearch,
  type KnownWords,
  linkedArticles,
  parseBody,
  type StaffActor,
  shownFiles,
  stageOf,
  stateOf,
  titleOf,
} from '@teo-support/core';
import { eq, inArray } from 'drizzle-orm';
import { givePictures, picturesFor } from '../files/index.js';
import { ProblemError, RejectionError } from '../http/index.js';
import type { Reader, Transaction } from '../storage/index.js';
import { appendFaqEvents, readFaqEvents } from './events.js';
import { readKnownWords } from './known-words.js';
import { type FaqEvent, faqArticles } from './tables.js';

export interface ArticleChange {
  readonly id: string;
  readonly command: ArticleCommand;
  readonly actor: StaffActor;
  readonly now: number;
  /** The versions of which the caller has seen one, or `null` for any. */
  readonly expected: readonly number[] | null;
  /** Ids of articles that are yet to come in the same transaction. */
  readonly coming?: ReadonlySet<string>;
}

/** The one way in which an article changes. */
export async function changeArticle(tx: Transaction, change: ArticleChange): Promise<Article> {
  const { id, command, actor, now, expected, coming } = change;
  const before = await findArticle(tx, id);
  if (before === null && command.type !== 'draft') throw new ProblemError('not-found');
  if (expected !== null && !expected.includes(before?.version ?? 0))
    throw new ProblemError('version-conflict');
  const there = await existing(tx, named(command));
  const exists = (other: string) => there.has(other) || coming?.has(other) === true;
  const known = await knownFor(tx, before, command);
  const pictures = await picturesFor(tx, id, actor, picturesIn(command));
  const isPicture = (file: string) => pictures.has(file);
  const decision = decideArticle(before, command, { actor, now, id, exists, isPicture, known });
  if (!decision.ok) throw new RejectionError(decision.rejection, '');
  const after = decision.events.reduce<Article | null>(
    (article, event) => evolveArticle(id, article, event),
    before,
  );
  if (after === null) throw new Error('An accepted command left no article.');
  if (decision.events.length > 0) {
    await appendFaqEvents(tx, subjectOf(id), before?.version ?? 0, decision.events);
    const row = rowOf(after);
    await tx.insert(faqArticles).values(row).onConflictDoUpdate({ target: faqArticles.id, set: row });
    const { published } = after;
    await givePictures(tx, id, {
      named: [...pictures],
      published: published === null ? [] : picturesOf(published.content),
    });
  }
  return after;
}

export async function findArticle(reader: Reader, id: string): Promise<Article | null> {
  const [row] = await reader
    .select({ article: faqArticles.article })
    .from(faqArticles)
    .where(eq(faqArticles.id, id));
  return row?.article ?? null;
}

/** What happened to an article, oldest first. */
export async function readArticleEvents(reader: Reader, id: string): Promise<ArticleEvent[]> {
  return (await readFaqEvents(reader, subjectOf(id))).filter(isOfArticle);
}

/** Each article of a history, after each of its events. */
export function lifeOf(id: string, events: readonly ArticleEvent[]): Article[] {
  const life: Article[] = [];
  for (const event of events) life.push(evolveArticle(id, life.at(-1) ?? null, event));
  return life;
}

export function subjectOf(articleId: string): string {
  return `article:${articleId}`;
}

function isOfArticle(event: FaqEvent): event is ArticleEvent {
  return event.type.startsWith('article.');
}

function rowOf(article: Article): typeof faqArticles.$inferInsert {
  const title = titleOf(article);
  return {
    id: article.id,
    title,
    searchTitle: foldForSearch(title),
    state: stateOf(article),
    stage: stageOf(article),
    modules: (article.published ?? article.draft)?.content.modules ?? [],
    reviewDue: article.published?.reviewDue ?? null,
    changedAt: article.changedAt,
    version: article.version,
    ticketId: article.origin?.kind === 'ticket' ? article.origin.ticketId : null,
    article,
  };
}

/** What may not stand in the text, for the steps that look at it. */
async function knownFor(
  reader: Reader,
  article: Article | null,
  { type }: ArticleCommand,
): Promise<KnownWords | null> {
  if (article?.origin?.kind !== 'ticket' || (type !== 'submit' && type !== 'publish')) return null;
  return readKnownWords(reader, article.origin.ticketId);
}

/** The other articles that a command names. */
function named(command: ArticleCommand): string[] {
  switch (command.type) {
    case 'draft':
    case 'revise':
      return [...command.content.related, ...linkedIn(command.content)];
    case 'withdraw':
      return command.replacedBy === null ? [] : [command.replacedBy];
    default:
      return [];
  }
}

/** The pictures that a command is to show. */
function picturesIn(command: ArticleCommand): string[] {
  return command.type === 'draft' || command.type === 'revise' ? picturesOf(command.content) : [];
}

/** The files that an article shows, in both languages. */
export function picturesOf({ fr, en }: ArticleContent): string[] {
  return [fr, ...(en === null ? [] : [en])].flatMap(({ body }) => shownFiles(parseBody(body)));
}

function linkedIn({ fr, en }: ArticleContent): string[] {
  return [fr, ...(en === null ? [] : [en])].flatMap(({ body }) => linkedArticles(parseBody(body)));
}

async function existing(reader: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await reader
    .select({ id: faqArticles.id })
    .from(faqArticles)
    .where(inArray(faqArticles.id, [...ids]));
  return new Set(rows.map(({ id }) => id));
}
