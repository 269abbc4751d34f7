import { css, html, nothing } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import { Draft, storedText } from '../../drafts/draft.js';
import { icon } from '../../icons/icon.js';
import { problemNotice } from '../../submission/problem-notice.js';
import { textField } from '../../submission/text-field.js';
import { TicketForm } from '../ticket-form.js';
import { composerStyles } from './composer-styles.js';

/** Writing to the team. */
export class NoteComposer extends TicketForm {
  readonly #draft = new Draft(this, 'note', {
    place: () => ({ drafts: this.desk.drafts, ticketId: this.ticket.id }),
    empty: () => ({ text: '' }),
    read: (stored) => {
      const text = storedText(stored, 'text');
      return text === null ? null : { text };
    },
  });

  protected override render() {
    if (!this.allows('write_note')) return nothing;
    const { words } = this.desk;
    const { note } = words;
    const { text } = this.#draft.value;
    const { sending } = this.submission;
    return html`<form novalidate aria-labelledby="title" @submit=${this.#submit}>
      <div>
        <h2 id="title">${icon('lock')}${note.title}</h2>
        <p class="seen-by">${note.seenBy}</p>
      </div>
      ${textField({
        name: 'text',
        label: note.label,
        value: text,
        rows: 3,
        error: this.submission.at('/text'),
        onInput: (value) => this.#draft.change({ text: value }),
      })}
      ${problemNotice(this.submission, words)}
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

  static override styles = [
    staffStyles,
    composerStyles,
    css`
      form {
        border: 1px dashed var(--_note-line);
        background: var(--_note-soft);
        box-shadow: none;
      }
      h2,
      .seen-by,
      .kept {
        color: var(--_note);
      }
      .input {
        border-color: var(--_note-line);
      }
      .button.note {
        border-color: var(--_note);
        background: transparent;
        color: var(--_note);
      }
      .button.note:hover {
        background: var(--_surface);
      }
    `,
  ];
}

customElements.define('note-composer', NoteComposer);
