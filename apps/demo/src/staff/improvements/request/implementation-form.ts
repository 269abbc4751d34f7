import type { FaqReference, StaffImprovement } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { DeskDialog, type Opener } from '../../administration/desk-dialog.js';
import '../../faq/picker/article-picker.js';
import { storedText } from '../../drafts/draft.js';
import { pickedArticle, pickedArticleStyles } from '../../faq/picker/picked-article.js';
import { textField } from '../../submission/text-field.js';

interface ImplementationDraft {
  readonly release: string;
  readonly article: FaqReference | null;
}

/** Names the release of téo that has a request by now, and the article of the FAQ that explains it. */
export class ImprovementImplementationForm extends DeskDialog {
  static override properties = {
    ...DeskDialog.properties,
    request: { attribute: false },
  };
  declare request: StaffImprovement;
  readonly #draft = this.draft<ImplementationDraft>(
    'implementation',
    () => `improvement:${this.request.id}`,
    {
      empty: () => this.#standing,
      read: readImplementation,
    },
  );

  protected override opener(): Opener {
    return { label: this.desk.words.forum.one.implementation };
  }

  protected override heading(): string {
    return this.desk.words.forum.one.implementationTitle;
  }

  /** What was recorded before. */
  get #standing(): ImplementationDraft {
    const { implementation } = this.request;
    return { release: implementation?.release ?? '', article: implementation?.article ?? null };
  }

  /** What is written here, or else what stands, also when that has changed since. */
  get #chosen(): ImplementationDraft {
    const kept = this.#draft.value;
    return this.#draft.kept ? kept : this.#standing;
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
        onInput: (value) => this.#change({ release: value }),
      })}
      ${
        article === null
          ? html`<faq-article-picker .desk=${this.desk} .label=${one.article} .publishedOnly=${true} .onPick=${this.#pick}></faq-article-picker>`
          : pickedArticle(one.article, article, one.otherArticle, () => this.#change({ article: null }))
      }
      ${this.problem()}
      ${this.buttons(one.save, one.saving)}
      <span class="kept">${this.#draft.kept ? this.desk.words.draft : nothing}</span>
    </form>`;
  }

  readonly #pick = async (article: FaqReference) => {
    this.#change({ article: { id: article.id, title: article.title } });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('form .button.primary')?.focus();
  };

  #change(part: Partial<ImplementationDraft>): void {
    this.#draft.change({ ...this.#chosen, ...part });
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words } = this.desk;
    const { one } = words.forum;
    const kept = this.#draft.value;
    const { release, article } = this.#chosen;
    if (release.trim() === '') return this.submission.refuse({ '/release': one.releaseMissing });
    const { id, version } = this.request;
    const recorded = { release: release.trim(), article: article?.id ?? null };
    const record = () => client.staff.improvements.recordImplementation(id, recorded, { ifMatch: version });
    if (await this.send(record, one.implementationDone)) this.#draft.clear(kept);
  };

  static override styles = [...DeskDialog.styles, pickedArticleStyles];
}

function readImplementation(stored: unknown): ImplementationDraft | null {
  const release = storedText(stored, 'release');
  if (release === null) return null;
  const article: unknown = Reflect.get(Object(stored), 'article');
  const [id, title] = [storedText(article, 'id'), storedText(article, 'title')];
  return { release, article: id === null || title === null ? null : { id, title } };
}

customElements.define('improvement-implementation-form', ImprovementImplementationForm);
