import {
  type ContextKey,
  declarationOf,
  fieldOf,
  subjectField,
  type TeoModule,
  type TicketType,
  teoModules,
} from '@teo-support/core';
import type { FileTicketRequest, RequesterTicket } from '@teo-support/core/contract';
import { ApiError } from '@teo-support/sdk/connection';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { CollectedItem } from '../context/collect.js';
import { type Draft, type DraftAnswer, emptyDraft, isBegun, type Searched } from '../drafts/draft.js';
import type { DraftStore } from '../drafts/draft-store.js';
import type { FaqSession } from '../faq/faq-session.js';
import type { Suggested } from '../faq/suggested-answers.js';
import type { GivenAnswers } from '../launcher/settings.js';
import { define } from '../panel/define.js';
import { icon } from '../panel/icons.js';
import { type Later, type LoadLater, loadFaq } from '../panel/later.js';
import { failureWords, type Session } from '../panel/session.js';
import { sharedStyle } from '../panel/shared-style.js';
import type { ImagesField } from '../screenshots/images-field.js';
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
    faq: { state: true },
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
  /** What the FAQ suggests with, loaded once something is written. */
  declare faq: FaqSession | null;

  /** After the first try to send, what is wrong is told as it is typed; before, only what was left wrong. */
  #tried = false;
  #context: readonly CollectedItem[] = [];
  #askedForFaq = false;

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
    this.faq = null;
    this.addEventListener('paste', (event) => void this.#onPaste(event));
  }

  override firstUpdated(): void {
    // If they do not come now they are asked for again, and missed aloud, at the latest when the ticket is to be sent.
    this.#parts().catch(() => {});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    const { draft, later } = this;
    // Nothing was filed, and yet they said that the answer is missing.
    if (!draft?.searched?.missed || later === null) return;
    void later.parts.tellSearch(later.session.client, draft, null);
    this.drafts?.save({ ...draft, searched: null });
  }

  /** The words that the FAQ is asked with: the subject, and what is told of it. */
  get written(): string {
    const { draft } = this;
    if (draft === null) return '';
    const named = declarationOf(draft.type).fields.filter(
      ({ kind, name }) => name === subjectField || kind === 'text',
    );
    const texts = named.slice(0, 2).map(({ name }) => draft.answers[name]);
    return texts
      .flatMap((answer) => (answer?.kind === 'text' ? answer.text : []))
      .join(' ')
      .slice(0, 1000);
  }

  /** An article answers: nothing is to be sent. @throws what the API says when it could not be told */
  async solved(articleId: string): Promise<void> {
    const { parts, session } = await this.#parts();
    const { draft } = this;
    if (draft?.searched == null) return;
    const record = { ...parts.recordOf(draft.searched), outcome: 'solved', solvedBy: articleId } as const;
    await session.client.faq.record(record);
    this.#change({ ...draft, searched: null });
  }

  /** None of the articles answers. It is told with the ticket, or when the form is left without one. */
  notThere(): void {
    this.#searched({ missed: true });
  }

  #searched(part: Partial<Searched>): void {
    const { draft } = this;
    if (draft === null) return;
    const before = draft.searched ?? { q: this.written, shown: [], opened: [], missed: false };
    this.#change({ ...draft, searched: { ...before, ...part } });
  }

  /** The latest answers come first, and what was seen before them was seen, too. */
  #shown({ q, module, shown }: Suggested): void {
    const all = [...new Set([...shown, ...(this.draft?.searched?.shown ?? [])])].slice(0, 20);
    this.#searched({ q, module, shown: all });
  }

  #chosen(articleId: string): void {
    const opened = new Set([...(this.draft?.searched?.opened ?? []), articleId]);
    this.#searched({ opened: [...opened].slice(0, 20) });
    this.dispatchEvent(new CustomEvent('article-chosen', { detail: articleId }));
  }

  #answers(draft: Draft, { words }: Session): TemplateResult {
    const missed = draft.searched?.missed ?? false;
    return html`<div class="answers ${missed ? 'missed' : ''}">
      ${
        this.faq === null
          ? html`<p class="soft small">${words.form.answersHere}</p>`
          : html`<teo-support-suggested-answers .session=${this.faq} .written=${this.written} .missed=${missed}
              @answers-shown=${(event: CustomEvent<Suggested>) => this.#shown(event.detail)}
              @article-chosen=${(event: CustomEvent<string>) => this.#chosen(event.detail)}
              @not-there=${() => this.notThere()}></teo-support-suggested-answers>`
      }
    </div>`;
  }

  /** The FAQ comes once there is something to ask it. If it does not, the form goes on without. */
  async #askFaq(): Promise<void> {
    if (this.#askedForFaq || this.loadLater === null || this.written.trim() === '') return;
    this.#askedForFaq = true;
    try {
      const { session } = await loadFaq(this.loadLater);
      const page = session.module;
      this.faq = { ...session, module: () => this.#moduleChosen() ?? page() };
    } catch {
      this.#askedForFaq = false;
    }
  }

  #moduleChosen(): TeoModule | undefined {
    const answer = this.draft?.answers.module;
    return teoModules.find((known) => answer?.kind === 'text' && answer.text === known);
  }

  protected override updated(): void {
    void this.#askFaq();
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
          ? later?.parts.renderErrorSummary(draft.type, this.problems, later.session, (event, place) =>
              this.#goTo(event, place),
            )
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
        field.name === subjectField ? this.#answers(draft, session) : nothing,
      ])}
      ${
        declaration.asksImpact
          ? renderImpact(draft, session, this.problems, (facts) => this.#change({ ...draft, ...facts }))
          : nothing
      }
      ${
        later?.parts.renderBeforeSending(draft, this.#context, later.session, Date.now(), (key) =>
          this.#toggleContext(key),
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
      await this.#images()?.settled();
      if (this.draft === null) return;
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
        if (!this.sending) void this.#send();
      },
      takeBack: () => {
        this.failure = null;
        this.#change({ ...draft, waiting: null });
        void this.#focusAt('.input');
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
      this.#collect();
    }
    await this.updateComplete;
    return later;
  }

  /** What goes along, as it is when the form is opened. */
  #collect(): void {
    if (this.session === null || this.later === null) return;
    const { hostVersion, recentErrors } = this.session.settings;
    this.#context = this.later.parts.collectContext(hostVersion, recentErrors());
  }

  #images(): ImagesField | null {
    return this.later === null ? null : this.renderRoot.querySelector('teo-support-images-field');
  }

  async #focusAt(place: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(place)?.focus();
  }

  #goTo(event: Event, place: string): void {
    event.preventDefault();
    const name = place.split('/')[0] ?? place;
    const target = this.renderRoot.querySelector<HTMLElement>(`#field-${name}`);
    const inner = target?.querySelector<HTMLElement>(
      'teo-support-steps-field, teo-support-images-field, input',
    );
    (inner ?? target)?.focus();
  }

  #answer(name: string, answer: DraftAnswer): void {
    const { draft } = this;
    if (draft !== null) this.#change({ ...draft, answers: { ...draft.answers, [name]: answer } });
  }

  #toggleContext(key: ContextKey): void {
    const { draft } = this;
    if (draft === null) return;
    const out = draft.leftOut.includes(key);
    this.#change({
      ...draft,
      leftOut: out ? draft.leftOut.filter((known) => known !== key) : [...draft.leftOut, key],
    });
  }

  #change(draft: Draft): void {
    this.draft = draft;
    this.drafts?.save(draft);
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
    const pasted = [...(event.clipboardData?.files ?? [])].filter((file) => file.type.startsWith('image/'));
    if (pasted.length === 0) return;
    event.preventDefault();
    await this.#parts();
    this.#images()?.take(pasted);
  }

  #startOver(): void {
    if (this.type === null) return;
    this.drafts?.discard(this.type);
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
