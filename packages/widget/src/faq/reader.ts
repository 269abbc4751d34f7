import { subjectField } from '@teo-support/core';
import { html, type TemplateResult } from 'lit';
import type { Destination } from '../launcher/settings.js';
import { openOver, readOn } from '../panel/over.js';
import type { PanelPlace, TabPart } from '../panel/panel-place.js';
import { start } from '../panel/view.js';
import type { Verdicts } from './article-view.js';
import type { BesideForm } from './beside-a-form.js';
import { FaqSearch } from './faq-search.js';
import type { FaqSession } from './faq-session.js';

const pace = { pauseMs: 150, limit: 8 } as const;

/** The FAQ in the panel: its search, and articles that open over whatever view there is, and give it back as it was. */
export class Reader implements TabPart {
  readonly search: FaqSearch;
  readonly #session: FaqSession;
  readonly #panel: PanelPlace;

  constructor(session: FaqSession, panel: PanelPlace) {
    this.#session = session;
    this.#panel = panel;
    this.search = new FaqSearch(session, pace);
  }

  render(): TemplateResult {
    return html`<teo-support-faq-search .session=${this.#session} .search=${this.search}
      @article-chosen=${(event: CustomEvent<string>) => this.#show(event.detail, this.#onSearch())}
      @question-asked=${(event: CustomEvent<string>) => this.#fileAbout(event.detail)}></teo-support-faq-search>`;
  }

  /** To the choice of types; what is filed there begins with what was searched for. */
  #fileAbout(subject: string): void {
    this.#panel.move({ ...start, answers: { [subjectField]: subject } });
  }

  arrive(destination: Destination): void {
    if (destination.view === 'faq' && destination.q) this.search.type(destination.q, 0);
    if (destination.view === 'article') this.open(destination.id, null);
  }

  /** The person goes elsewhere. */
  leave(): void {
    this.search.leave();
  }

  /**
   * Opens an article over whatever is shown.
   * @param form that it was suggested beside, if it was
   */
  open(articleId: string, form: BesideForm | null): void {
    this.#show(articleId, form === null ? null : this.#onForm(form));
  }

  /** @param verdicts what can be said of it about what was asked in the view below */
  #show(articleId: string, verdicts: Verdicts | null): void {
    const panel = this.#panel;
    openOver(
      panel,
      this.#session.words.home.faq,
      () => html`<teo-support-faq-article .session=${this.#session} .articleId=${articleId} .verdicts=${verdicts}
        @article-chosen=${(event: CustomEvent<string>) => this.#show(event.detail, verdicts)}
        @article-shown=${({ target }: Event) => readOn(panel, target)}></teo-support-faq-article>`,
    );
  }

  #onForm(form: BesideForm): Verdicts {
    const { faq } = this.#session;
    return {
      solved: async (articleId) => {
        await form.solved(articleId);
        return faq.draftKept;
      },
      leave: () => this.#panel.move(start),
      notThere: () => {
        form.notThere();
        this.#panel.over.at(-1)?.close();
      },
    };
  }

  #onSearch(): Verdicts | null {
    const { faq } = this.#session;
    if (this.search.q.trim() === '') return null;
    return {
      solved: async (articleId) => {
        await this.search.tell('solved', articleId);
        return faq.solvedNoted;
      },
      leave: null,
      notThere: null,
    };
  }
}
