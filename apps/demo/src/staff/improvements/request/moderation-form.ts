import type { ImprovementComment, StaffImprovement } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { DeskDialog, type Opener } from '../../administration/desk-dialog.js';
import { readText } from '../../drafts/draft.js';
import { textField } from '../../submission/text-field.js';
import { authorName } from '../author.js';

/** Hides a request or one of its comments for a reason, or restores it. */
export class ImprovementModerationForm extends DeskDialog {
  static override properties = {
    ...DeskDialog.properties,
    request: { attribute: false },
    comment: { attribute: false },
  };
  declare request: StaffImprovement;
  /** The comment that is meant; null for the request itself. */
  declare comment: ImprovementComment | null;
  readonly #reason = this.draft<{ readonly text: string }>(
    'moderation',
    () => `improvement:${this.request.id}:${this.comment?.id ?? ''}`,
    { empty: () => ({ text: '' }), read: readText },
  );

  constructor() {
    super();
    this.comment = null;
  }

  get #act(): 'hide' | 'restore' {
    const hidden = this.comment === null ? this.request.hidden !== null : this.comment.isHidden;
    return hidden ? 'restore' : 'hide';
  }

  protected override opener(): Opener {
    const { words } = this.desk;
    const { one } = words.forum;
    const hides = this.#act === 'hide';
    if (this.comment === null)
      return hides ? { label: one.hideRequest, look: 'danger' } : { label: one.restoreRequest };
    const name = authorName(this.comment.author, words);
    return hides
      ? { label: one.hide, about: one.hideComment(name) }
      : { label: one.restore, about: one.restoreComment(name) };
  }

  protected override heading(): string {
    const { one } = this.desk.words.forum;
    return this.#act === 'hide' ? one.hideTitle : one.restoreTitle;
  }

  protected override content(): TemplateResult {
    const { one } = this.desk.words.forum;
    const hides = this.#act === 'hide';
    return html`<form class="form" novalidate aria-labelledby="heading" @submit=${this.#submit}>
      ${this.comment?.text ? html`<blockquote class="words">${this.comment.text}</blockquote>` : nothing}
      ${textField({
        name: 'reason',
        label: one.reason,
        hint: one.reasonHint,
        rows: 3,
        value: this.#reason.value.text,
        error: this.submission.at('/reason'),
        onInput: (text) => this.#reason.change({ text }),
      })}
      ${this.problem()}
      ${this.buttons(hides ? one.hide : one.restore, hides ? one.hiding : one.restoring, hides ? 'danger' : 'primary')}
      <span class="kept">${this.#reason.kept ? this.desk.words.draft : nothing}</span>
    </form>`;
  }

  protected override async opened(): Promise<void> {
    this.renderRoot.querySelector<HTMLElement>('#reason')?.focus();
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words } = this.desk;
    const { one } = words.forum;
    const draft = this.#reason.value;
    const reason = draft.text.trim();
    if (reason === '') return this.submission.refuse({ '/reason': one.reasonMissing });
    const { id, version } = this.request;
    const { comment } = this;
    const act = this.#act;
    const { improvements } = client.staff;
    // A comment of a request that was merged belongs to that one, whose version is not shown here.
    const moderate = () =>
      comment === null
        ? improvements.moderate(id, { act, reason }, { ifMatch: version })
        : improvements.moderateComment(comment.improvement, comment.id, { act, reason });
    if (await this.send(moderate, act === 'hide' ? one.hiddenDone : one.restoredDone))
      this.#reason.clear(draft);
  };
}

customElements.define('improvement-moderation-form', ImprovementModerationForm);
