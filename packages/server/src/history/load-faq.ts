import { type FileRef, type StaffActor, usualReviewDue } from '@teo-support/core';
import type { History } from '@teo-support/core/contract';
import { changeArticle, picturesOf, recordSearch, setSynonyms } from '../faq/index.js';
import type { TeomasterViewer } from '../identity/index.js';
import type { Transaction } from '../storage/index.js';
import type { RecordUploads } from './record-uploads.js';

type Team = ReadonlyMap<string, { readonly actor: StaffActor }>;

interface Surroundings {
  readonly team: Team;
  readonly teomaster: (subject: string) => TeomasterViewer;
  readonly recordUploads: RecordUploads;
}

/**
 * Loads the articles of a history, each written, reviewed by another person and published at its own times, and what was
 * searched for in them.
 */
export async function loadFaq(
  tx: Transaction,
  { synonyms, articles, searches }: History['faq'],
  { team, teomaster, recordUploads }: Surroundings,
): Promise<void> {
  const coming = new Set(articles.map(({ article }) => article.id));
  const expected = null;
  for (const { article, author, reviewer, draftedAt, publishedAt } of articles) {
    const { id, ...content } = article;
    const published = Date.parse(publishedAt);
    const writer = personOf(team, author);
    const reader = personOf(team, reviewer);
    const of = { id, expected, coming };
    const drafted = { ...of, actor: writer, now: Date.parse(draftedAt) };
    const pictures = await recordUploads(tx, writer.id, [...new Set(picturesOf(content))], drafted.now);
    const shown = showing(content, pictures);
    await changeArticle(tx, { ...drafted, command: { type: 'draft', content: shown, origin: null } });
    await changeArticle(tx, { ...drafted, command: { type: 'submit' } });
    const read = { ...of, actor: reader, now: published };
    await changeArticle(tx, { ...read, command: { type: 'review', verdict: 'approved', comment: '' } });
    const command = { type: 'publish', reviewDue: usualReviewDue(published) } as const;
    await changeArticle(tx, { ...of, actor: writer, now: published, command });
  }
  for (const { by, at, ...search } of searches) {
    await recordSearch(tx, teomaster(by), search, Date.parse(at));
  }
  const first = articles[0];
  if (synonyms.length > 0 && first !== undefined) {
    const now = Date.parse(first.draftedAt);
    await setSynonyms(tx, { groups: synonyms, actor: personOf(team, first.author), now, expected });
  }
}

type Content = Omit<History['faq']['articles'][number]['article'], 'id'>;

/** An article that names its pictures by the keys of their files, with the pictures as they were uploaded. */
function showing({ fr, en, ...content }: Content, pictures: ReadonlyMap<string, FileRef>): Content {
  const shown = <T extends { readonly body: string }>(text: T): T => ({
    ...text,
    body: [...pictures].reduce(
      (body, [key, { id }]) => body.replaceAll(`(file:${key})`, `(file:${id})`),
      text.body,
    ),
  });
  return { ...content, fr: shown(fr), en: en === null ? null : shown(en) };
}

function personOf(team: Team, email: string): StaffActor {
  const person = team.get(email);
  if (person === undefined)
    throw new Error(`The history names a person whom it does not introduce: ${email}`);
  return person.actor;
}
