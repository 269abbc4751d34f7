import { checkSentence, checkText, sentenceParts, teoModules } from '@teo-support/core';
import type { Improvement } from '@teo-support/core/contract';
import { fieldIssueMessage } from '@teo-support/core/messages';
import { ApiError } from '@teo-support/sdk/connection';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { icon } from '../panel/all-icons.js';
import { define } from '../panel/define.js';
import { sharedStyle } from '../panel/shared-style.js';
import { type ForumSession, moduleName } from './forum-session.js';
import { forumStyle } from './forum-style.js';
import { placeLink } from './place-link.js';
import { isUnanswered, refusalWords } from './refusal-words.js';
import { renderSentence } from './sentence.js';
import {
  isWritten,
  moduleIn,
  type WritingDraft,
  type WritingField,
  writingDraft,
  writingFields,
} from './writing-draft.js';
import { writingStyle } from './writing-style.js';

type Problems = ReadonlyMap<string, string>;

/**
 * A request being written: three fields that read as one sentence, with the requests beside them that ask for the same. What
 * is written is kept until it is published.
 * @fires place-chosen - a link was pressed; `detail` is a `ForumPlace`
 * @fires improvement-submitted - `detail` is the request
 */
export class ImprovementForm extends LitElement {
  static override styles = [...sharedStyle, forumStyle, writingStyle];
  static override properties = {
    session: { attribute: false },
    draft: { state: true },
    restored: { state: true },
    problems: { state: true },
    sending: { state: true },
    failure: { state: true },
  };

  declare session: ForumSession | null;
  declare draft: WritingDraft | null;
  declare restored: boolean;
  declare problems: Problems;
  declare sending: boolean;
  declare failure: string | null;

  constructor() {
    super();
    this.session = null;
    this.draft = null;
    this.restored = false;
    this.problems = new Map();
    this.sending = false;
    this.failure = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('session') || this.session === null) return;
    const draft = writingDraft(this.session).load();
    this.restored = isWritten(draft);
    this.draft = this.restored ? draft : this.#begin(this.session, draft);
  }

  override render(): TemplateResult | undefined {
    const { session, draft } = this;
    if (session === null || draft === null) return undefined;
    const { words } = session;
    const { writing } = session.forum;
    return html`<form class="stack" novalidate @submit=${(event: Event) => this.#onSubmit(event, session, draft)}>
      <p class="soft">${writing.lead}</p>
      ${
        this.restored
          ? html`<div class="notice row"><span class="grow">${words.form.restored}</span>
              <button class="button quiet" type="button" @click=${() => this.#startOver(session)}>${words.form.startOver}</button></div>`
          : nothing
      }
      ${this.#part('role', writing.role, writing.roleHint, draft)}
      ${this.#part('need', writing.need, writing.needHint, draft)}
      <teo-support-similar .session=${session} .draft=${draft}
        @joined-with-words=${() => this.#startOver(session)}></teo-support-similar>
      ${this.#part('purpose', writing.purpose, writing.purposeHint, draft)}
      ${this.#module(session, draft)}
      ${
        sentenceParts.every((part) => draft.words[part].trim() !== '')
          ? html`<div class="preview"><span class="soft small">${writing.preview}</span>${renderSentence(draft.words, session)}</div>`
          : nothing
      }
      ${
        this.failure === null
          ? nothing
          : html`<div class="notice danger" role="alert"><strong>${writing.notSent}</strong><span>${this.failure}</span></div>`
      }
      <span class="row"><button class="button primary" type="submit" aria-disabled=${this.sending}>${this.sending ? writing.sending : writing.send}</button></span>
      <p class="soft small">${writing.bug} ${placeLink(session, { view: 'ticket' }, writing.ticket)}</p>
    </form>`;
  }

  #part(name: WritingField, label: string, hint: string, { words }: WritingDraft): TemplateResult {
    return html`<div class="field">
      <label class="label" for=${name}>${label}</label>
      <p class="hint" id="${name}-hint">${hint}</p>
      <textarea class="input" id=${name} rows="2" aria-describedby="${name}-hint ${name}-problem" aria-required="true"
        aria-invalid=${this.problems.has(name)} .value=${words[name]} @input=${(event: Event) => this.#onInput(event, name)}></textarea>
      ${this.#problem(name)}
    </div>`;
  }

  #module(session: ForumSession, draft: WritingDraft): TemplateResult {
    const { module } = draft.words;
    return html`<div class="field">
      <label class="label" for="module">${session.forum.writing.module}</label>
      <select class="input" id="module" aria-describedby="module-problem" aria-required="true" aria-invalid=${this.problems.has('module')}
        @change=${(event: Event) => this.#onInput(event, 'module')}>
        <option value="" ?selected=${module === ''}>${session.words.form.choose}</option>
        ${teoModules.map((known) => html`<option value=${known} ?selected=${known === module}>${moduleName(session, known)}</option>`)}
      </select>
      ${this.#problem('module')}
    </div>`;
  }

  #problem(name: WritingField): TemplateResult {
    const problem = this.problems.get(name);
    return html`<p class="error" id="${name}-problem">${problem === undefined ? nothing : html`${icon('warning')} <span>${problem}</span>`}</p>`;
  }

  #onInput({ target }: Event, name: WritingField): void {
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
      this.#write({ [name]: target.value });
  }

  #write(part: Partial<WritingDraft['words']>): void {
    const { session, draft } = this;
    if (session === null || draft === null) return;
    this.#keep(session, { ...draft, words: { ...draft.words, ...part } });
    // What was said to be wrong is looked at again as it is mended.
    if (this.problems.size > 0) this.problems = problemsOf(this.draft ?? draft, session);
  }

  #keep(session: ForumSession, draft: WritingDraft): void {
    this.draft = draft;
    writingDraft(session).save(isWritten(draft) ? draft : { ...draft, words: emptied });
  }

  async #onSubmit(event: Event, session: ForumSession, draft: WritingDraft): Promise<void> {
    event.preventDefault();
    if (this.sending) return;
    this.failure = null;
    this.problems = problemsOf(draft, session);
    const module = moduleIn(draft);
    if (this.problems.size > 0 || module === undefined) {
      await this.#focusProblem();
      return;
    }
    this.sending = true;
    try {
      const options = { idempotencyKey: draft.key };
      const request = await session.client.improvements.submit({ ...draft.words, module }, options);
      writingDraft(session).discard();
      session.supports.learn([request]);
      this.dispatchEvent(new CustomEvent<Improvement>('improvement-submitted', { detail: request }));
    } catch (error) {
      await this.#refused(error, session);
    } finally {
      this.sending = false;
    }
  }

  async #refused(error: unknown, session: ForumSession): Promise<void> {
    this.failure = refusalWords(error, session);
    if (isUnanswered(error) || this.draft === null) return;
    // The key stands for what was sent; what was refused may be sent anew with changes.
    this.#keep(session, { ...this.draft, key: crypto.randomUUID() });
    const errors = error instanceof ApiError ? error.errors : [];
    this.problems = new Map(errors.map(({ pointer, detail }) => [pointer.slice(1), detail]));
    await this.#focusProblem();
  }

  /** The first field that has to be looked at. */
  async #focusProblem(): Promise<void> {
    const first = writingFields.find((field) => this.problems.has(field));
    await this.updateComplete;
    if (first !== undefined) this.renderRoot.querySelector<HTMLElement>(`#${first}`)?.focus();
  }

  #startOver(session: ForumSession): void {
    this.draft = this.#begin(session, writingDraft(session).discard());
    this.restored = false;
    this.problems = new Map();
    this.failure = null;
  }

  /** It is most likely about the module that the person is in. */
  #begin(session: ForumSession, draft: WritingDraft): WritingDraft {
    return { ...draft, words: { ...draft.words, module: session.module() ?? '' } };
  }
}

const emptied: WritingDraft['words'] = { role: '', need: '', purpose: '', module: '' };

/** What the rules say of it, by field. */
function problemsOf({ words }: WritingDraft, { domain }: ForumSession): Problems {
  const issues = [...checkSentence(words), ...checkText('module', words.module, words.module.length)];
  return new Map(issues.map((issue) => [issue.path.join('/'), fieldIssueMessage(issue, domain)]));
}

define('teo-support-improvement-form', ImprovementForm);
