import { declarationOf, fieldOf, subjectField, type TicketType } from '@teo-support/core';
import type { FileTicketRequest, RequesterTicket } from '@teo-support/core/contract';
import { ApiError } from '@teo-support/sdk/connection';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { CollectedItem } from '../context/collect.js';
import { type Draft, type DraftAnswer, emptyDraft, isBegun } from '../drafts/draft.js';
import type { DraftStore } from '../drafts/draft-store.js';
import type { BesideForm } from '../faq/beside-a-form.js';
import type { GivenAnswers } from '../launcher/settings.js';
import { apart, ours } from '../panel/apart.js';
import { define } from '../panel/define.js';
import { icon } from '../panel/icons.js';
import type { Later, LoadLater } from '../panel/later.js';
import { failureWords, type Session } from '../panel/session.js';
import { sharedStyle } from '../panel/shared-style.js';
import type { ImagesField } from '../screenshots/images-field.js';
import { pastedFiles } from '../screenshots/pasted-files.js';
import { type FieldProblems, noProblems } from './field-problems.js';
import { renderField } from './fields.js';
import { formStyle } from './form-style.js';
import { renderImpact } from './impact-field.js';

/**
 * The form of a ticket type, drawn from its declaration in core.
 * @fires ticket-filed - `detail` is the ticket
 * @fires ticket-waits - it was sent and has not arrived
 * @fires article-chosen - of those that the FAQ suggests; `detail` is its id
 */
export class TicketForm extends LitElement {
  static override styles = [...sharedStyle, formStyle];
  static override properties = {
    session: { attribute: false },
    loadLater: { attribute: false },
    drafts: { attribute: false },
    type: { attribute: false },
    given: { attribute: false },
    draft: { state: true },
    problems: { state: true },
    restored: { state: true },
    sending: { state: true },
    failure: { state: true },
    later: { state: true },
    suggestions: { state: true },
  };

  declare session: Session | null;
  declare loadLater: LoadLater | null;
  declare drafts: DraftStore | null;
  declare type: TicketType | null;
  /** What the host page knows already: where a new ticket begins. */
  declare given: GivenAnswers;
  declare draft: Draft | null;
  declare problems: FieldProblems;
  declare restored: boolean;
  declare sending: boolean;
  declare failure: unknown;
  /** What is needed to send, loaded while the person types. */
  declare later: Later | null;
  /** What the FAQ does beside the form, once its code has come. */
  declare suggestions: BesideForm | null;

  /** After the first try to send, what is wrong is told as it is typed; before, only what was left wrong. */
  #tried = false;
  #context: readonly CollectedItem[] = [];

  constructor() {
    super();
    this.session = null;
    this.loadLater = null;
    this.drafts = null;
    this.type = null;
    this.given = {};
    this.draft = null;
    this.problems = noProblems;
    this.restored = false;
    this.sending = false;
    this.failure = null;
    this.later = null;
    this.suggestions = null;
    this.addEventListener(
      'paste',
      ours((event: ClipboardEvent) => this.#onPaste(event)),
    );
  }

  override updated(): void {
    // What does not come is asked for again as the person types, and missed aloud when the ticket is to be sent.
    if (this.later === null) this.#parts().catch(() => {});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.suggestions?.leave();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const another = changed.has('type') || changed.has('given');
    if (!another || this.type === null || this.session === null) return;
    const begun = this.drafts?.load(this.type) ?? null;
    this.restored = begun !== null && isBegun(begun);
    this.draft = this.restored ? begun : this.#newDraft(this.type);
    this.#collect();
  }

  override render(): TemplateResult | undefined {
    const { session, draft, later } = this;
    if (session === null || draft === null) return undefined;
    if (draft.waiting !== null) return this.#waiting(draft, draft.waiting);
    const { words } = session;
    const declaration = declarationOf(draft.type);
    return html`<form novalidate @submit=${(event: Event) => this.#onSubmit(event)}>
      <p class="soft">${session.domain.ticketTypes[draft.type].when}</p>
      ${
        this.restored
          ? html`<div class="notice row">
              <span>${words.form.restored}</span>
              <button class="button quiet" type="button" @click=${() => this.#startOver()}>${words.form.startOver}</button>
            </div>`
          : nothing
      }
      ${declaration.notice === null ? nothing : html`<p class="notice warning with-icon">${icon('undo')} <span>${session.domain.notices[declaration.notice]}</span></p>`}
      ${
        this.#tried && this.problems.size > 0
          ? later?.parts.renderErrorSummary(draft.type, this.problems, later.session, this.renderRoot)
          : nothing
      }
      ${declaration.fields.map((field) => [
        renderField(field, {
          session,
          later: later?.session ?? null,
          type: draft.type,
          answer: draft.answers[field.name],
          problems: this.problems,
          change: (answer) => this.#answer(field.name, answer),
          left: () => this.#left(field.name),
        }),
        field.name === subjectField
          ? html`<div class="answers ${draft.searched?.missed ? 'missed' : ''}">
              ${this.suggestions?.render(draft) ?? html`<p class="soft small">${words.form.answersHere}</p>`}
            </div>`
          : nothing,
      ])}
      ${
        declaration.asksImpact
          ? renderImpact(draft, session, this.problems, (facts) => this.#change({ ...draft, ...facts }))
          : nothing
      }
      ${
        later?.parts.renderBeforeSending(draft, this.#context, later.session, Date.now(), (changed) =>
          this.#keep(changed),
        ) ?? nothing
      }
      ${this.#failureNotice(session)}
      <div class="bottom">
        <button class="button primary" type="submit" aria-disabled=${this.sending}>
          ${this.sending ? words.form.sending : words.form.send}
        </button>
      </div>
    </form>`;
  }

  #failureNotice({ words }: Session): TemplateResult | typeof nothing {
    if (this.failure === null) return nothing;
    const requestId = this.failure instanceof ApiError ? this.failure.requestId : null;
    return html`<div class="notice danger" role="alert">
      <strong>${words.form.notSent}</strong>
      <span>${failureWords(this.failure, words)}</span>
      ${requestId === null ? nothing : html`<span class="small soft">${words.state.request(requestId)}</span>`}
    </div>`;
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.sending) await this.#send();
  }

  async #send(): Promise<void> {
    const { drafts } = this;
    this.sending = true;
    this.failure = null;
    try {
      const { parts, session } = await this.#parts();
      // What has just failed stands there, with the way out.
      if ((await this.#images()?.settled()) === false || this.draft === null) return;
      this.#tried = true;
      const { type } = this.draft;
      const sent = await parts.fileTicket(session, this.draft, this.#context);
      if (sent.kind === 'filed') {
        drafts?.discard(type);
        this.draft = { ...this.draft, searched: null };
        this.dispatchEvent(new CustomEvent<RequesterTicket>('ticket-filed', { detail: sent.ticket }));
        return;
      }
      this.#change(sent.draft);
      if (sent.kind === 'wrong') this.problems = sent.problems;
      else this.failure = sent.failure;
      if (sent.kind === 'waits') this.dispatchEvent(new CustomEvent('ticket-waits'));
      if (sent.kind !== 'failed') await this.#focusAt(sent.kind === 'waits' ? '#waits' : '#summary');
    } catch (error) {
      this.failure = error;
    } finally {
      this.sending = false;
    }
  }

  /** In place of the form, which comes back when the ticket is taken back. */
  #waiting(draft: Draft, request: FileTicketRequest): TemplateResult | undefined {
    if (this.later === null) return undefined;
    const { parts, session } = this.later;
    const subject = request.answers[subjectField];
    return parts.renderWaiting(typeof subject === 'string' ? subject : '', this.failure, session, {
      tryNow: () => {
        if (!this.sending) apart(this.#send());
      },
      takeBack: () => {
        this.failure = null;
        this.#change({ ...draft, waiting: null });
        apart(this.#focusAt('.input'));
      },
    });
  }

  async #parts(): Promise<Later> {
    const { loadLater } = this;
    if (loadLater === null) throw new TypeError('The form has nothing to load its later parts with.');
    const later = this.later ?? (await loadLater());
    if (this.later === null) {
      this.later = later;
      const { styleSheet } = later.parts.sendingStyle;
      if (styleSheet !== undefined && this.renderRoot instanceof ShadowRoot)
        this.renderRoot.adoptedStyleSheets.push(styleSheet);
      this.suggestions = new later.parts.BesideForm(later.session, {
        draft: () => this.draft,
        change: (draft) => this.#keep(draft),
        read: (articleId) => this.dispatchEvent(new CustomEvent('article-chosen', { detail: articleId })),
      });
      this.#collect();
    }
    await this.updateComplete;
    return later;
  }

  /** What goes along, as it is when the form is opened. */
  #collect(): void {
    if (this.session === null || this.later === null) return;
    this.#context = this.later.parts.collectContext(this.session.settings);
  }

  #images(): ImagesField | null {
    return this.later === null ? null : this.renderRoot.querySelector('teo-support-images-field');
  }

  async #focusAt(place: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(place)?.focus();
  }

  #answer(name: string, answer: DraftAnswer): void {
    const { draft } = this;
    if (draft !== null) this.#change({ ...draft, answers: { ...draft.answers, [name]: answer } });
  }

  /** What is not in a field leaves what the server refused where it stands. */
  #keep(draft: Draft): void {
    this.draft = draft;
    this.drafts?.save(draft);
  }

  #change(draft: Draft): void {
    this.#keep(draft);
    if (this.later !== null && this.#tried && this.problems.size > 0)
      this.problems = this.later.parts.problemsOf(draft, this.later.session);
  }

  /** A field that was left is judged only if something was written in it: an empty one may still be filled. */
  #left(name: string): void {
    const { draft, later } = this;
    const answer = draft?.answers[name];
    if (draft === null || later === null || answer?.kind !== 'text' || answer.text.trim() === '') return;
    const problem = later.parts.problemsOf(draft, later.session).get(name);
    const problems = new Map(this.problems);
    if (problem === undefined) problems.delete(name);
    else problems.set(name, problem);
    this.problems = problems;
  }

  async #onPaste(event: ClipboardEvent): Promise<void> {
    const pasted = pastedFiles(event);
    if (pasted.length === 0) return;
    event.preventDefault();
    await this.#parts();
    this.#images()?.take(pasted);
  }

  #startOver(): void {
    if (this.type === null) return;
    this.drafts?.discard(this.type);
    this.#images()?.clear();
    this.draft = this.#newDraft(this.type);
    this.problems = noProblems;
    this.failure = null;
    this.restored = false;
    this.#tried = false;
  }

  #newDraft(type: TicketType): Draft {
    const draft = emptyDraft(type);
    const given = Object.entries(this.given).filter(([name]) => fieldOf(type, name) !== undefined);
    const answers = given.map(([name, text]): [string, DraftAnswer] => [name, { kind: 'text', text }]);
    return { ...draft, answers: Object.fromEntries(answers) };
  }
}

define('teo-support-ticket-form', TicketForm);

declare global {
  interface HTMLElementTagNameMap {
    'teo-support-ticket-form': TicketForm;
  }
}
