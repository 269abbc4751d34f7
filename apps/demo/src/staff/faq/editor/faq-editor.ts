import {
  type FaqLanguage,
  faqLanguages,
  findMaskable,
  nothingKnown,
  teoModules,
  ticketTypes,
} from '@teo-support/core';
import { ApiError, type FaqGap, type StaffFaqArticle } from '@teo-support/sdk';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { deskPageStyles } from '../../administration/desk-page-styles.js';
import { Loaded } from '../../administration/loaded.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { failureState } from '../../submission/failure.js';
import { problemNotice } from '../../submission/problem-notice.js';
import { Submission } from '../../submission/submission.js';
import { textField } from '../../submission/text-field.js';
import { titlesOf } from '../article/loaded-article.js';
import { renderedBodyStyles } from '../body/rendered-body.js';
import { doubtsIn } from '../masks/doubts-in.js';
import '../masks/mask-settler.js';
import { differenceStyles } from '../article/editions.js';
import { contentOf, emptyForm, formOf, linesOf, type WrittenContent } from './article-form.js';
import { checks } from './checks.js';
import { conflictPanel, conflictPanelStyles } from './conflict-panel.js';
import { Editing } from './editing.js';
import { faqEditorStyles } from './faq-editor-styles.js';
import { languageTabs, languageTabsStyles } from './language-tabs.js';
import { missingIn } from './missing.js';
import { preview } from './preview.js';
import { relatedField } from './related-field.js';
import { textFields } from './text-fields.js';

interface Opened {
  readonly article: StaffFaqArticle | null;
  readonly gap: FaqGap | null;
}

/** Where an article is written: in French and in English, with what téomasters will see beside it. */
export class FaqEditor extends LitElement {
  static override properties = {
    desk: { attribute: false },
    articleId: { attribute: false },
    gap: { attribute: false },
    moved: { attribute: false },
    onSaved: { attribute: false },
    language: { state: true },
    merged: { state: true },
    titles: { state: true },
  };
  declare desk: Desk;
  /** Null for a new article. */
  declare articleId: string | null;
  /** The gap that a new article is to close. */
  declare gap: string | null;
  declare moved: boolean;
  declare onSaved: (articleId: string) => void;
  declare language: FaqLanguage;
  /** Whether what somebody else saved was taken in beside one's own words. */
  declare merged: boolean;
  declare titles: ReadonlyMap<string, string>;
  readonly #submission = new Submission(this);
  readonly #editing = new Editing(this, () => this.desk.drafts);
  readonly #opened = new Loaded<Opened>(this, (signal) => this.#open(signal));

  constructor() {
    super();
    this.language = 'fr';
    this.merged = false;
    this.titles = new Map();
    this.gap = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('articleId') || changed.has('gap')) {
      this.#opened.value = null;
      void this.#opened.load();
    }
  }

  protected override firstUpdated(): void {
    if (this.moved) this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  protected override updated(): void {
    document.title = `${this.#heading()} · ${this.desk.words.product}`;
  }

  async #open(signal: AbortSignal): Promise<Opened> {
    if (this.articleId !== null) {
      const article = await this.#look(this.articleId, signal);
      return { article, gap: null };
    }
    const gap = this.gap === null ? null : await this.#gap(this.gap, signal);
    this.#editing.begin(`faq:new:${this.gap ?? ''}`, gap === null ? emptyForm : beginningFor(gap));
    return { article: null, gap };
  }

  async #look(articleId: string, signal: AbortSignal): Promise<StaffFaqArticle> {
    const { client } = this.desk;
    const [article, masks] = await Promise.all([
      client.staff.faq.get(articleId, { signal }),
      client.staff.faq.masks(articleId, { signal }),
    ]);
    const arrival = this.#editing.arrive(article, masks);
    this.merged = arrival === 'merged';
    const { words, announce } = this.desk;
    if (arrival === 'conflict') announce(words.faq.editor.conflict);
    if (arrival === 'merged') announce(words.faq.editor.merged);
    this.titles = await titlesOf(client, linesOf(this.#editing.form.related), signal);
    return article;
  }

  async #gap(id: string, signal: AbortSignal): Promise<FaqGap | null> {
    for await (const gap of await this.desk.client.staff.faq.gaps({ limit: 100 }, { signal })) {
      if (gap.id === id) return gap;
    }
    return null;
  }

  #heading(): string {
    const { faq } = this.desk.words;
    const title = this.#opened.value?.article?.title;
    return this.articleId === null
      ? faq.editor.newTitle
      : title === undefined
        ? faq.title
        : faq.editor.title(title);
  }

  protected override render() {
    const { words } = this.desk;
    const { value, error } = this.#opened;
    const back = this.articleId === null ? '/staff/faq' : `/staff/faq/${encodeURIComponent(this.articleId)}`;
    return html`<a class="back" href=${back}>${icon('back')}${this.articleId === null ? words.faq.article.back : words.faq.editor.cancel}</a>
      <div class="title"><h1 tabindex="-1">${this.#heading()}</h1></div>
      ${
        value !== null
          ? this.#form(value)
          : error !== null
            ? html`<section class="panel">${failureState(error, words, () => void this.#opened.load())}</section>`
            : html`<section class="panel" aria-busy="true"><p class="visually-hidden" role="status">${words.faq.article.loading}</p>
                <div class="skeleton-rows" aria-hidden="true">${[1, 2, 3, 4].map(() => html`<div><span></span><span></span></div>`)}</div></section>`
      }`;
  }

  #form({ article, gap }: Opened): TemplateResult {
    const { words } = this.desk;
    const { editor } = words.faq;
    const editing = this.#editing;
    const content = contentOf(editing.form);
    const settling = editing.masks.known !== null || doubtsIn(content, editing.masks).length > 0;
    return html`${gap === null ? nothing : html`<p class="notice lead">${editor.forGap(gap.queries[0] ?? '')}</p>`}
      ${this.merged ? html`<p class="notice warning lead">${editor.merged}</p>` : nothing}
      ${conflictPanel(editing, words)}
      <div class=${settling ? 'columns' : 'columns settled'}>
        ${
          settling
            ? html`<faq-mask-settler .desk=${this.desk} .content=${content} .masks=${editing.masks}
                .onSettle=${(settled: WrittenContent) => editing.write(formOf(settled))}></faq-mask-settler>`
            : nothing
        }
        <form class="form panel writing" novalidate aria-label=${this.#heading()} @submit=${this.#save}>
          <div class="tabs">${languageTabs(words, this.language, (language) => {
            this.language = language;
          })}</div>
          ${article === null ? this.#address() : nothing}
          ${textFields({ language: this.language, form: editing.form, desk: this.desk, at: (name) => this.#submission.under(`/${name.replaceAll('.', '/')}`), write: (part) => editing.write(part) })}
          ${this.#sorting()}
          ${problemNotice(this.#submission, words)}
          ${this.#buttons(article)}
          <span class="kept">${editing.changed ? words.draft : nothing}</span>
        </form>
        ${preview(editing.form, this.language, this.desk)}
      </div>`;
  }

  #address(): TemplateResult {
    const { fields } = this.desk.words.faq;
    return textField({
      name: 'id',
      label: fields.id,
      hint: fields.idHint,
      line: true,
      value: this.#editing.id,
      error: this.#submission.at('/id'),
      onInput: (id) => this.#editing.rename(id),
    });
  }

  #sorting(): TemplateResult {
    const { words } = this.desk;
    const { form } = this.#editing;
    const { fields } = words.faq;
    const moduleWords = words.domain.ticketTypes.malfunction.fields.module.options;
    return html`${checks({
      name: 'modules',
      label: fields.modules,
      options: teoModules.map((value) => ({ value, label: moduleWords[value] })),
      chosen: linesOf(form.modules),
      error: this.#submission.under('/modules'),
      onChange: (chosen) => this.#editing.write({ modules: chosen.join('\n') }),
    })}
    ${checks({
      name: 'ticketTypes',
      label: fields.ticketTypes,
      options: ticketTypes.map((value) => ({ value, label: words.domain.ticketTypes[value].name })),
      chosen: linesOf(form.ticketTypes),
      error: this.#submission.under('/ticketTypes'),
      onChange: (chosen) => this.#editing.write({ ticketTypes: chosen.join('\n') }),
    })}
    ${relatedField({
      desk: this.desk,
      own: this.articleId,
      related: linesOf(form.related),
      titles: this.titles,
      change: (related, title) => {
        if (title !== null) this.titles = new Map([...this.titles, title]);
        this.#editing.write({ related: related.join('\n') });
      },
    })}`;
  }

  #buttons(article: StaffFaqArticle | null): TemplateResult {
    const { editor } = this.desk.words.faq;
    const { sending } = this.#submission;
    const settled = doubtsIn(contentOf(this.#editing.form), this.#editing.masks).length === 0;
    return html`<div class="actions">
      <button class="button primary" aria-disabled=${sending}>${sending ? editor.saving : editor.save}</button>
      ${settled ? html`<button class="button" name="submit" aria-disabled=${sending}>${editor.saveAndSubmit}</button>` : nothing}
      ${article !== null && this.#editing.changed ? html`<button type="button" class="button quiet" @click=${() => this.#discard(article)}>${editor.discard}</button>` : nothing}
    </div>`;
  }

  #discard(article: StaffFaqArticle): void {
    this.#editing.forget();
    this.#editing.arrive(article, this.#editing.masks);
    this.merged = false;
    this.desk.announce(this.desk.words.faq.editor.discarded);
    this.renderRoot.querySelector('h1')?.focus();
  }

  readonly #save = async (event: SubmitEvent) => {
    event.preventDefault();
    const { words, announce } = this.desk;
    const { form, id, conflicts } = this.#editing;
    const missing = missingIn(form, this.articleId === null ? id : null, words);
    if (Object.keys(missing).length > 0) {
      this.language = languageOf(Object.keys(missing)) ?? this.language;
      return this.#submission.refuse(missing);
    }
    if (conflicts.length > 0) {
      announce(words.faq.editor.unresolved);
      this.renderRoot.querySelector<HTMLElement>('.conflicts h2')?.focus();
      return;
    }
    const sends = event.submitter?.getAttribute('name') === 'submit';
    const saved = await this.#submission.run(() => this.#write(sends), words);
    if (saved === null) return this.#refused();
    this.#editing.forget();
    announce(sends ? words.faq.steps.submitted : words.faq.editor.saved);
    this.onSaved(saved.id);
  };

  async #write(sends: boolean): Promise<StaffFaqArticle> {
    const { faq } = this.desk.client.staff;
    const { form, id, version } = this.#editing;
    const content = contentOf(form);
    const saved =
      this.articleId === null
        ? await faq.draft({ id: id.trim(), gap: this.#opened.value?.gap?.id ?? null, ...content })
        : await faq.revise(this.articleId, content, { ifMatch: version });
    return sends ? faq.submit(saved.id, { ifMatch: saved.version }) : saved;
  }

  /** Somebody was quicker: what they wrote is looked at, and nothing of either is lost. */
  async #refused(): Promise<void> {
    if (!this.#submission.conflict || this.articleId === null) return;
    this.#submission.refuse({});
    try {
      await this.#look(this.articleId, new AbortController().signal);
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.conflicts h2')?.focus();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.desk.announce(error.message);
    }
  }

  static override styles = [
    ...deskPageStyles,
    renderedBodyStyles,
    languageTabsStyles,
    differenceStyles,
    conflictPanelStyles,
    faqEditorStyles,
  ];
}

/** The language in which something is missing: French first. */
function languageOf(places: readonly string[]): FaqLanguage | null {
  return faqLanguages.find((language) => places.some((place) => place.startsWith(`/${language}/`))) ?? null;
}

/** What was typed is the title and its variants, as far as it tells of nobody. */
function beginningFor({ queries, modules }: FaqGap): typeof emptyForm {
  const [title = '', ...variants] = queries.filter((query) => findMaskable(query, nothingKnown).length === 0);
  return { ...emptyForm, 'fr.title': title, 'fr.variants': variants.join('\n'), modules: modules.join('\n') };
}

customElements.define('faq-editor', FaqEditor);
