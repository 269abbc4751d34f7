import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../people/actor.js';
import { organizationId, staffId, teomasterId } from '../../people/ids.js';
import { imageLine } from '../body/image.js';
import { type Article, type ArticleContent, stageOf, stateOf } from './article.js';
import { type ArticleCommand, decideArticle } from './decide-article.js';
import type { ArticleEvent } from './events.js';
import { evolveArticle } from './evolve-article.js';

const now = Date.parse('2026-11-24T09:00:00Z');
const nextYear = Date.parse('2027-11-24T09:00:00Z');
const colleague = (name: string): Actor => ({
  kind: 'staff',
  id: staffId(name),
  role: 'agent',
  services: ['customer'],
});
const ines = colleague('ines');
const hugo = colleague('hugo');
const claire: Actor = { kind: 'teomaster', id: teomasterId('claire'), organizationId: organizationId('org') };

const manyPictures = Array.from({ length: 31 }, (_, n) =>
  imageLine(`0190f3a1-1b2c-7d3e-8f40-0000000000${10 + n}`, 'Écran'),
).join('\n');
const content = (title = 'Faire un avoir', more: Partial<ArticleContent> = {}): ArticleContent => ({
  fr: { title, variants: [], keywords: [], body: 'Ouvrez la facture.' },
  en: null,
  modules: ['invoicing'],
  ticketTypes: [],
  related: [],
  harmless: [],
  ...more,
});
const draft = (title?: string): ArticleCommand => ({ type: 'draft', content: content(title), origin: null });
const revise = (title?: string): ArticleCommand => ({ type: 'revise', content: content(title) });
const submit: ArticleCommand = { type: 'submit' };
const approve: ArticleCommand = { type: 'review', verdict: 'approved', comment: '' };
const publish: ArticleCommand = { type: 'publish', reviewDue: nextYear };
const withdraw: ArticleCommand = { type: 'withdraw', reason: 'Remplacé', replacedBy: 'other' };

function decide(article: Article | null, command: ArticleCommand, actor: Actor) {
  return decideArticle(article, command, {
    actor,
    now,
    id: 'avoir',
    exists: (id) => id === 'other',
    isPicture: (file) => /0000000000[1-9]\d$/.test(file),
    known: null,
  });
}

/** What stands after commands that are all accepted. */
function after(...given: readonly (readonly [ArticleCommand, Actor])[]): Article {
  let article: Article | null = null;
  for (const [command, actor] of given) {
    const decision = decide(article, command, actor);
    if (!decision.ok) throw new Error(decision.rejection.code);
    for (const event of decision.events) article = evolveArticle('avoir', article, event);
  }
  if (article === null) throw new Error('nothing was given');
  return article;
}

function refusal(article: Article | null, command: ArticleCommand, actor: Actor): string {
  const decision = decide(article, command, actor);
  return decision.ok ? 'accepted' : decision.rejection.code;
}

describe('an article', () => {
  test('is drafted, approved by a second person and published', () => {
    const article = after([draft(), ines], [submit, ines], [approve, hugo], [publish, ines]);
    expect(stateOf(article)).toBe('published');
    expect(stageOf(article)).toBe('none');
    expect(article.published).toMatchObject({
      edition: 1,
      content: content(),
      authors: ['ines'],
      reviewer: 'hugo',
      reviewDue: nextYear,
    });
  });

  test('is reviewed by nobody who wrote on it', () => {
    expect(refusal(after([draft(), ines], [submit, ines]), approve, ines)).toBe('review_by_another');
    const both = after([draft(), ines], [revise('Faire un avoir partiel'), hugo], [submit, hugo]);
    expect(refusal(both, approve, ines)).toBe('review_by_another');
    expect(refusal(both, approve, hugo)).toBe('review_by_another');
    expect(refusal(both, approve, colleague('nora'))).toBe('accepted');
  });

  test('is not published unread, nor when it was changed after its approval, nor against it', () => {
    expect(refusal(after([draft(), ines]), publish, ines)).toBe('review_missing');
    const changed = after([draft(), ines], [submit, ines], [approve, hugo], [revise('Autre titre'), ines]);
    expect(refusal(changed, publish, ines)).toBe('review_missing');
    const refused: ArticleCommand = { type: 'review', verdict: 'changes_requested', comment: 'Trop long' };
    expect(refusal(after([draft(), ines], [submit, ines], [refused, hugo]), publish, ines)).toBe(
      'review_missing',
    );
    expect(refusal(after([draft(), ines], [submit, ines]), { ...refused, comment: ' ' }, hugo)).toBe(
      'comment_missing',
    );
  });

  test('stands as it was published while the next edition is written', () => {
    const writing = after(
      [draft(), ines],
      [submit, ines],
      [approve, hugo],
      [publish, ines],
      [revise('Nouveau'), hugo],
      [submit, hugo],
    );
    expect(writing.published?.content.fr.title).toBe('Faire un avoir');
    expect(stageOf(writing)).toBe('to_review');
    // Who wrote the last edition may review the next, as long as others wrote it.
    expect(refusal(writing, approve, ines)).toBe('accepted');
    const again = after(
      [draft(), ines],
      [submit, ines],
      [approve, hugo],
      [publish, ines],
      [revise('Nouveau'), hugo],
      [submit, hugo],
      [approve, ines],
      [publish, hugo],
    );
    expect(again.published).toMatchObject({ edition: 2, authors: ['hugo'], reviewer: 'ines' });
  });

  test('is withdrawn for a reason, and comes back by another review', () => {
    const gone = after([draft(), ines], [submit, ines], [approve, hugo], [publish, ines], [withdraw, ines]);
    expect(stateOf(gone)).toBe('withdrawn');
    expect(gone.withdrawn).toMatchObject({ reason: 'Remplacé', replacedBy: 'other' });
    expect(refusal(gone, publish, ines)).toBe('review_missing');
    expect(refusal(gone, withdraw, ines)).toBe('article_not_published');
    const sent = after(
      [draft(), ines],
      [submit, ines],
      [approve, hugo],
      [publish, ines],
      [withdraw, ines],
      [submit, ines],
    );
    expect(refusal(gone, approve, hugo)).toBe('not_submitted');
    expect(refusal(sent, approve, hugo)).toBe('accepted');
  });

  test('that stands as it is asked for is not changed', () => {
    const article = after([draft(), ines]);
    expect(decide(article, draft(), hugo)).toEqual({ ok: true, events: [] });
    expect(decide(article, revise(), hugo)).toEqual({ ok: true, events: [] });
    expect(decide(article, draft('Autre'), hugo)).toMatchObject({
      rejection: { issues: [{ path: ['id'], code: 'already_used' }] },
    });
  });

  test('is reviewed only once it was sent, and sent again when it was changed', () => {
    expect(stageOf(after([draft(), ines]))).toBe('writing');
    expect(refusal(after([draft(), ines]), approve, hugo)).toBe('not_submitted');
    const sent = after([draft(), ines], [submit, ines]);
    expect(stageOf(sent)).toBe('to_review');
    expect(decide(sent, submit, ines)).toEqual({ ok: true, events: [] });
    const changed = after([draft(), ines], [submit, ines], [revise('Autre'), ines]);
    expect(stageOf(changed)).toBe('writing');
    const refused: ArticleCommand = { type: 'review', verdict: 'changes_requested', comment: 'Trop long' };
    const back = after([draft(), ines], [submit, ines], [refused, hugo], [submit, ines]);
    expect(stageOf(back)).toBe('to_review');
  });

  test('is not for téomasters to write', () => {
    for (const command of [draft(), revise(), submit, approve, publish, withdraw]) {
      expect(refusal(after([draft(), ines]), command, claire)).toBe('staff_only');
    }
  });
});

describe('what is wrong with it is said at its place', () => {
  const text = { title: 'Titre', variants: [], keywords: [], body: 'Corps' };
  test.each<[Partial<ArticleContent>, string, string]>([
    [{ fr: { ...text, title: ' ' } }, 'fr/title', 'required'],
    [{ fr: { ...text, title: 'a\nb' } }, 'fr/title', 'one_line_only'],
    [{ fr: { ...text, variants: ['a', 'x'.repeat(201)] } }, 'fr/variants/1', 'too_long'],
    [{ fr: { ...text, keywords: Array.from({ length: 31 }, () => 'a') } }, 'fr/keywords', 'too_many'],
    [{ en: { ...text, body: '' } }, 'en/body', 'required'],
    [{ fr: { ...text, body: '[x](faq:nowhere)' } }, 'fr/body', 'not_an_option'],
    [
      { fr: { ...text, body: '![Écran](file:0190f3a1-1b2c-7d3e-8f40-000000000000)' } },
      'fr/body',
      'unknown_file',
    ],
    [
      { en: { ...text, body: '![Écran](file:0190f3a1-1b2c-7d3e-8f40-000000000000)' } },
      'en/body',
      'unknown_file',
    ],
    [{ fr: { ...text, body: manyPictures } }, 'fr/body', 'too_many'],
    [{ modules: [] }, 'modules', 'too_few'],
    [{ related: ['other', 'nowhere'] }, 'related/1', 'not_an_option'],
    [{ related: ['avoir'] }, 'related/0', 'not_an_option'],
    [{ harmless: ['500', ''] }, 'harmless/1', 'required'],
    [{ harmless: ['claire@metiers.fr'] }, 'harmless/0', 'not_an_option'],
    [{ harmless: ['06 12 34 56 78'] }, 'harmless/0', 'not_an_option'],
  ])('%j', (part, path, code) => {
    const decision = decide(null, { type: 'draft', content: content('Titre', part), origin: null }, ines);
    const issues =
      decision.ok || decision.rejection.code !== 'fields_invalid' ? [] : decision.rejection.issues;
    expect(issues.map((one) => [one.path.join('/'), one.code])).toEqual([[path, code]]);
  });
});

test('nobody ever gets an article published that its writers alone have read', () => {
  const command = fc.constantFrom(draft(), revise('A'), revise('B'), submit, approve, publish, withdraw);
  const actor = fc.constantFrom(ines, hugo, colleague('nora'), claire);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(command, actor), { minLength: 15, maxLength: 40, size: 'max' }),
      (given) => {
        let article: Article | null = null;
        const log: ArticleEvent[] = [];
        for (const [one, by] of given) {
          const decision = decide(article, one, by);
          if (!decision.ok) continue;
          for (const event of decision.events) {
            log.push(event);
            article = evolveArticle('avoir', article, event);
            const { published } = article;
            if (published !== null) expect(published.authors).not.toContain(published.reviewer);
            expect(published === null || article.withdrawn === null).toBe(true);
          }
        }
        expect(article?.version ?? 0).toBe(log.length);
      },
    ),
    { numRuns: 300 },
  );
});
