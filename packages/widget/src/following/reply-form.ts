import type { ImagesField as ImagesDeclaration } from '@teo-support/core';
import type { RequesterTicket } from '@teo-support/core/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { DraftAnswer } from '../drafts/draft.js';
import { emptyReply, type ReplyDraft, ReplyDrafts } from '../drafts/reply-drafts.js';
import { UploadMarks } from '../drafts/upload-marks.js';
import { icon } from '../panel/all-icons.js';
import { ours } from '../panel/apart.js';
import { sharedStyle } from '../panel/shared-style.js';
import type { ImagesField } from '../screenshots/images-field.js';
import '../screenshots/images-field.js';
import { define } from '../panel/define.js';
import type { FullSession } from '../panel/full-session.js';
import { pastedFiles } from '../screenshots/pasted-files.js';
import { followingStyle } from './following-style.js';
import { isUnanswered, refusalWords, type TicketCommands } from './ticket-commands.js';

/** As many files as the API takes with a reply. */
const filesOfReply: ImagesDeclaration = {
  kind: 'images',
  name: 'files',
  expected: false,
  maxFiles: 8,
  reasonMaxLength: 0,
};

/** What files are for that go along with an answer to it. */
function aboutOf({ id }: RequesterTicket): string {
  return `reply:${id}`;
}

/** The requester's answer, with files. It is kept as it is typed, and until it has arrived. */
class ReplyForm extends LitElement {
  static override styles = [...sharedStyle, followingStyle];
  static override properties = {
    session: { attribute: false },
    ticket: { attribute: false },
    commands: { attribute: false },
    draft: { state: true },
    attaching: { state: true },
    sending: { state: true },
    refusal: { state: true },
  };

  declare session: FullSession | null;
  declare ticket: RequesterTicket | null;
  declare commands: TicketCommands | null;
  declare draft: ReplyDraft;
  declare attaching: boolean;
  declare sending: boolean;
  /** Why the answer did not leave. */
  declare refusal: unknown;

  #ticketId = '';

  constructor() {
    super();
    this.session = null;
    this.ticket = null;
    this.commands = null;
    this.draft = emptyReply();
    this.attaching = false;
    this.sending = false;
    this.refusal = null;
    this.addEventListener(
      'paste',
      ours((event: ClipboardEvent) => this.#onPaste(event)),
    );
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('ticket') || this.ticket === null || this.ticket.id === this.#ticketId) return;
    this.#ticketId = this.ticket.id;
    this.draft = this.#drafts()?.load(this.ticket.id) ?? emptyReply();
    this.attaching = this.draft.files.length > 0 || (this.#onTheirWay()?.ids.length ?? 0) > 0;
  }

  override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (session === null || this.ticket === null) return nothing;
    const words = session.following.ticket;
    const invalid = this.refusal !== null && !isUnanswered(this.refusal);
    return html`<form novalidate @submit=${(event: Event) => this.#onSubmit(event)}>
      <div class="field">
        <label class="label" for="reply">${words.reply}</label>
        <p class="hint" id="reply-hint">${words.replyHint}</p>
        <textarea
          class="input"
          id="reply"
          aria-describedby="reply-hint"
          aria-invalid=${invalid ? 'true' : 'false'}
          .value=${this.draft.text}
          @input=${(event: Event) => {
            if (event.target instanceof HTMLTextAreaElement) this.#write({ text: event.target.value });
          }}
        ></textarea>
      </div>
      ${
        this.attaching
          ? html`<teo-support-images-field
              .session=${session}
              .field=${filesOfReply}
              .about=${aboutOf(this.ticket)}
              .answer=${{ kind: 'images', files: this.draft.files, noneBecause: '' }}
              @images-change=${(event: CustomEvent<DraftAnswer>) => this.#onImages(event.detail)}
            ></teo-support-images-field>`
          : nothing
      }
      ${this.refusal === null ? nothing : html`<p class="notice danger" role="alert">${refusalWords(this.refusal, session)}</p>`}
      <div class="row">
        <button class="button primary" type="submit" aria-disabled=${this.sending}>
          ${this.sending ? words.sending : words.sendReply}
        </button>
        ${
          this.attaching
            ? nothing
            : html`<button class="button quiet" type="button" @click=${() => this.#attach()}>
                ${icon('image')} ${words.attach}
              </button>`
        }
      </div>
    </form>`;
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { commands, ticket, session } = this;
    if (commands === null || ticket === null || session === null || this.sending) return;
    this.sending = true;
    this.refusal = null;
    try {
      if ((await this.#images()?.settled()) === false) return;
      const { text, files, key } = this.draft;
      const outcome = await commands.give((tickets) =>
        tickets.reply(ticket.id, { text, files: files.map(({ id }) => id) }, { idempotencyKey: key }),
      );
      if (outcome.ok) {
        this.#write(emptyReply());
        this.#images()?.clear();
        this.attaching = false;
      } else {
        this.refusal = outcome.error;
        // The key stands for what was sent; what was refused may be sent anew with changes.
        if (!isUnanswered(outcome.error)) this.#write({ key: crypto.randomUUID() });
      }
    } finally {
      this.sending = false;
    }
  }

  async #attach(): Promise<void> {
    this.attaching = true;
    await this.updateComplete;
    await this.#images()?.updateComplete;
    this.#images()?.focus();
  }

  async #onPaste(event: ClipboardEvent): Promise<void> {
    const pasted = pastedFiles(event);
    if (pasted.length === 0) return;
    event.preventDefault();
    this.attaching = true;
    await this.updateComplete;
    this.#images()?.take(pasted);
  }

  #onImages(answer: DraftAnswer): void {
    if (answer.kind === 'images') this.#write({ files: answer.files });
  }

  #images(): ImagesField | null {
    return this.renderRoot.querySelector('teo-support-images-field');
  }

  #write(part: Partial<ReplyDraft>): void {
    this.draft = { ...this.draft, ...part };
    if (this.ticket !== null) this.#drafts()?.save(this.ticket.id, this.draft);
  }

  #onTheirWay(): UploadMarks | null {
    const { session, ticket } = this;
    return session === null || ticket === null
      ? null
      : new UploadMarks(session.me.id, `${aboutOf(ticket)}:${filesOfReply.name}`);
  }

  #drafts(): ReplyDrafts | null {
    return this.session === null ? null : new ReplyDrafts(this.session.me.id, 'reply');
  }
}

define('teo-support-reply-form', ReplyForm);
