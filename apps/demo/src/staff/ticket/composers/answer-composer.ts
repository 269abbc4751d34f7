import { css, html, nothing } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import { storedText } from '../../drafts/draft.js';
import { textField } from '../../submission/text-field.js';
import { type Attachment, storedAttachments } from '../attachments/attachment.js';
import '../attachments/attached-files.js';
import { crossingNotice } from '../presence/crossing-notice.js';
import { TicketForm } from '../ticket-form.js';
import { composerStyles } from './composer-styles.js';

interface AnswerDraft {
  readonly text: string;
  readonly awaitsRequester: boolean;
  readonly files: readonly Attachment[];
  /** The version of the ticket that was on the screen when the answer was begun. */
  readonly since: number;
}

/** Writing to the requester. Internal notes have another form, so that no setting can turn one into the other. */
export class AnswerComposer extends TicketForm {
  readonly #draft = this.draft<AnswerDraft>('answer', {
    empty: () => ({ text: '', awaitsRequester: false, files: [], since: 0 }),
    read: (stored) => {
      const text = storedText(stored, 'text');
      if (text === null) return null;
      const awaitsRequester = Reflect.get(Object(stored), 'awaitsRequester') === true;
      const since: unknown = Reflect.get(Object(stored), 'since');
      return {
        text,
        awaitsRequester,
        files: storedAttachments(stored, 'files'),
        since: typeof since === 'number' ? since : 0,
      };
    },
  });

  protected override render() {
    const { words } = this.desk;
    const { answer } = words;
    const { text, awaitsRequester, files } = this.#draft.value;
    const { sending } = this.submission;
    return html`<form novalidate aria-label=${answer.title} @submit=${this.#submit} @paste=${this.#pasted}>
      <p class="seen-by">${answer.seenBy(this.ticket.requester.name, this.ticket.organization.name)}</p>
      ${textField({
        name: 'text',
        label: answer.label,
        hint: answer.hint,
        value: text,
        error: this.submission.at('/text'),
        onInput: (value) => this.#written(value),
      })}
      <attached-files .desk=${this.desk} .files=${files} .label=${words.attachments.answer} .change=${(chosen: readonly Attachment[]) => this.#draft.change({ files: chosen })}></attached-files>
      ${crossingNotice(this.ticket, this.#draft.value.text === '' ? null : this.#draft.value.since, this.desk)}
      ${this.problem()}
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

  #written(text: string): void {
    const begins = this.#draft.value.text === '';
    this.#draft.change(begins ? { text, since: this.ticket.version } : { text });
  }

  readonly #pasted = (event: ClipboardEvent) => {
    this.renderRoot.querySelector('attached-files')?.paste(event);
  };

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { words, client } = this.desk;
    if (this.#draft.value.text.trim() === '')
      return this.submission.refuse({ '/text': words.answer.missing });
    if ((await this.renderRoot.querySelector('attached-files')?.settled) === false) return;
    const { id, version } = this.ticket;
    const draft = this.#draft.value;
    const { text, awaitsRequester } = draft;
    const request = { text, awaitsRequester, files: draft.files.map((file) => file.id) };
    // Two people who answer at once would answer twice: the second is told first.
    const work = () => client.staff.tickets.answer(id, request, { ifMatch: version });
    if (await this.send(work, words.answer.done)) this.#draft.clear(draft);
  };

  static override styles = [
    staffStyles,
    composerStyles,
    css`
      .await {
        display: grid;
      }
      .await .hint {
        padding-left: 26px;
      }
    `,
  ];
}

customElements.define('answer-composer', AnswerComposer);
