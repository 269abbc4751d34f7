import type { OrganizationDetail, TrialView } from '@teo-support/sdk';
import { html, type TemplateResult } from 'lit';
import { DeskDialog, type Opener } from '../administration/desk-dialog.js';
import { Loaded } from '../administration/loaded.js';
import { failureState } from '../submission/failure.js';
import { selectField } from '../submission/select-field.js';

/** Enrols an organization in one of the open trials that it is not in yet. */
export class EnrolmentForm extends DeskDialog {
  static override properties = {
    ...DeskDialog.properties,
    organization: { attribute: false },
    trial: { state: true },
  };
  declare organization: OrganizationDetail;
  declare trial: string;
  readonly #trials = new Loaded<TrialView[]>(this, async (signal) => {
    const { trials } = await this.desk.client.staff.trials.list({ signal });
    return trials;
  });

  constructor() {
    super();
    this.trial = '';
  }

  protected override opener(): Opener {
    return { label: this.desk.words.enrolment.open, sign: 'plus' };
  }

  protected override heading(): string {
    return this.desk.words.enrolment.open;
  }

  protected override async opened(): Promise<void> {
    if (await this.#trials.load()) await this.modal.focusFirst();
  }

  protected override content(): TemplateResult {
    const { words } = this.desk;
    const { enrolment } = words;
    const { value, error } = this.#trials;
    if (value === null && error !== null) return failureState(error, words, () => void this.opened());
    if (value === null) return html`<p class="muted" role="status">${words.trials.loading}</p>`;
    const inIt = new Set(
      this.organization.enrolments.flatMap(({ endedAt, trial }) => (endedAt === null ? trial.id : [])),
    );
    const open = value.filter(({ id, state }) => state === 'open' && !inIt.has(id));
    if (open.length === 0) {
      return html`<p>${enrolment.none}</p><p><a href="/staff/trials" data-first>${words.organizations.trials}</a></p>`;
    }
    return html`<form class="form" novalidate aria-labelledby="heading" @submit=${this.#submit}>
      ${selectField({
        name: 'trial',
        label: enrolment.trial,
        first: true,
        value: this.trial,
        options: [
          { value: '', label: enrolment.choose },
          ...open.map(({ id, name }) => ({ value: id, label: name })),
        ],
        error: this.submission.at('/trial'),
        onChange: (trial) => {
          this.trial = trial;
        },
      })}
      ${this.problem()}
      ${this.buttons(enrolment.submit, enrolment.sending)}
    </form>`;
  }

  protected override closed(): void {
    this.trial = '';
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words } = this.desk;
    const { trial, organization } = this;
    if (trial === '') return this.submission.refuse({ '/trial': words.enrolment.missing });
    await this.send(() => client.staff.organizations.enrol(organization.id, trial), words.enrolment.done);
  };
}

customElements.define('enrolment-form', EnrolmentForm);
