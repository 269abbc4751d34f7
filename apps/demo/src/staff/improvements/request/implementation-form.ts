import type { FaqReference, StaffImprovement } from '@teo-support/sdk';
import { html, type TemplateResult } from 'lit';
import { DeskDialog, type Opener } from '../../administration/desk-dialog.js';
import '../../faq/picker/article-picker.js';
import { pickedArticle, pickedArticleStyles } from '../../faq/picker/picked-article.js';
import { textField } from '../../submission/text-field.js';

/** Names the release of téo that has a request by now, and the article of the FAQ that explains it. */
export class ImprovementImplementationForm extends DeskDialog {
  static override properties = {
    ...DeskDialog.properties,
    request: { attribute: false },
    release: { state: true },
    article: { state: true },
  };
  declare request: StaffImprovement;
  /** As it was typed; null for what stands. */
  declare release: string | null;
  /** `undefined` for what stands, null for none. */
  declare article: FaqReference | null | undefined;

  constructor() {
    super();
    this.release = null;
    this.article = undefined;
  }

  protected override opener(): Opener {
    return { label: this.desk.words.forum.one.implementation };
  }

  protected override heading(): string {
    return this.desk.words.forum.one.implementationTitle;
  }

  get #chosen(): { readonly release: string; readonly article: FaqReference | null } {
    const { implementation } = this.request;
    return {
      release: this.release ?? implementation?.release ?? '',
      article: this.article === undefined ? (implementation?.article ?? null) : this.article,
    };
  }

  protected override content(): TemplateResult {
    const { one } = this.desk.words.forum;
    const { release, article } = this.#chosen;
    return html`<form class="form" novalidate aria-labelledby="heading" @submit=${this.#submit}>
      <p class="muted">${one.implementationText}</p>
      ${textField({
        name: 'release',
        label: one.releaseField,
        hint: one.releaseHint,
        line: true,
        first: true,
        value: release,
        error: this.submission.at('/release'),
        onInput: (value) => {
          this.release = value;
        },
      })}
      ${
        article === null
          ? html`<faq-article-picker .desk=${this.desk} .label=${one.article} .publishedOnly=${true} .onPick=${this.#pick}></faq-article-picker>`
          : pickedArticle(one.article, article, one.otherArticle, () => {
              this.article = null;
            })
      }
      ${this.problem()}
      ${this.buttons(one.save, one.saving)}
    </form>`;
  }

  readonly #pick = async (article: FaqReference) => {
    this.article = article;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('form .button.primary')?.focus();
  };

  protected override closed(): void {
    this.release = null;
    this.article = undefined;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words } = this.desk;
    const { one } = words.forum;
    const { release, article } = this.#chosen;
    if (release.trim() === '') return this.submission.refuse({ '/release': one.releaseMissing });
    const { id, version } = this.request;
    const recorded = { release: release.trim(), article: article?.id ?? null };
    const record = () => client.staff.improvements.recordImplementation(id, recorded, { ifMatch: version });
    await this.send(record, one.implementationDone);
  };

  static override styles = [...DeskDialog.styles, pickedArticleStyles];
}

customElements.define('improvement-implementation-form', ImprovementImplementationForm);
