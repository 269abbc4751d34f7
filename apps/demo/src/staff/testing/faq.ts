import {
  type Article,
  type ArticleCommand,
  type ArticleContent,
  type ArticleEdition,
  type ArticleEvent,
  type ArticleOrigin,
  decideArticle,
  evolveArticle,
  type KnownWords,
  type Mask,
  staffId,
  stageOf,
  stateOf,
  titleOf,
} from '@teo-support/core';
import { rejectionMessage } from '@teo-support/core/messages';
import { fr } from '@teo-support/core/messages/fr';
import type {
  FaqEmptySearch,
  FaqGap,
  FaqMasks,
  FaqSynonyms,
  StaffFaqArticle,
  StaffFaqSummary,
  StaffMember,
} from '@teo-support/sdk';
import { type FakeApi, problem } from './fake-api.js';
import { julien, sarah } from './tickets.js';

const now = Date.parse('2026-11-24T09:00:00Z');
const at = (instant: number) => new Date(instant).toISOString();
const people = [julien, sarah];

/** The text of an article for tests; `part` changes what one is about. */
export function aContent(title: string, part: Partial<ArticleContent> = {}): ArticleContent {
  return {
    fr: {
      title,
      variants: [],
      keywords: [],
      body: 'Ouvrez **Facturation**.\n\n1. Choisissez la facture\n2. Validez',
    },
    en: null,
    modules: ['invoicing'],
    ticketTypes: [],
    related: [],
    harmless: [],
    ...part,
  };
}

/** The FAQ's side of the API for tests of the view: articles change by the rules, as on the server. */
export class FakeFaq {
  readonly articles = new Map<string, Article>();
  /** Ids of the files that an article may show. */
  readonly pictures = new Set<string>();
  readonly #editions = new Map<string, ArticleEdition[]>();
  masks: Mask[] = [];
  known: KnownWords | null = null;
  gaps: FaqGap[] = [];
  emptySearches: FaqEmptySearch[] = [];
  synonyms: FaqSynonyms = { groups: [['avoir', 'note de crédit']], version: 1 };
  readonly #api: FakeApi;

  constructor(api: FakeApi) {
    this.#api = api;
    api.override = ({ method, path, search, body, ifMatch }) =>
      this.#answer(`${method} ${path}`, search, body, ifMatch);
  }

  /** Somebody of the team does something to an article; a refusal is a mistake of the test. */
  change(id: string, command: ArticleCommand, by: StaffMember = julien): Article {
    const decision = this.#decide(id, command, by);
    if (!decision.ok) throw new Error(decision.rejection.code);
    return this.#apply(id, decision.events);
  }

  draft(id: string, content: ArticleContent, origin: ArticleOrigin | null = null): Article {
    return this.change(id, { type: 'draft', content, origin });
  }

  /** Drafted by Julien, reviewed by Sarah, published. */
  publish(id: string, content: ArticleContent): void {
    this.draft(id, content);
    this.publishAgain(id);
  }

  publishAgain(id: string): void {
    this.change(id, { type: 'submit' });
    this.change(id, { type: 'review', verdict: 'approved', comment: '' }, sarah);
    this.change(id, { type: 'publish', reviewDue: Date.parse('2027-11-24T09:00:00Z') });
  }

  #decide(id: string, command: ArticleCommand, by: StaffMember) {
    const actor = { kind: 'staff', id: staffId(by.id), role: by.role, services: by.services } as const;
    const exists = (other: string) => this.articles.has(other);
    return decideArticle(this.articles.get(id) ?? null, command, {
      actor,
      now,
      id,
      exists,
      isPicture: (file) => this.pictures.has(file),
      known: this.known,
    });
  }

  #apply(id: string, events: readonly ArticleEvent[]): Article {
    let article = this.articles.get(id) ?? null;
    for (const event of events) {
      article = evolveArticle(id, article, event);
      if (event.type === 'article.published' && article.published !== null) {
        this.#editions.set(id, [article.published, ...(this.#editions.get(id) ?? [])]);
      }
    }
    if (article === null) throw new Error('Nothing was drafted.');
    this.articles.set(id, article);
    return article;
  }

  #answer(call: string, search: string, body: unknown, ifMatch: string | null): Response | undefined {
    switch (call) {
      case 'GET /v1/staff/faq/articles':
        return page(this.#found(new URLSearchParams(search)));
      case 'GET /v1/staff/faq/gaps':
        return page(
          this.gaps.filter(
            ({ answeredBy }) =>
              (answeredBy !== null) === (new URLSearchParams(search).get('state') === 'closed'),
          ),
        );
      case 'GET /v1/staff/faq/empty-searches':
        return page(this.emptySearches);
      case 'GET /v1/staff/faq/synonyms':
        return Response.json(this.synonyms);
      case 'POST /v1/staff/faq/synonyms':
        if (ifMatch !== `"${this.synonyms.version}"`) return problem(412, 'version-conflict', 'Changé.');
        this.synonyms = { groups: Object(body).groups, version: this.synonyms.version + 1 };
        return Response.json(this.synonyms);
      case 'POST /v1/staff/faq/articles': {
        const { id, gap, ...content } = Object(body);
        return this.#command(id, {
          type: 'draft',
          content,
          origin: gap === null ? null : { kind: 'gap', gap },
        });
      }
      case 'GET /v1/staff/tickets/t-1/faq-articles':
        return Response.json({
          articles: [...this.articles.values()]
            .filter(({ origin }) => origin?.kind === 'ticket')
            .map(summaryOf),
        });
      case 'POST /v1/staff/tickets/t-1/faq-articles':
        return Response.json(
          this.view(this.draft('article-1', fromTicket(), { kind: 'ticket', ticketId: 't-1' })),
        );
    }
    return this.#ofGap(call, body) ?? this.#ofArticle(call, body, ifMatch);
  }

  #ofGap(call: string, body: unknown): Response | undefined {
    const [, id] = /^POST \/v1\/staff\/faq\/gaps\/([^/]+)\/closing$/.exec(call) ?? [];
    const gap = this.gaps.find((one) => one.id === id);
    if (gap === undefined) return undefined;
    const article = this.articles.get(Object(body).article);
    const closed: FaqGap = {
      ...gap,
      answeredBy: {
        article: { id: article?.id ?? '', title: article === undefined ? '' : titleOf(article) },
        at: at(now),
        by: julien,
      },
    };
    this.gaps = this.gaps.map((one) => (one.id === id ? closed : one));
    return Response.json(closed);
  }

  #ofArticle(call: string, body: unknown, ifMatch: string | null): Response | undefined {
    const [, method, id = '', step] =
      /^(GET|POST) \/v1\/staff\/faq\/articles\/([^/]+)(?:\/(\w+))?$/.exec(call) ?? [];
    const article = this.articles.get(id);
    if (method === undefined) return undefined;
    if (article === undefined) return problem(404, 'not-found', 'Introuvable.');
    if (step === 'masks')
      return Response.json({ masks: this.masks, known: mutable(this.known) } satisfies FaqMasks);
    if (method === 'GET') return Response.json(this.view(article));
    if (ifMatch !== null && ifMatch !== `"${article.version}"`)
      return problem(412, 'version-conflict', 'Changé.');
    const given = Object(body);
    switch (step) {
      case 'revision':
        return this.#command(id, { type: 'revise', content: given });
      case 'submission':
        return this.#command(id, { type: 'submit' });
      case 'review':
        return this.#command(id, { type: 'review', ...given });
      case 'publication':
        return this.#command(id, { type: 'publish', reviewDue: Date.parse(given.reviewDue) });
      case 'withdrawal':
        return this.#command(id, { type: 'withdraw', ...given });
    }
    return undefined;
  }

  #command(id: string, command: ArticleCommand): Response {
    const decision = this.#decide(id, command, this.#api.member ?? julien);
    if (decision.ok) return Response.json(this.view(this.#apply(id, decision.events)));
    const { rejection } = decision;
    const errors =
      rejection.code === 'fields_invalid'
        ? rejection.issues.map(({ path, code }) => ({ pointer: `/${path.join('/')}`, code, detail: code }))
        : [];
    return problem(422, rejection.code.replaceAll('_', '-'), rejectionMessage(rejection, fr), errors);
  }

  #found(params: URLSearchParams): StaffFaqSummary[] {
    const [q, state, stage] = ['q', 'state', 'stage'].map((name) => params.get(name));
    return [...this.articles.values()]
      .map(summaryOf)
      .filter(
        (one) =>
          (q == null || one.title.toLowerCase().includes(q.toLowerCase())) &&
          (state == null || one.state === state) &&
          (stage == null || one.stage === stage) &&
          (params.get('due') !== 'true' || (one.reviewDue !== null && Date.parse(one.reviewDue) <= now)),
      );
  }

  /** An article as the API shows it. */
  view(article: Article): StaffFaqArticle {
    const { draft, published, withdrawn, origin } = article;
    return {
      ...summaryOf(article),
      origin:
        origin === null
          ? null
          : origin.kind === 'ticket'
            ? {
                kind: 'ticket',
                ticket: { id: origin.ticketId, reference: 'TEO-1001', subject: 'Erreur 500' },
              }
            : { ...origin, query: 'mode sombre' },
      draft:
        draft === null
          ? null
          : {
              content: content(draft.content),
              authors: draft.authors.map(named),
              submittedAt: draft.submittedAt === null ? null : at(draft.submittedAt),
              review:
                draft.review === null
                  ? null
                  : { ...draft.review, by: named(draft.review.by), at: at(draft.review.at) },
              changedAt: at(draft.changedAt),
            },
      published: published === null ? null : edition(published),
      editions: (this.#editions.get(article.id) ?? []).map(edition),
      withdrawn: withdrawn === null ? null : { ...withdrawn, at: at(withdrawn.at) },
      figures: { shown: 120, opened: 40, solved: 12, helpful: 9, notHelpful: 1 },
    };
  }
}

/** What a ticket leads to: a mark of each sort that one settles in another way. */
export function fromTicket(): ArticleContent {
  return aContent('Convocation de ⟦person:1⟧ refusée', {
    fr: {
      title: 'Convocation de ⟦person:1⟧ refusée',
      variants: [],
      keywords: [],
      body: '## Le problème\n\n⟦person:1⟧ a une erreur ⟦figure:1⟧.\n\n## La solution\n\nÉcrivez à ⟦email:1⟧.',
    },
  });
}

function summaryOf(article: Article): StaffFaqSummary {
  const { published, draft } = article;
  return {
    id: article.id,
    title: titleOf(article),
    state: stateOf(article),
    stage: stageOf(article),
    modules: [...((published ?? draft)?.content.modules ?? [])],
    reviewDue: published === null ? null : at(published.reviewDue),
    changedAt: at(article.changedAt),
    version: article.version,
  };
}

function edition({
  edition: count,
  content: text,
  authors,
  reviewer,
  publishedAt,
  reviewDue,
}: ArticleEdition): StaffFaqArticle['editions'][number] {
  return {
    edition: count,
    content: content(text),
    authors: authors.map(named),
    reviewer: named(reviewer),
    publishedAt: at(publishedAt),
    reviewDue: at(reviewDue),
  };
}

function content({
  fr: french,
  en,
  modules,
  ticketTypes,
  related,
  harmless,
}: ArticleContent): StaffFaqArticle['editions'][number]['content'] {
  const text = ({ title, variants, keywords, body }: ArticleContent['fr']) => ({
    title,
    body,
    variants: [...variants],
    keywords: [...keywords],
  });
  return {
    fr: text(french),
    en: en === null ? null : text(en),
    modules: [...modules],
    ticketTypes: [...ticketTypes],
    related: [...related],
    harmless: [...harmless],
  };
}

function mutable(known: KnownWords | null): FaqMasks['known'] {
  return known === null
    ? null
    : {
        people: [...known.people],
        organizations: [...known.organizations],
        courses: [...known.courses],
        files: [...known.files],
      };
}

function named(id: string) {
  return { id, name: people.find((person) => person.id === id)?.name ?? '—' };
}

function page(items: readonly object[]): Response {
  return Response.json({ items, total: items.length, nextCursor: null });
}
