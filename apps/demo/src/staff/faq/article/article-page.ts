import type { FaqLanguage } from '@teo-support/core';
import type { StaffFaqArticle } from '@teo-support/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { DeskPage } from '../../administration/desk-page.js';
import { deskPageStyles } from '../../administration/desk-page-styles.js';
import { icon } from '../../icons/icon.js';
import { dateWords } from '../../time/dates.js';
import { piecesWithMarks } from '../body/marked-text.js';
import { renderedBody, renderedBodyStyles } from '../body/rendered-body.js';
import type { WrittenContent } from '../editor/article-form.js';
import { languageTabs, languageTabsStyles } from '../editor/language-tabs.js';
import { stageBadge, stateBadge } from '../stage-badges.js';
import { articlePageStyles } from './article-page-styles.js';
import './article-steps.js';
import { articleFacts } from './article-facts.js';
import { differenceStyles, editions, editionsStyles } from './editions.js';
import { figures, figuresStyles } from './figures.js';
import { type LoadedArticle, loadArticle } from './loaded-article.js';
import { namesOf } from './names.js';

/** One article: what is being written, what is published, what can be done next, and what came of it. */
export class FaqArticlePage extends DeskPage<LoadedArticle> {
  static override properties = {
    ...DeskPage.properties,
    articleId: { attribute: false },
    language: { state: true },
  };
  declare articleId: string;
  declare language: FaqLanguage;

  constructor() {
    super();
    this.language = 'fr';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('articleId') === undefined) return;
    this.shown.value = null;
    void this.shown.load();
  }

  protected override ask(signal: AbortSignal): Promise<LoadedArticle> {
    return loadArticle(this.desk.client, this.articleId, signal);
  }

  protected override heading(): string {
    return this.shown.value?.article.title ?? this.desk.words.faq.title;
  }

  protected override loading(): string {
    return this.desk.words.faq.article.loading;
  }

  protected override wayBack(): TemplateResult {
    return html`<a class="back" href="/staff/faq">${icon('back')}${this.desk.words.faq.article.back}</a>`;
  }

  protected override lead(value: LoadedArticle | null): TemplateResult | typeof nothing {
    if (value === null) return nothing;
    const { article } = value;
    const { words } = this.desk;
    const label = article.draft === null ? words.faq.article.editAgain : words.faq.article.edit;
    return html`${stateBadge(article.state, words)}${stageBadge(article.stage, words)}
      <a class="button end" href="/staff/faq-editor/${encodeURIComponent(article.id)}">${label}</a>
      <p class="lead muted">${words.faq.article.address(article.id)}</p>`;
  }

  protected override body(value: LoadedArticle): TemplateResult {
    const { desk } = this;
    const { article } = value;
    return html`<div class="columns">
      <div class="stack">
        ${this.#withdrawn(value)}
        ${article.draft === null ? nothing : this.#text('draft', desk.words.faq.article.draft, article.draft.content, this.#draftBy(article.draft))}
        ${article.published === null ? nothing : this.#text('published', desk.words.faq.article.published(article.published.edition), article.published.content, this.#publishedBy(article.published))}
        ${editions(article, desk)}
      </div>
      <div class="stack">
        <faq-article-steps .desk=${desk} .article=${article} .masks=${value.masks}></faq-article-steps>
        ${figures(article, desk)}
        ${articleFacts(value, desk)}
      </div>
    </div>`;
  }

  #draftBy({ authors, changedAt }: NonNullable<StaffFaqArticle['draft']>): string {
    const { words, locale, now } = this.desk;
    return words.faq.article.draftBy(namesOf(authors), dateWords(changedAt, locale, now));
  }

  #publishedBy({ authors, reviewer, publishedAt }: NonNullable<StaffFaqArticle['published']>): string {
    const { words, locale, now } = this.desk;
    return words.faq.article.publishedBy(
      namesOf(authors),
      reviewer.name,
      dateWords(publishedAt, locale, now),
    );
  }

  #withdrawn({ article, titles }: LoadedArticle): TemplateResult | typeof nothing {
    const { withdrawn } = article;
    if (withdrawn === null) return nothing;
    const { words, locale, now } = this.desk;
    const { replacedBy } = withdrawn;
    return html`<div class="notice warning">
      <p>${words.faq.article.withdrawnFor(withdrawn.reason, dateWords(withdrawn.at, locale, now))}</p>
      ${replacedBy === null ? nothing : html`<p>${words.faq.article.insteadOf} <a href="/staff/faq/${encodeURIComponent(replacedBy)}">${titles.get(replacedBy) ?? replacedBy}</a></p>`}
    </div>`;
  }

  #text(id: string, title: string, content: WrittenContent, by: string): TemplateResult {
    const { article } = this.desk.words.faq;
    const text = this.language === 'en' ? content.en : content.fr;
    return html`<section class="panel" aria-labelledby=${id}>
      <div class="panel-head"><h2 class="section-title" id=${id}>${title}</h2>
        ${languageTabs(this.desk.words, this.language, (language) => {
          this.language = language;
        })}
        <p class="hint">${by}</p></div>
      <div class="text" lang=${this.language}>${
        text === null
          ? html`<p class="muted" lang=${this.desk.locale}>${article.untranslated}</p>`
          : html`<p class="text-title">${piecesWithMarks(text.title, this.desk.words)}</p>
              ${renderedBody(text.body, this.desk)}
              ${text.variants.length === 0 ? nothing : html`<div class="also"><h3 lang=${this.desk.locale}>${article.variants}</h3><ul>${text.variants.map((variant) => html`<li>${piecesWithMarks(variant, this.desk.words)}</li>`)}</ul></div>`}
              ${text.keywords.length === 0 ? nothing : html`<div class="also"><h3 lang=${this.desk.locale}>${article.keywords}</h3><p>${text.keywords.join(', ')}</p></div>`}`
      }</div>
    </section>`;
  }

  static override styles = [
    ...deskPageStyles,
    renderedBodyStyles,
    languageTabsStyles,
    differenceStyles,
    editionsStyles,
    figuresStyles,
    articlePageStyles,
  ];
}

customElements.define('faq-article-page', FaqArticlePage);
