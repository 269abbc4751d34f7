import { html, type TemplateResult } from 'lit';
import type { Verdicts } from './article-view.js';
import type { BesideForm } from './beside-a-form.js';
import { FaqSearch } from './faq-search.js';
import type { FaqSession } from './faq-session.js';

/** The panel as the FAQ sees it. */
export interface ReadersPlace {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<boolean>;
  /** Articles that were opened over the view, one from another: the last is shown, and the view waits below. */
  reading: readonly string[];
  focusHeading(): Promise<void>;
  /** To the choice of types; what is filed there begins with this subject. */
  goHome(subject: string): void;
}

const pace = { pauseMs: 150, limit: 8 } as const;

/** The FAQ in the panel: its search, and articles that open over whatever view there is, and give it back as it was. */
export class Reader {
  readonly search: FaqSearch;
  readonly #session: FaqSession;
  readonly #panel: ReadersPlace;
  /** Where the person was in the view when the first article was opened over it. */
  #place: { readonly top: number; readonly focus: HTMLElement | null } = { top: 0, focus: null };
  /** What can be said of an article about what was asked in the view below. */
  #verdicts: Verdicts | null = null;

  constructor(session: FaqSession, panel: ReadersPlace) {
    this.#session = session;
    this.#panel = panel;
    this.search = new FaqSearch(session, pace);
  }

  renderSearch(): TemplateResult {
    return html`<teo-support-faq-search .session=${this.#session} .search=${this.search}
      @article-chosen=${(event: CustomEvent<string>) => this.open(event.detail, null)}
      @question-asked=${(event: CustomEvent<string>) => this.#panel.goHome(event.detail)}></teo-support-faq-search>`;
  }

  renderArticle(articleId: string): TemplateResult {
    return html`<teo-support-faq-article .session=${this.#session} .articleId=${articleId} .verdicts=${this.#verdicts}
      @article-chosen=${(event: CustomEvent<string>) => this.open(event.detail, null)}
      @article-shown=${({ target }: Event) => this.#readOn(target)}></teo-support-faq-article>`;
  }

  /**
   * Opens an article over the view, or over another article.
   * @param form that it was suggested beside, if it was
   */
  open(articleId: string, form: BesideForm | null): void {
    const panel = this.#panel;
    if (panel.reading.length === 0) {
      this.#place = { top: contentOf(panel)?.scrollTop ?? 0, focus: focusIn(panel.renderRoot) };
      this.#verdicts = form === null ? this.#onSearch() : this.#onForm(form);
    }
    panel.reading = [...panel.reading, articleId];
    void panel.focusHeading();
  }

  /** Articles are opened from elsewhere now: there is nothing to say of them, and no place to come back to. */
  forget(): void {
    this.#verdicts = null;
    this.#place = { top: 0, focus: null };
  }

  /** Back to the article before it, or to where the person was in the view. */
  async close(): Promise<void> {
    const panel = this.#panel;
    panel.reading = panel.reading.slice(0, -1);
    const { top, focus } = this.#place;
    if (panel.reading.length > 0 || !focus?.isConnected) {
      await panel.focusHeading();
      return;
    }
    await panel.updateComplete;
    contentOf(panel)?.scrollTo(0, top);
    focus.focus({ preventScroll: true });
  }

  /** Reading begins at the title, unless the person has gone elsewhere while the article came. */
  #readOn(article: EventTarget | null): void {
    const focused = focusIn(this.#panel.renderRoot);
    if (article instanceof HTMLElement && (focused === null || focused.matches('h2'))) article.focus();
  }

  #onForm(form: BesideForm): Verdicts {
    const { faq } = this.#session;
    return {
      solved: async (articleId) => {
        await form.solved(articleId);
        return faq.draftKept;
      },
      leave: () => this.#panel.goHome(''),
      notThere: () => {
        form.notThere();
        void this.close();
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

function contentOf({ renderRoot }: ReadersPlace): Element | null {
  return renderRoot.querySelector('.content');
}

/** What has the focus, inside other elements too. */
function focusIn(root: HTMLElement | DocumentFragment): HTMLElement | null {
  let focused = root instanceof ShadowRoot ? root.activeElement : null;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement ? focused : null;
}
