import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { KeptDraft } from '../drafts/kept-draft.js';
import { icon } from '../panel/all-icons.js';
import { apart } from '../panel/apart.js';
import { define } from '../panel/define.js';
import { sharedStyle } from '../panel/shared-style.js';
import type { ForumSession } from './forum-session.js';
import { forumStyle } from './forum-style.js';
import { refusalWords } from './refusal-words.js';

/** Asks whoever wanted it whether what was implemented does what they needed: one gesture, and more to say if they wish. */
class FitQuestion extends LitElement {
  static override styles = [...sharedStyle, forumStyle];
  static override properties = {
    session: { attribute: false },
    requestId: { attribute: false },
    fits: { attribute: false },
    said: { state: true },
    remark: { state: true },
    noted: { state: true },
    sending: { state: true },
    failure: { state: true },
  };

  declare session: ForumSession | null;
  declare requestId: string;
  /** What the person said before. */
  declare fits: boolean | null;
  /** What they say now. */
  declare said: boolean | null;
  declare remark: string;
  declare noted: boolean;
  declare sending: boolean;
  declare failure: unknown;

  constructor() {
    super();
    this.session = null;
    this.requestId = '';
    this.fits = null;
    this.said = null;
    this.remark = '';
    this.noted = false;
    this.sending = false;
    this.failure = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('requestId') || changed.has('session'))
      this.remark = this.#kept()?.load().words.remark ?? '';
  }

  override render(): TemplateResult | undefined {
    const { session } = this;
    if (session === null) return undefined;
    const { forum } = session;
    const said = this.said ?? this.fits;
    return html`<div class="notice stack">
      <div class="row" role="group" aria-labelledby="fit">
        <strong id="fit" class="grow">${forum.fit.question}</strong>
        ${[true, false].map(
          (fits) => html`<button class="button" type="button" aria-pressed=${said === fits}
            @click=${() => this.#say(fits, '')}>${fits ? forum.fit.yes : forum.fit.no}</button>`,
        )}
      </div>
      <p role="status">${this.noted ? html`<span class="with-icon">${icon('done')} ${forum.fit.noted}</span>` : nothing}</p>
      ${
        said === null || (!this.noted && this.remark === '')
          ? nothing
          : html`<form class="stack" novalidate @submit=${(event: Event) => this.#onSubmit(event, said)}>
              <div class="field"><label class="label" for="remark">${forum.fit.remark}</label>
                <textarea class="input" id="remark" .value=${this.remark} @input=${(event: Event) => this.#write(event)}></textarea></div>
              <span class="row"><button class="button" type="submit" aria-disabled=${this.sending}>${forum.fit.send}</button></span>
            </form>`
      }
      ${this.failure === null ? nothing : html`<p class="error" role="alert">${icon('warning')} <span>${refusalWords(this.failure, session)}</span></p>`}
    </div>`;
  }

  #onSubmit(event: Event, fits: boolean): void {
    event.preventDefault();
    if (this.remark.trim() !== '') apart(this.#say(fits, this.remark));
  }

  async #say(fits: boolean, remark: string): Promise<void> {
    const { session, requestId } = this;
    // Said again without a remark, what was said before would be lost.
    if (session === null || this.sending || (remark === '' && fits === (this.said ?? this.fits))) return;
    const before = this.said;
    this.said = fits;
    this.sending = true;
    this.noted = false;
    this.failure = null;
    try {
      await session.client.improvements.sayWhetherItFits(requestId, { fits, remark });
      this.noted = true;
      if (remark !== '') {
        this.remark = '';
        this.#kept()?.discard();
      }
    } catch (error) {
      this.said = before;
      this.failure = error;
    } finally {
      this.sending = false;
    }
  }

  #write({ target }: Event): void {
    if (!(target instanceof HTMLTextAreaElement)) return;
    this.remark = target.value;
    const kept = this.#kept();
    kept?.save({ ...kept.load(), words: { remark: target.value } });
  }

  #kept(): KeptDraft<'remark'> | null {
    return this.session === null
      ? null
      : new KeptDraft(this.session.me.id, `fit:${this.requestId}`, { remark: '' });
  }
}

define('teo-support-fit-question', FitQuestion);
