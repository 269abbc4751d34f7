import { html, nothing, type TemplateResult } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import { textField } from '../../submission/text-field.js';
import { composerStyles } from '../composers/composer-styles.js';
import { stepEditor, stepEditorStyles } from '../steps/step-editor.js';
import { written } from '../steps/step-order.js';
import { TicketForm } from '../ticket-form.js';
import { newRollBack, type RollBackDraft, readRollBack } from './roll-back-draft.js';

/** « Nous vous guidons pour revenir en arrière (si possible). » One or the other, in the requester's words. */
export class RollBackForm extends TicketForm {
  readonly #draft = this.draft<RollBackDraft>('roll-back', {
    empty: () => newRollBack(this.ticket),
    read: readRollBack,
  });

  protected override render() {
    const { words } = this.desk;
    const { rollBack } = words;
    const { sending } = this.submission;
    const draft = this.#draft.value;
    const guided = draft.kind === 'guided';
    return html`<form novalidate aria-label=${rollBack.title} @submit=${this.#submit}>
      <p class="seen-by">${rollBack.seenBy}</p>
      <fieldset>
        <legend class="label">${rollBack.kind}</legend>
        ${this.#kind('guided', rollBack.guide, rollBack.guideHint, draft)}
        ${this.#kind('ruled_out', rollBack.ruleOut, rollBack.ruleOutHint, draft)}
      </fieldset>
      ${guided ? this.#steps(draft) : this.#reason(draft)}
      ${this.problem()}
      <div class="actions">
        <span class="kept">${this.#draft.kept ? words.draft : nothing}</span>
        <button class="button primary" aria-disabled=${sending}>${sending ? rollBack.sending : guided ? rollBack.submitSteps : rollBack.submitReason}</button>
      </div>
    </form>`;
  }

  #kind(kind: RollBackDraft['kind'], name: string, hint: string, draft: RollBackDraft): TemplateResult {
    return html`<label class="check option">
      <input type="radio" name="kind" value=${kind} .checked=${draft.kind === kind} @change=${() => this.#draft.change({ kind })}>
      <span>${name}<span class="hint">${hint}</span></span>
    </label>`;
  }

  #steps({ steps }: RollBackDraft): TemplateResult {
    const { words } = this.desk;
    const former = this.ticket.rollBack;
    const ticked = former?.kind === 'guided' ? former.steps.filter(({ done }) => done).length : 0;
    return html`${ticked === 0 ? nothing : html`<p class="notice warning">${words.rollBack.replaces(ticked)}</p>`}
      ${stepEditor({
        steps,
        legend: words.rollBack.steps,
        hint: words.rollBack.stepsHint,
        words: words.steps,
        error: (pointer) => this.submission.at(pointer),
        change: (changed, focus, told) => {
          this.#draft.change({ steps: changed });
          if (focus !== undefined) void this.focusOn(`#step-${focus}`);
          if (told !== undefined) this.desk.announce(told);
        },
      })}`;
  }

  #reason({ reason }: RollBackDraft): TemplateResult {
    const { rollBack } = this.desk.words;
    return textField({
      name: 'reason',
      label: rollBack.reason,
      hint: rollBack.reasonHint,
      value: reason,
      error: this.submission.at('/reason'),
      onInput: (text) => this.#draft.change({ reason: text }),
    });
  }

  readonly #submit = (event: Event) => {
    event.preventDefault();
    return this.#draft.value.kind === 'guided' ? this.#guide() : this.#ruleOut();
  };

  async #guide(): Promise<void> {
    const { client, words } = this.desk;
    const { id, version } = this.ticket;
    const steps = [...written(this.#draft.value.steps)];
    if (steps.length === 0) return this.submission.refuse({ '/steps': words.rollBack.stepsMissing });
    this.#draft.change({ steps });
    const draft = this.#draft.value;
    const work = () => client.staff.tickets.guideRollBack(id, { steps }, { ifMatch: version });
    if (await this.send(work, words.rollBack.doneSteps)) this.#draft.clear(draft);
  }

  async #ruleOut(): Promise<void> {
    const { client, words } = this.desk;
    const { id, version } = this.ticket;
    const draft = this.#draft.value;
    const { reason } = draft;
    if (reason.trim() === '') return this.submission.refuse({ '/reason': words.rollBack.reasonMissing });
    const work = () => client.staff.tickets.ruleOutRollBack(id, { reason }, { ifMatch: version });
    if (await this.send(work, words.rollBack.doneReason)) this.#draft.clear(draft);
  }

  static override styles = [staffStyles, composerStyles, stepEditorStyles];
}

customElements.define('roll-back-form', RollBackForm);
