import { type FieldIssue, issue } from '../../ticket-types/field-issue.js';
import { linkedArticles, shownFiles } from '../body/body.js';
import { parseBody } from '../body/parse-body.js';
import { findMaskable } from '../masking/find-maskable.js';
import { nothingKnown } from '../masking/known-words.js';
import type { ArticleContent, ArticleText } from './article.js';

/** How long and how many things may be: texts in UTF-16 code units. */
export const articleBounds = {
  title: 200,
  variants: 12,
  keywords: 30,
  keyword: 60,
  body: 20_000,
  images: 30,
  related: 12,
  harmless: 100,
  harmlessWords: 200,
} as const;

/**
 * What is wrong with what was written of an article, with the path to each place.
 * @param exists whether there is an article of that id: links that lead nowhere are refused when they are written
 * @param isPicture whether a file is a picture that this article may show
 */
export function checkContent(
  id: string,
  content: ArticleContent,
  exists: (id: string) => boolean,
  isPicture: (file: string) => boolean,
): FieldIssue[] {
  const { fr, en, modules, related } = content;
  const issues = [...checkText(['fr'], fr), ...(en === null ? [] : checkText(['en'], en))];
  if (modules.length === 0) issues.push(issue(['modules'], 'too_few', { min: 1 }));
  if (related.length > articleBounds.related) {
    issues.push(issue(['related'], 'too_many', { max: articleBounds.related }));
  }
  for (const [place, other] of related.entries()) {
    if (other === id || !exists(other)) issues.push(issue(['related', `${place}`], 'not_an_option'));
  }
  for (const [language, text] of [['fr', fr] as const, ['en', en] as const]) {
    const blocks = text === null ? [] : parseBody(text.body);
    if (linkedArticles(blocks).some((other) => other !== id && !exists(other))) {
      issues.push(issue([language, 'body'], 'not_an_option'));
    }
    const shown = shownFiles(blocks);
    if (shown.length > articleBounds.images) {
      issues.push(issue([language, 'body'], 'too_many', { max: articleBounds.images }));
    }
    if (!shown.every(isPicture)) issues.push(issue([language, 'body'], 'unknown_file'));
  }
  issues.push(
    ...checkList(['harmless'], content.harmless, articleBounds.harmless, articleBounds.harmlessWords),
  );
  for (const [place, words] of content.harmless.entries()) {
    if (alwaysTells(words)) issues.push(issue(['harmless', `${place}`], 'not_an_option'));
  }
  return issues;
}

/** An address or a number by which somebody is reached is never harmless: a general word says as much. */
function alwaysTells(words: string): boolean {
  return findMaskable(words, nothingKnown).some(({ kind }) => kind === 'email' || kind === 'phone');
}

function checkText(path: readonly string[], { title, variants, keywords, body }: ArticleText): FieldIssue[] {
  return [
    ...checkLine([...path, 'title'], title, articleBounds.title),
    ...checkList([...path, 'variants'], variants, articleBounds.variants, articleBounds.title),
    ...checkList([...path, 'keywords'], keywords, articleBounds.keywords, articleBounds.keyword),
    ...(body.trim() === '' ? [issue([...path, 'body'], 'required')] : []),
    ...(body.length > articleBounds.body
      ? [issue([...path, 'body'], 'too_long', { max: articleBounds.body })]
      : []),
  ];
}

function checkList(path: readonly string[], lines: readonly string[], most: number, longest: number) {
  const tooMany = lines.length > most ? [issue(path, 'too_many', { max: most })] : [];
  return [...tooMany, ...lines.flatMap((line, place) => checkLine([...path, `${place}`], line, longest))];
}

function checkLine(path: readonly string[], line: string, longest: number): FieldIssue[] {
  if (line.trim() === '') return [issue(path, 'required')];
  if (/[\r\n]/.test(line)) return [issue(path, 'one_line_only')];
  return line.length > longest ? [issue(path, 'too_long', { max: longest })] : [];
}
