import { ticketTypes, type Verdict, verdicts } from '@teo-support/core';
import { html, nothing, type TemplateResult } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import { fieldError, textField } from '../../submission/text-field.js';
import type { Attachment } from '../attachments/attachment.js';
import '../attachments/attached-files.js';
import { composerStyles } from '../composers/composer-styles.js';
import { stepEditor, stepEditorStyles } from '../steps/step-editor.js';
import { written } from '../steps/step-order.js';
import { TicketForm } from '../ticket-form.js';
import { newTest, readTest, type TestDraft, typesWithoutLink } from './test-draft.js';

/** « Test et traçabilité des dysfonctionnements » : the next test, and what follows from its verdict. */
export class ReproductionTestForm extends TicketForm {
  readonly #draft = this.draft<TestDraft>('test', { empty: () => newTest(this.ticket), read: readTest });

  protected override render() {
    const { words } = this.desk;
    const { test, domain } = words;
    const { sending } = this.submission;
    const draft = this.#draft.value;
    const verdictError = this.submission.at('/verdict');
    return html`<form novalidate aria-label=${test.title} @submit=${this.#submit} @paste=${this.#pasted}>
      ${textField({
        name: 'environment',
        label: test.environment,
        hint: test.environmentHint,
        line: true,
        value: draft.environment,
        error: this.submission.at('/environment'),
        onInput: (environment) => this.#draft.change({ environment }),
      })}
      ${stepEditor({
        steps: draft.steps,
        legend: test.steps,
        hint: test.stepsHint,
        words: words.steps,
        error: (pointer) => this.submission.at(pointer),
        change: (steps, focus, told) => {
          this.#draft.change({ steps });
          if (focus !== undefined) void this.focusOn(`#step-${focus}`);
          if (told !== undefined) this.desk.announce(told);
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
      <attached-files .desk=${this.desk} .files=${draft.evidence} .label=${words.attachments.test} .change=${(evidence: readonly Attachment[]) => this.#draft.change({ evidence })}></attached-files>
      <fieldset aria-describedby=${verdictError ? 'verdict-error' : nothing}>
        <legend class="label">${test.verdict}</legend>
        ${verdicts.map(
          (verdict) => html`<label class="check option">
            <input type="radio" name="verdict" value=${verdict} .checked=${draft.verdict === verdict} aria-invalid=${verdictError ? 'true' : 'false'}
              @change=${() => this.#draft.change({ verdict })}>
            <span>${domain.verdicts[verdict]}<span class="hint">${test.verdicts[verdict]}</span></span>
          </label>`,
        )}
        ${fieldError('verdict', verdictError)}
      </fieldset>
      ${this.#consequence(draft)}
      ${this.problem()}
      <div class="actions">
        <span class="kept">${this.#draft.kept ? words.draft : nothing}</span>
        <button class="button primary" aria-disabled=${sending}>${sending ? test.sending : test.submit}</button>
      </div>
    </form>`;
  }

  /** What a verdict asks for besides: a message to the requester, and what the ticket becomes when it is no bug. */
  #consequence(draft: TestDraft): TemplateResult | typeof nothing {
    const { test } = this.desk.words;
    const message = (label: string, hint: string) =>
      textField({
        name: 'message',
        label,
        hint,
        rows: 3,
        value: draft.message,
        error: this.submission.at('/message'),
        onInput: (text) => this.#draft.change({ message: text }),
      });
    switch (draft.verdict) {
      case 'not_reproduced':
        return message(test.ask, test.askHint);
      case 'not_a_bug':
        return html`${this.#becomes(draft)}${message(test.why, test.whyHint)}`;
      default:
        return nothing;
    }
  }

  #becomes({ requalifiedAs }: TestDraft): TemplateResult {
    const { test, domain, requalification } = this.desk.words;
    const error = this.submission.at('/requalifiedAs');
    return html`<div class="field">
      <label class="label" for="becomes">${test.becomes}</label>
      <select class="input" id="becomes" aria-invalid=${error ? 'true' : 'false'} aria-describedby=${error ? 'becomes-error' : nothing}
        @change=${({ target }: Event) =>
          target instanceof HTMLSelectElement &&
          this.#draft.change({ requalifiedAs: ticketTypes.find((type) => type === target.value) ?? null })}>
        <option value="" .selected=${requalifiedAs === null}>${requalification.choose}</option>
        ${typesWithoutLink(this.ticket).map((type) => html`<option value=${type} .selected=${type === requalifiedAs}>${domain.ticketTypes[type].name}</option>`)}
      </select>
      ${fieldError('becomes', error)}
    </div>`;
  }

  /** What is missing before anything is sent, by field. */
  #missing({ verdict, message, requalifiedAs }: TestDraft): Readonly<Record<string, string>> {
    const { test } = this.desk.words;
    if (verdict === null) return { '/verdict': test.verdictMissing };
    const silent = verdict !== 'confirmed' && message.trim() === '';
    return {
      ...(verdict === 'not_a_bug' && requalifiedAs === null ? { '/requalifiedAs': test.becomesMissing } : {}),
      ...(silent ? { '/message': verdict === 'not_a_bug' ? test.whyMissing : test.askMissing } : {}),
    };
  }

  readonly #pasted = (event: ClipboardEvent) => {
    this.renderRoot.querySelector('attached-files')?.paste(event);
  };

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const missing = this.#missing(this.#draft.value);
    if (Object.keys(missing).length > 0) return this.submission.refuse(missing);
    if ((await this.renderRoot.querySelector('attached-files')?.settled) === false) return;
    const steps = written(this.#draft.value.steps);
    this.#draft.change({ steps: steps.length > 0 ? steps : [''] });
    const draft = this.#draft.value;
    if (draft.verdict === null) return;
    const request = { ...requestOf(draft, draft.verdict), steps: [...steps] };
    const { client, words } = this.desk;
    const { id, version } = this.ticket;
    const work = () => client.staff.tickets.recordReproductionTest(id, request, { ifMatch: version });
    if (await this.send(work, words.test.done)) this.#draft.clear(draft);
  };

  static override styles = [staffStyles, composerStyles, stepEditorStyles];
}

/** A message that was begun under another verdict is not sent with this one. */
function requestOf(draft: TestDraft, verdict: Verdict) {
  const { environment, observed, message, requalifiedAs } = draft;
  return {
    verdict,
    environment,
    observed,
    evidence: draft.evidence.map(({ id }) => id),
    message: verdict === 'confirmed' ? '' : message,
    requalifiedAs: verdict === 'not_a_bug' ? requalifiedAs : null,
  };
}

customElements.define('reproduction-test', ReproductionTestForm);
