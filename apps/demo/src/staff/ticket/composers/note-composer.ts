import { html, nothing } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import { readText } from '../../drafts/draft.js';
import { textField } from '../../submission/text-field.js';
import { TicketForm } from '../ticket-form.js';
import { composerStyles, internalStyles } from './composer-styles.js';

/** Writing to the team. The requester never sees it. */
export class NoteComposer extends TicketForm {
  readonly #draft = this.draft('note', { empty: () => ({ text: '' }), read: readText });

  protected override render() {
    const { words } = this.desk;
    const { note } = words;
    const { text } = this.#draft.value;
    const { sending } = this.submission;
    return html`<form novalidate aria-label=${note.title} @submit=${this.#submit}>
      <p class="seen-by">${note.seenBy}</p>
      ${textField({
        name: 'text',
        label: note.label,
        value: text,
        rows: 3,
        error: this.submission.at('/text'),
        onInput: (value) => this.#draft.change({ text: value }),
      })}
      ${this.problem()}
      <div class="actions">
        <span class="kept">${this.#draft.kept && text !== '' ? words.draft : nothing}</span>
        <button class="button note" aria-disabled=${sending}>${sending ? note.sending : note.submit}</button>
      </div>
    </form>`;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { words, client } = this.desk;
    const draft = this.#draft.value;
    if (draft.text.trim() === '') return this.submission.refuse({ '/text': words.note.missing });
    const work = () => client.staff.tickets.writeNote(this.ticket.id, draft);
    if (await this.send(work, words.note.done)) this.#draft.clear(draft);
  };

  static override styles = [staffStyles, composerStyles, internalStyles];
}

customElements.define('note-composer', NoteComposer);
