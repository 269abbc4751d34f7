import type { FaqNotices } from '@teo-support/core/contract';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { icon } from '../panel/all-icons.js';
import { apart } from '../panel/apart.js';
import { define } from '../panel/define.js';
import { sharedStyle } from '../panel/shared-style.js';
import { articleLink } from './article-link.js';
import type { FaqSession } from './faq-session.js';
import { faqStyle } from './faq-style.js';

type Notice = FaqNotices['notices'][number];

/** As many as are told at once; what was seen makes room for the next. */
const toldAtOnce = 3;

/**
 * What the person had searched for without an answer, and is answered by now. Each goes once its article is opened, or it is put
 * away.
 * @fires article-chosen - `detail` is the article's id
 * @fires notices-dismissed - the last one was put away, and the focus with it
 */
class FaqNoticesView extends LitElement {
  static override styles = [...sharedStyle, faqStyle];
  static override properties = { session: { attribute: false }, notices: { state: true } };

  declare session: FaqSession | null;
  declare notices: readonly Notice[];

  constructor() {
    super();
    this.session = null;
    this.notices = [];
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session') && this.session !== null) apart(this.#load(this.session));
    // It takes no room where it has nothing to tell.
    this.hidden = this.notices.length === 0;
  }

  override render(): TemplateResult | undefined {
    const { session, notices } = this;
    if (session === null || notices.length === 0) return undefined;
    const { faq } = session;
    return html`<ul class="stack" aria-label=${faq.answeredNow}>
      ${notices.slice(0, toldAtOnce).map(
        (notice) => html`<li class="notice">
          <span class="small">${faq.nowAnswered(notice.q)}</span>
          ${articleLink(session, notice.article.id, notice.article.title, () => this.#open(notice))}
          <span class="row"><button class="button" type="button" aria-label=${faq.putAwayNamed(notice.q)} @click=${() => this.#putAway(notice)}>${icon('done')} ${faq.putAway}</button></span>
        </li>`,
      )}
    </ul>`;
  }

  async #load({ client }: FaqSession): Promise<void> {
    try {
      const { notices } = await client.faq.notices();
      this.notices = notices.filter(({ seen }) => !seen);
    } catch {
      // Not seen, they are told next time; nobody has asked for them now.
      this.notices = [];
    }
  }

  #open(notice: Notice): void {
    this.#seen(notice);
    this.dispatchEvent(new CustomEvent('article-chosen', { detail: notice.article.id }));
  }

  async #putAway(notice: Notice): Promise<void> {
    this.#seen(notice);
    await this.updateComplete;
    const next = this.renderRoot.querySelector<HTMLElement>('.button');
    if (next === null) this.dispatchEvent(new CustomEvent('notices-dismissed'));
    else next.focus();
  }

  #seen(notice: Notice): void {
    this.notices = this.notices.filter(({ id }) => id !== notice.id);
    // What does not arrive is told once more next time.
    this.session?.client.faq.noticeSeen(notice.id).catch(() => {});
  }
}

define('teo-support-faq-notices', FaqNoticesView);
