import { declarationOf, verdicts } from '@teo-support/core';
import { css, html, nothing } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import { Draft } from '../../drafts/draft.js';
import { icon } from '../../icons/icon.js';
import { problemNotice } from '../../submission/problem-notice.js';
import { fieldError, textField } from '../../submission/text-field.js';
import type { Attachment } from '../attachments/attachment.js';
import '../attachments/image-attachments.js';
import { markStyles } from '../marks.js';
import { TicketForm } from '../ticket-form.js';
import { newTest, readTest } from './test-draft.js';
import { type TestEntry, testRecord, testRecordStyles } from './test-record.js';
import { testSteps, testStepsStyles } from './test-steps.js';

/** « Test et traçabilité des dysfonctionnements » : the tests on record, and the next one. */
export class ReproductionTestForm extends TicketForm {
  static override properties = { ...TicketForm.properties, open: { state: true } };
  /** Whether the form is unfolded; a kept draft unfolds it. */
  declare open: boolean | null;
  readonly #draft = new Draft(this, 'test', {
    place: () => ({ drafts: this.desk.drafts, ticketId: this.ticket.id }),
    empty: () => newTest(this.ticket),
    read: readTest,
  });

  constructor() {
    super();
    this.open = null;
  }

  protected override render() {
    if (!declarationOf(this.ticket.type).reproductionTested) return nothing;
    const { test } = this.desk.words;
    const records = this.ticket.timeline.filter(
      (entry): entry is TestEntry => entry.type === 'ticket.reproduction_tested',
    );
    const draft = this.#draft.value;
    const open = this.open ?? this.#draft.kept;
    return html`<h2 class="section-title" id="title">${icon('test')}${test.title}</h2>
      ${records.length === 0 ? html`<p class="muted none">${test.none}</p>` : records.map((entry) => testRecord(entry, this.desk))}
      ${
        this.allows('record_reproduction_test')
          ? html`<button type="button" class="button toggle" aria-expanded=${open ? 'true' : 'false'} aria-controls="form" @click=${() => this.#toggle(!open)}>
                ${open ? test.cancel : records.length === 0 ? test.open : test.again}
              </button>
              <div id="form" ?hidden=${!open}>${open ? this.#form(draft) : nothing}</div>`
          : nothing
      }`;
  }

  #form(draft: ReturnType<typeof newTest>) {
    const { words } = this.desk;
    const { test, domain } = words;
    const { sending } = this.submission;
    const verdictError = this.submission.at('/verdict');
    return html`<form class="form" novalidate aria-labelledby="title" @submit=${this.#submit}>
      ${textField({
        name: 'environment',
        label: test.environment,
        hint: test.environmentHint,
        line: true,
        value: draft.environment,
        error: this.submission.at('/environment'),
        onInput: (environment) => this.#draft.change({ environment }),
      })}
      ${testSteps({
        steps: draft.steps,
        words: test,
        error: (pointer) => this.submission.at(pointer),
        change: (steps, focus) => {
          this.#draft.change({ steps });
          if (focus !== undefined) void this.#focusStep(focus);
        },
      })}
      ${textField({
        name: 'observed',
        label: test.observed,
        hint: test.observedHint,
        rows: 3,
        value: draft.observed,
        error: this.submission.at('/observed'),
        onInput: (observed) => this.#draft.change({ observed }),
      })}
      <image-attachments .desk=${this.desk} .files=${draft.evidence} .label=${words.attachments.test} .change=${(evidence: readonly Attachment[]) => this.#draft.change({ evidence })}></image-attachments>
      <fieldset aria-describedby=${verdictError ? 'verdict-error' : nothing}>
        <legend class="label">${test.verdict}</legend>
        ${verdicts.map(
          (verdict) => html`<label class="check verdict">
            <input type="radio" name="verdict" value=${verdict} .checked=${draft.verdict === verdict} aria-invalid=${verdictError ? 'true' : 'false'}
              @change=${() => this.#draft.change({ verdict })}>
            <span>${domain.verdicts[verdict]}<span class="hint">${test.verdicts[verdict]}</span></span>
          </label>`,
        )}
        ${fieldError('verdict', verdictError)}
      </fieldset>
      ${problemNotice(this.submission, words)}
      <button class="button primary" aria-disabled=${sending}>${sending ? test.sending : test.submit}</button>
    </form>`;
  }

  async #toggle(open: boolean): Promise<void> {
    this.open = open;
    await this.updateComplete;
    if (open) this.renderRoot.querySelector<HTMLElement>('#environment')?.focus();
  }

  async #focusStep(index: number): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#step-${index}`)?.focus();
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words } = this.desk;
    if (this.#draft.value.verdict === null) {
      return this.submission.refuse({ '/verdict': words.test.verdictMissing });
    }
    if ((await this.renderRoot.querySelector('image-attachments')?.settled) === false) return;
    const written = this.#draft.value.steps.filter((step) => step.trim() !== '');
    // As they are sent, so that what the server says of step 3 stands at step 3.
    this.#draft.change({ steps: written.length > 0 ? written : [''] });
    const draft = this.#draft.value;
    const { verdict, environment, observed } = draft;
    if (verdict === null) return;
    const evidence = draft.evidence.map(({ id }) => id);
    const request = { verdict, environment, observed, steps: written, evidence };
    const work = () => client.staff.tickets.recordReproductionTest(this.ticket.id, request);
    if (!(await this.send(work, words.test.done))) return;
    this.#draft.clear(draft);
    this.open = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.toggle')?.focus();
  };

  static override styles = [
    staffStyles,
    markStyles,
    testRecordStyles,
    testStepsStyles,
    css`
      .none,
      .record {
        margin-top: var(--_space-2);
      }
      .record + .record {
        padding-top: var(--_space-3);
        border-top: 1px solid var(--_line);
      }
      .toggle {
        margin-top: var(--_space-3);
      }
      #form {
        margin-top: var(--_space-4);
      }
      .verdict .hint {
        display: block;
        font-weight: 400;
      }
    `,
  ];
}

customElements.define('reproduction-test', ReproductionTestForm);
