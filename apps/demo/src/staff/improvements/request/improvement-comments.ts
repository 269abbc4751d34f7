import type { ImprovementComment, StaffImprovement } from '@teo-support/sdk';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { deskPageStyles } from '../../administration/desk-page-styles.js';
import { Paged } from '../../administration/paged.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { failureState } from '../../submission/failure.js';
import { dateWords } from '../../time/dates.js';
import { authorName } from '../author.js';
import './answer-form.js';
import './moderation-form.js';
import { isAnswerable } from './possible.js';

const shownAtOnce = 100;

/** What was written under a request, the team's answers marked, and the way to answer or to hide. */
export class ImprovementComments extends LitElement {
  static override properties = { desk: { attribute: false }, request: { attribute: false } };
  declare desk: Desk;
  declare request: StaffImprovement;
  readonly #comments = new Paged<ImprovementComment>(this, (signal) =>
    this.desk.client.improvements.comments(this.request.id, { limit: shownAtOnce }, { signal }),
  );

  /** The request is looked at anew after each change of it, its comments with it. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('request')) void this.#comments.load();
  }

  protected override render(): TemplateResult {
    const { one } = this.desk.words.forum;
    return html`<section class="panel" aria-labelledby="comments">
      <div class="panel-head"><h2 class="section-title" id="comments">${icon('message')}${one.comments}</h2></div>
      ${this.#body()}
      ${isAnswerable(this.request) ? html`<improvement-answer-form .desk=${this.desk} .request=${this.request}></improvement-answer-form>` : nothing}
    </section>`;
  }

  #body(): TemplateResult {
    const { words } = this.desk;
    const { one } = words.forum;
    const { items, error, hasMore, loadingMore } = this.#comments;
    if (items === null && error !== null) return failureState(error, words, () => void this.#comments.load());
    if (items === null) return html`<p class="none" role="status">${one.loadingComments}</p>`;
    if (items.length === 0) return html`<p class="none">${one.noComments}</p>`;
    return html`<ol class="comments">${items.map((comment) => this.#comment(comment))}</ol>
      ${
        hasMore
          ? html`<div class="footer"><button type="button" class="button quiet" aria-disabled=${loadingMore}
              @click=${() => void this.#comments.more()}>${one.moreComments}</button></div>`
          : nothing
      }`;
  }

  #comment(comment: ImprovementComment): TemplateResult {
    const { words, locale, now } = this.desk;
    const { one } = words.forum;
    const { author, at, text, hidden, isHidden } = comment;
    return html`<li class="${author.team ? 'team' : ''} ${isHidden ? 'hidden-one' : ''}">
      <p class="by"><strong>${authorName(author, words)}</strong> · ${dateWords(at, locale, now)}
        ${author.team ? html`<span class="badge info">${icon('views')}${one.answered}</span>` : nothing}</p>
      ${hidden === null ? nothing : html`<p class="notice warning">${one.commentHidden(hidden.reason)}</p>`}
      ${text === null ? (isHidden ? nothing : html`<p class="muted">${one.erasedComment}</p>`) : html`<p class="words">${text}</p>`}
      <improvement-moderation-form .desk=${this.desk} .request=${this.request} .comment=${comment}></improvement-moderation-form>
    </li>`;
  }

  static override styles = [
    ...deskPageStyles,
    css`
      :host {
        max-width: none;
        margin: 0;
        padding: 0;
      }
      .comments li {
        display: grid;
        justify-items: start;
        gap: var(--_space-2);
        padding: var(--_space-4);
        border-bottom: 1px solid var(--_line);
      }
      .comments li.team {
        box-shadow: inset 3px 0 0 var(--_accent);
        background: var(--_surface-2);
      }
      .by {
        color: var(--_ink-2);
        font-size: 13px;
      }
      .by strong {
        color: var(--_ink);
      }
      .hidden-one .words {
        color: var(--_ink-2);
      }
    `,
  ];
}

customElements.define('improvement-comments', ImprovementComments);
