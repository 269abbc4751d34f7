import { css, html, nothing } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import { Draft, storedText } from '../../drafts/draft.js';
import { icon } from '../../icons/icon.js';
import { problemNotice } from '../../submission/problem-notice.js';
import { textField } from '../../submission/text-field.js';
import { TicketForm } from '../ticket-form.js';
import { composerStyles } from './composer-styles.js';

/** Writing to the requester. Internal notes have another box, so that no setting can turn one into the other. */
export class AnswerComposer extends TicketForm {
  readonly #draft = new Draft(this, 'answer', {
    place: () => ({ drafts: this.desk.drafts, ticketId: this.ticket.id }),
    empty: () => ({ text: '', awaitsRequester: false }),
    read: (stored) => {
      const text = storedText(stored, 'text');
      return text === null
        ? null
        : { text, awaitsRequester: Reflect.get(Object(stored), 'awaitsRequester') === true };
    },
  });

  protected override render() {
    if (!this.allowed('answer').ok) return nothing;
    const { words } = this.desk;
    const { answer } = words;
    const { text, awaitsRequester } = this.#draft.value;
    const { sending } = this.submission;
    return html`<form novalidate aria-labelledby="title" @submit=${this.#submit}>
      <div>
        <h2 id="title">${icon('message')}${answer.title}</h2>
        <p class="seen-by">${answer.seenBy(this.ticket.requester.name, this.ticket.organization.name)}</p>
      </div>
      ${textField({
        name: 'text',
        label: answer.label,
        hint: answer.hint,
        value: text,
        error: this.submission.at('/text'),
        onInput: (value) => this.#draft.change({ text: value }),
      })}
      ${problemNotice(this.submission, words)}
      <div class="actions">
        <div class="await">
          <label class="check"><input type="checkbox" aria-describedby="awaits-hint" .checked=${awaitsRequester}
            @change=${({ target }: Event) => target instanceof HTMLInputElement && this.#draft.change({ awaitsRequester: target.checked })}>${answer.awaits}</label>
          <p class="hint" id="awaits-hint">${answer.awaitsHint}</p>
        </div>
        <div class="actions">
          ${this.#draft.kept && text !== '' ? html`<span class="kept">${words.draft}</span>` : nothing}
          <button class="button primary" aria-disabled=${sending}>${sending ? answer.sending : answer.submit}</button>
        </div>
      </div>
    </form>`;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { answer } = this.desk.words;
    const { text, awaitsRequester } = this.#draft.value;
    if (text.trim() === '') return this.submission.refuse({ '/text': answer.missing });
    const { client } = this.desk;
    const request = { text, files: [], awaitsRequester };
    if (await this.send(() => client.staff.tickets.answer(this.ticket.id, request), answer.done))
      this.#draft.clear();
  };

  static override styles = [
    staffStyles,
    composerStyles,
    css`
      form {
        border-top: 3px solid var(--_accent);
      }
      h2 .icon {
        color: var(--_accent);
      }
    `,
  ];
}

customElements.define('answer-composer', AnswerComposer);
