import { css, html, nothing } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import { readText } from '../../drafts/draft.js';
import { icon } from '../../icons/icon.js';
import { textField } from '../../submission/text-field.js';
import { dateWords } from '../../time/dates.js';
import { TicketForm } from '../ticket-form.js';

/** « Si le bug est avéré, le ticket est transmis au service technique. » Not before, and it says why. */
export class TransferForm extends TicketForm {
  readonly #draft = this.draft('transfer', { empty: () => ({ text: '' }), read: readText });

  protected override render() {
    const { words, locale, now } = this.desk;
    const { transfer } = words;
    const { transferredAt } = this.ticket;
    const title = html`<h2 class="section-title" id="title">${icon('transfer')}${transfer.title}</h2>`;
    if (transferredAt !== null) {
      return html`${title}<p class="with-icon done">${icon('check')}${transfer.doneAt(dateWords(transferredAt, locale, now))}</p>`;
    }
    const refusal = this.refusal('transfer');
    const { sending } = this.submission;
    return html`<form class="form" novalidate aria-labelledby="title" @submit=${this.#submit}>
      ${title}
      ${
        refusal === null
          ? textField({
              name: 'reason',
              label: transfer.reason,
              hint: transfer.reasonHint,
              rows: 2,
              value: this.#draft.value.text,
              error: this.submission.at('/reason'),
              onInput: (text) => this.#draft.change({ text }),
            })
          : html`<p class="refusal" id="refusal">${icon('lock')}<span>${refusal}</span></p>`
      }
      ${this.problem()}
      <button class=${refusal === null ? 'button primary' : 'button'} aria-disabled=${refusal !== null || sending ? 'true' : 'false'}
        aria-describedby=${refusal === null ? nothing : 'refusal'}>${sending ? transfer.sending : transfer.submit}</button>
    </form>`;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    if (!this.allows('transfer')) return;
    const { client, words } = this.desk;
    const { id, version } = this.ticket;
    const draft = this.#draft.value;
    const work = () => client.staff.tickets.transfer(id, { reason: draft.text }, { ifMatch: version });
    if (await this.send(work, words.transfer.done)) this.#draft.clear(draft);
  };

  static override styles = [
    staffStyles,
    css`
      .refusal {
        display: flex;
        gap: var(--_space-2);
        padding: 10px var(--_space-3);
        border-radius: var(--_radius);
        background: var(--_surface-2);
        color: var(--_ink-2);
        font-size: 13.5px;
      }
      .refusal .icon {
        margin-top: 2px;
      }
      .done {
        margin-top: var(--_space-2);
        color: var(--_success);
      }
    `,
  ];
}

customElements.define('transfer-form', TransferForm);
