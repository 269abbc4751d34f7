import { checkText, forumBounds } from '@teo-support/core';
import type { Improvement, ImprovementComment } from '@teo-support/core/contract';
import { fieldIssueMessage } from '@teo-support/core/messages';
import type { Page } from '@teo-support/sdk';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { KeptDraft, type WordsDraft } from '../drafts/kept-draft.js';
import { icon } from '../panel/all-icons.js';
import { apart } from '../panel/apart.js';
import { define } from '../panel/define.js';
import { sharedStyle } from '../panel/shared-style.js';
import { failedState } from '../panel/states.js';
import { authorWords } from './author-words.js';
import { commentsStyle } from './comments-style.js';
import { dateOf } from './dates.js';
import type { ForumSession } from './forum-session.js';
import { forumStyle } from './forum-style.js';
import { isUnanswered, refusalWords } from './refusal-words.js';

/** What a comment of a person on a request is kept as until it was sent. */
export function commentDraft({ me }: ForumSession, requestId: string): KeptDraft<'text'> {
  return new KeptDraft(me.id, `comment:${requestId}`, { text: '' });
}

/** What is said of a request, answers of the team marked, and one's own comment, kept until it has arrived. */
class ImprovementComments extends LitElement {
  static override styles = [...sharedStyle, forumStyle, commentsStyle];
  static override properties = {
    session: { attribute: false },
    request: { attribute: false },
    titleLevel: { attribute: false },
    refreshes: { attribute: false },
    comments: { state: true },
    page: { state: true },
    failure: { state: true },
    draft: { state: true },
    sending: { state: true },
    refusal: { state: true },
  };

  declare session: ForumSession | null;
  declare request: Improvement | null;
  declare titleLevel: number;
  declare refreshes: number;
  declare comments: readonly ImprovementComment[] | null;
  declare page: Page<ImprovementComment> | null;
  declare failure: unknown;
  declare draft: WordsDraft<'text'> | null;
  declare sending: boolean;
  /** Why the comment did not leave. */
  declare refusal: string | null;

  constructor() {
    super();
    this.session = null;
    this.request = null;
    this.titleLevel = 4;
    this.refreshes = 0;
    this.comments = null;
    this.page = null;
    this.failure = null;
    this.draft = null;
    this.sending = false;
    this.refusal = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { session, request } = this;
    if (session === null || request === null) return;
    const another = changed.has('request') && changed.get('request')?.id !== request.id;
    if (another) {
      this.comments = null;
      this.draft = commentDraft(session, request.id).load();
    }
    if (another || changed.has('refreshes')) apart(this.#load(session, request.id));
  }

  override render(): TemplateResult | undefined {
    const { session, request, comments } = this;
    if (session === null || request === null) return undefined;
    const { talk } = session.forum;
    return html`<section class="stack" aria-labelledby="talk">
      <div class="heading" id="talk" role="heading" aria-level=${this.titleLevel}>${talk.title}</div>
      ${this.failure === null ? nothing : failedState(this.failure, session.words, () => apart(this.#load(session, request.id)))}
      ${comments?.length === 0 ? html`<p class="soft">${talk.none}</p>` : nothing}
      <ol class="comments">${comments?.map((comment) => this.#comment(comment, session))}</ol>
      ${this.page?.hasNext ? html`<button class="button" type="button" @click=${() => this.#more()}>${talk.more}</button>` : nothing}
      ${request.mergedInto === null && request.hidden === null ? this.#form(session, request.id) : nothing}
    </section>`;
  }

  #comment(
    { author, at, text, isHidden, hidden }: ImprovementComment,
    session: ForumSession,
  ): TemplateResult {
    const { forum, locale } = session;
    const { talk } = forum;
    return html`<li class="comment ${author.team ? 'team' : ''}" tabindex="-1">
      <span class="row small">
        <strong>${authorWords(author, session)}</strong>
        ${author.team ? html`<span class="badge info">${icon('team')} ${talk.answer}</span>` : nothing}
        <span class="soft">${dateOf(at, locale)}</span>
      </span>
      ${
        isHidden
          ? html`<span class="soft">${talk.hidden}${hidden === null ? nothing : html` ${talk.hiddenBecause(hidden.reason)}`}</span>`
          : html`<span class="words">${text ?? forum.view.erased}</span>`
      }
    </li>`;
  }

  #form(session: ForumSession, requestId: string): TemplateResult {
    const { talk } = session.forum;
    return html`<form class="stack" novalidate @submit=${(event: Event) => this.#onSubmit(event, session, requestId)}>
      <div class="field">
        <label class="label" for="comment">${talk.write}</label>
        <p class="hint" id="comment-hint">${talk.writeHint}</p>
        <textarea class="input" id="comment" aria-describedby="comment-hint" .value=${this.draft?.words.text ?? ''}
          @input=${({ target }: Event) => {
            if (target instanceof HTMLTextAreaElement)
              this.#write(session, requestId, { words: { text: target.value } });
          }}></textarea>
      </div>
      ${this.refusal === null ? nothing : html`<p class="notice danger" role="alert">${this.refusal}</p>`}
      <span class="row"><button class="button" type="submit" aria-disabled=${this.sending}>${this.sending ? talk.sending : talk.send}</button></span>
    </form>`;
  }

  #write(session: ForumSession, requestId: string, part: Partial<WordsDraft<'text'>>): void {
    const kept = commentDraft(session, requestId);
    this.draft = { ...(this.draft ?? kept.load()), ...part };
    kept.save(this.draft);
  }

  async #onSubmit(event: Event, session: ForumSession, requestId: string): Promise<void> {
    event.preventDefault();
    const { draft } = this;
    if (this.sending || draft === null) return;
    const [issue] = checkText('text', draft.words.text, forumBounds.comment);
    this.refusal = issue === undefined ? null : fieldIssueMessage(issue, session.domain);
    if (issue !== undefined) {
      this.renderRoot.querySelector<HTMLElement>('#comment')?.focus();
      return;
    }
    this.sending = true;
    try {
      const options = { idempotencyKey: draft.key };
      const comment = await session.client.improvements.comment(requestId, draft.words, options);
      this.draft = commentDraft(session, requestId).discard();
      await this.#publish(comment);
    } catch (error) {
      this.refusal = refusalWords(error, session);
      // The key stands for what was sent; what was refused may be sent anew with changes.
      if (!isUnanswered(error)) this.#write(session, requestId, { key: crypto.randomUUID() });
    } finally {
      this.sending = false;
    }
  }

  /** It stands last, as the latest, and takes the focus: there it is. */
  async #publish(comment: ImprovementComment): Promise<void> {
    const others = (this.comments ?? []).filter(({ id }) => id !== comment.id);
    this.comments = [...others, comment];
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.comment:last-child')?.focus();
  }

  async #load({ client }: ForumSession, requestId: string): Promise<void> {
    try {
      const limit = Math.min(100, Math.max(30, this.comments?.length ?? 0));
      const page = await client.improvements.comments(requestId, { limit });
      if (this.request?.id !== requestId) return;
      this.page = page;
      this.comments = page.items;
      this.failure = null;
    } catch (error) {
      if (this.request?.id === requestId && this.comments === null) this.failure = error;
    }
  }

  async #more(): Promise<void> {
    try {
      const next = await this.page?.next();
      if (next === null || next === undefined) return;
      const known = this.comments?.length ?? 0;
      this.page = next;
      this.comments = [...(this.comments ?? []), ...next.items];
      await this.updateComplete;
      this.renderRoot.querySelectorAll<HTMLElement>('.comment')[known]?.focus();
    } catch (error) {
      this.failure = error;
    }
  }
}

define('teo-support-improvement-comments', ImprovementComments);
