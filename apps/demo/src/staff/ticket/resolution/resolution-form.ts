import { html, nothing } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import { Draft, storedText } from '../../drafts/draft.js';
import { icon } from '../../icons/icon.js';
import { problemNotice } from '../../submission/problem-notice.js';
import { textField } from '../../submission/text-field.js';
import { TicketForm } from '../ticket-form.js';

/** A ticket is resolved with words that the requester reads, never by a click alone. */
export class ResolutionForm extends TicketForm {
  readonly #draft = new Draft(this, 'resolution', {
    place: () => ({ drafts: this.desk.drafts, ticketId: this.ticket.id }),
    empty: () => ({ resolution: '' }),
    read: (stored) => {
      const resolution = storedText(stored, 'resolution');
      return resolution === null ? null : { resolution };
    },
  });

  protected override render() {
    if (!this.allows('resolve')) return nothing;
    const { words } = this.desk;
    const { resolution } = words;
    const { sending } = this.submission;
    return html`<form class="form" novalidate aria-labelledby="title" @submit=${this.#submit}>
      <h2 class="section-title" id="title">${icon('check')}${resolution.title}</h2>
      ${textField({
        name: 'resolution',
        label: resolution.label,
        hint: resolution.hint,
        rows: 3,
        value: this.#draft.value.resolution,
        error: this.submission.at('/resolution'),
        onInput: (text) => this.#draft.change({ resolution: text }),
      })}
      ${problemNotice(this.submission, words)}
      <div class="actions">
        <button class="button" aria-disabled=${sending}>${sending ? resolution.sending : resolution.submit}</button>
        ${this.#draft.kept && this.#draft.value.resolution !== '' ? html`<span class="kept">${words.draft}</span>` : nothing}
      </div>
    </form>`;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words } = this.desk;
    const { id, version } = this.ticket;
    const draft = this.#draft.value;
    if (draft.resolution.trim() === '') {
      return this.submission.refuse({ '/resolution': words.resolution.missing });
    }
    const work = () => client.staff.tickets.resolve(id, draft, { ifMatch: version });
    if (await this.send(work, words.resolution.done)) this.#draft.clear(draft);
  };

  static override styles = staffStyles;
}

customElements.define('resolution-form', ResolutionForm);
