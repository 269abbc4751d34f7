import { type WithdrawalReason, withdrawalReasons } from '@teo-support/core';
import type { TrainingRecordView } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { DeskDialog, type Opener } from '../administration/desk-dialog.js';
import { storedText } from '../drafts/draft.js';
import { fieldError, textField } from '../submission/text-field.js';

interface TrainingDraft {
  readonly id: string;
  readonly title: string;
  readonly deliveredOn: string;
}

/** Records a course that was delivered, or corrects one that is on record. */
export class TrainingForm extends DeskDialog {
  static override properties = {
    ...DeskDialog.properties,
    organizationId: { attribute: false },
    training: { attribute: false },
  };
  declare organizationId: string;
  /** The course to correct; `null` to record one. */
  declare training: TrainingRecordView | null;
  readonly #draft = this.draft<TrainingDraft>(
    'training',
    () => `${this.organizationId}:${this.training?.id ?? ''}`,
    {
      empty: () => {
        const { id = '', title = '', deliveredOn = '' } = this.training ?? {};
        return { id, title, deliveredOn };
      },
      read: (stored) => {
        const [id, title, deliveredOn] = ['id', 'title', 'deliveredOn'].map((name) =>
          storedText(stored, name),
        );
        return id == null || title == null || deliveredOn == null ? null : { id, title, deliveredOn };
      },
    },
  );

  constructor() {
    super();
    this.training = null;
  }

  protected override opener(): Opener {
    const { training } = this.desk.words;
    return this.training === null
      ? { label: training.record, sign: 'plus' }
      : { label: training.correct, about: training.correctAbout(this.training.title) };
  }

  protected override heading(): string {
    const { record, correctTitle } = this.desk.words.training;
    return this.training === null ? record : correctTitle;
  }

  protected override content(): TemplateResult {
    const { words } = this.desk;
    const { training } = words;
    const { id, title, deliveredOn } = this.#draft.value;
    const recording = this.training === null;
    return html`<form class="form" novalidate aria-labelledby="heading" @submit=${this.#submit}>
      ${
        recording
          ? textField({
              name: 'id',
              label: training.reference,
              hint: training.referenceHint,
              line: true,
              first: true,
              value: id,
              error: this.submission.at('/id'),
              onInput: (value) => this.#draft.change({ id: value }),
            })
          : html`<p class="hint">${training.correctHint}</p>`
      }
      ${textField({
        name: 'title',
        label: training.title,
        line: true,
        first: !recording,
        value: title,
        error: this.submission.at('/title'),
        onInput: (value) => this.#draft.change({ title: value }),
      })}
      ${textField({
        name: 'deliveredOn',
        label: training.deliveredOn,
        line: true,
        type: 'date',
        value: deliveredOn,
        error: this.submission.at('/deliveredOn'),
        onInput: (value) => this.#draft.change({ deliveredOn: value }),
      })}
      ${this.problem()}
      ${this.buttons(training.save, training.saving)}
      <span class="kept">${this.#draft.kept ? words.draft : nothing}</span>
    </form>`;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words } = this.desk;
    const { missing, recorded, corrected } = words.training;
    const draft = this.#draft.value;
    const { id, title, deliveredOn } = draft;
    const lacking = {
      ...(id.trim() === '' ? { '/id': missing.id } : {}),
      ...(title.trim() === '' ? { '/title': missing.title } : {}),
      ...(deliveredOn === '' ? { '/deliveredOn': missing.deliveredOn } : {}),
    };
    if (Object.keys(lacking).length > 0) return this.submission.refuse(lacking);
    const { organizations } = client.staff;
    const { training, organizationId } = this;
    const done =
      training === null
        ? await this.send(() => organizations.recordTraining(organizationId, draft), recorded)
        : await this.send(
            () =>
              organizations.correctTraining(
                organizationId,
                training.id,
                { title, deliveredOn },
                { ifMatch: training.version },
              ),
            corrected,
          );
    if (done) this.#draft.clear(draft);
  };
}

/** Takes a course out of the register, for a reason. */
export class TrainingWithdrawal extends DeskDialog {
  static override properties = {
    ...DeskDialog.properties,
    organizationId: { attribute: false },
    training: { attribute: false },
    reason: { state: true },
  };
  declare organizationId: string;
  declare training: TrainingRecordView;
  declare reason: WithdrawalReason | null;

  constructor() {
    super();
    this.reason = null;
  }

  protected override opener(): Opener {
    const { withdraw, withdrawAbout } = this.desk.words.training;
    return { label: withdraw, about: withdrawAbout(this.training.title), look: 'danger' };
  }

  protected override heading(): string {
    return this.desk.words.training.withdrawTitle;
  }

  protected override content(): TemplateResult {
    const { training } = this.desk.words;
    const error = this.submission.at('/reason');
    return html`<form class="form" novalidate aria-labelledby="heading" @submit=${this.#submit}>
      <p>${training.withdrawText(this.training.title)}</p>
      <fieldset aria-describedby=${error ? 'reason-error' : nothing}>
        <legend class="label">${training.reason}</legend>
        <div class="choices">${withdrawalReasons.map(
          (reason, index) => html`<label class="check">
            <input type="radio" name="reason" value=${reason} ?data-first=${index === 0} .checked=${this.reason === reason}
              aria-invalid=${error ? 'true' : 'false'} @change=${() => {
                this.reason = reason;
              }}>
            ${training.reasons[reason]}
          </label>`,
        )}</div>
        ${fieldError('reason', error)}
      </fieldset>
      ${this.problem()}
      ${this.buttons(training.confirmWithdrawal, training.withdrawing, 'danger')}
    </form>`;
  }

  protected override closed(): void {
    this.reason = null;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words } = this.desk;
    const { reason, training, organizationId } = this;
    if (reason === null) return this.submission.refuse({ '/reason': words.training.missing.reason });
    await this.send(
      () =>
        client.staff.organizations.withdrawTraining(
          organizationId,
          training.id,
          { reason },
          { ifMatch: training.version },
        ),
      words.training.done,
    );
  };
}

customElements.define('training-form', TrainingForm);
customElements.define('training-withdrawal', TrainingWithdrawal);
