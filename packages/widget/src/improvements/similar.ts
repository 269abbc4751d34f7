import type { SimilarImprovements } from '@teo-support/core/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { icon } from '../panel/all-icons.js';
import { ours } from '../panel/apart.js';
import { define } from '../panel/define.js';
import { sharedStyle } from '../panel/shared-style.js';
import { commentDraft } from './comments.js';
import type { ForumSession } from './forum-session.js';
import { forumStyle } from './forum-style.js';
import { placeLink } from './place-link.js';
import { sentenceText, titleOf } from './sentence.js';
import { similarStyle } from './similar-style.js';
import { statusBadge } from './status-badge.js';
import { isWritten, moduleIn, type WritingDraft } from './writing-draft.js';

type Hit = SimilarImprovements['hits'][number];

/** Who thinks is not to be followed at each letter. */
const pauseMs = 350;
/** What was found is told aloud when typing has rested that long. */
const restMs = 900;
/** Below that nothing was said yet. */
const shortest = 5;

/**
 * Requests that ask for what is being written. They take the room that the form keeps for them and never more, so that nothing
 * moves while somebody writes; they never take the focus; and joining one is a single press.
 * @fires place-chosen - a link was pressed; `detail` is a `ForumPlace`
 * @fires joined-with-words - what was written has become the draft of a comment there
 */
class Similar extends LitElement {
  static override styles = [...sharedStyle, forumStyle, similarStyle];
  static override properties = {
    session: { attribute: false },
    draft: { attribute: false },
    hits: { state: true },
    failed: { state: true },
    rested: { state: true },
    joined: { state: true },
  };

  declare session: ForumSession | null;
  declare draft: WritingDraft | null;
  /** `null` as long as nothing was asked. */
  declare hits: readonly Hit[] | null;
  declare failed: boolean;
  declare rested: boolean;
  /** The request that was joined last. */
  declare joined: Hit['improvement'] | null;
  #asked = '';
  #asking: AbortController | null = null;
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor() {
    super();
    this.session = null;
    this.draft = null;
    this.hits = null;
    this.failed = false;
    this.rested = false;
    this.joined = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { draft, session } = this;
    if (!changed.has('draft') || draft === null || session === null) return;
    const { need, role, purpose, module } = draft.words;
    const asked = JSON.stringify([need, role, purpose, module]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#stop();
    this.rested = false;
    if (need.trim().length < shortest) {
      this.hits = null;
      this.failed = false;
    } else
      this.#timers.push(
        setTimeout(
          ours(() => this.#ask(session, draft)),
          pauseMs,
        ),
      );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
    this.#asked = '';
  }

  override render(): TemplateResult | undefined {
    const { session, hits } = this;
    if (session === null) return undefined;
    const { similar } = session.forum;
    const sum = hits === null ? nothing : hits.length === 0 ? similar.none : similar.found(hits.length);
    return html`<section class="room" aria-label=${similar.title}>
      <span class="visually-hidden" role="status">${this.rested && !this.failed ? sum : nothing}</span>
      ${this.joined === null ? nothing : this.#thanks(session, this.joined)}
      ${
        this.failed
          ? html`<p class="soft small" role="status">${similar.unavailable}</p>`
          : hits === null || hits.length === 0
            ? html`<p class="soft small">${hits === null ? similar.waiting : similar.none}</p>`
            : html`<strong class="small">${similar.title}</strong><ul>${hits.map((hit) => this.#hit(session, hit))}</ul>`
      }
    </section>`;
  }

  #hit(session: ForumSession, { improvement, alike }: Hit): TemplateResult {
    return html`<li class="hit">
      <span>${placeLink(session, { view: 'request', id: improvement.id }, titleOf(improvement, session))}</span>
      <span class="row">${alike ? html`<span class="badge info">${session.forum.similar.alike}</span>` : nothing} ${statusBadge(improvement.status, session)}</span>
      <teo-support-vote .session=${session} .request=${improvement}
        @supported=${(event: CustomEvent<boolean>) => this.#onSupported(event.detail, improvement)}></teo-support-vote>
    </li>`;
  }

  #thanks(session: ForumSession, request: Hit['improvement']): TemplateResult {
    const { similar, wanted } = session.forum;
    const { votes, organizations, voted, votedInOrganization } = session.supports.of(request);
    return html`<div class="notice" role="status">
      <span class="with-icon">${icon('done')} <span>${similar.joined(request.number, wanted(votes, organizations, voted, votedInOrganization))}</span></span>
      <span class="row">
        ${placeLink(session, { view: 'request', id: request.id }, similar.see, 'button')}
        <button class="button" type="button" @click=${(event: Event) => this.#addWords(event, session, request)}>${similar.addWords}</button>
      </span>
      <span class="soft small">${similar.kept}</span>
    </div>`;
  }

  #onSupported(voted: boolean, request: Hit['improvement']): void {
    if (voted) this.joined = request;
    else if (this.joined?.id === request.id) this.joined = null;
  }

  /** What was written goes along as a comment, which is there to be read before it is published. */
  #addWords({ currentTarget }: Event, session: ForumSession, { id }: Hit['improvement']): void {
    const { draft } = this;
    if (draft !== null && isWritten(draft)) {
      const kept = commentDraft(session, id);
      const comment = kept.load();
      const text = [comment.words.text, sentenceText(filled(draft), session)].filter((words) => words !== '');
      kept.save({ ...comment, words: { text: text.join('\n\n') } });
    }
    currentTarget?.dispatchEvent(
      new CustomEvent('place-chosen', { detail: { view: 'request', id }, bubbles: true, composed: true }),
    );
    this.dispatchEvent(new CustomEvent('joined-with-words'));
    this.joined = null;
  }

  async #ask({ client, supports }: ForumSession, draft: WritingDraft): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    const { role, need, purpose } = draft.words;
    const module = moduleIn(draft);
    // As much as the API reads; what is longer is said where it is written.
    const [asRole, asNeed, asPurpose] = [role, need, purpose].map((text) => text.slice(0, 600));
    const query = {
      role: asRole,
      need: asNeed,
      purpose: asPurpose,
      limit: 3,
      ...(module === undefined ? {} : { module }),
    };
    try {
      const { hits } = await client.improvements.similar(query, { signal: asking.signal });
      if (asking.signal.aborted) return;
      supports.learn(hits.map(({ improvement }) => improvement));
      this.hits = hits;
      this.failed = false;
    } catch {
      if (asking.signal.aborted) return;
      // Said in its place; the request can be written without it, and the next words ask again.
      this.failed = true;
    }
    this.#timers.push(
      setTimeout(() => {
        this.rested = true;
      }, restMs),
    );
  }

  #stop(): void {
    this.#asking?.abort();
    this.#asking = null;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }
}

/** The sentence as far as it goes: what is missing yet is three dots. */
function filled({ words }: WritingDraft): Pick<WritingDraft['words'], 'role' | 'need' | 'purpose'> {
  const part = (text: string) => text.trim() || '…';
  return { role: part(words.role), need: part(words.need), purpose: part(words.purpose) };
}

define('teo-support-similar', Similar);
