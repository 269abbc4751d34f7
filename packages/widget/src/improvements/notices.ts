import type { ImprovementNotices } from '@teo-support/core/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { icon } from '../panel/all-icons.js';
import { apart, ours } from '../panel/apart.js';
import { define } from '../panel/define.js';
import { sharedStyle } from '../panel/shared-style.js';
import { monthOf } from './dates.js';
import type { ForumSession } from './forum-session.js';
import { forumStyle } from './forum-style.js';
import { noticesStyle } from './notices-style.js';
import { placeLink } from './place-link.js';
import { titleOf } from './sentence.js';
import { statusBadge } from './status-badge.js';

type Notice = ImprovementNotices['notices'][number];
/** What was decided last of a request, and in which month. */
type Told = Notice['items'][number] & Pick<Notice, 'month'>;

/** As many decisions as are told before the others have to be asked for. */
const toldAtOnce = 3;

/**
 * What was decided, since the person was here last, of what they wanted. It is shown once: what was seen is read.
 * @fires notices-dismissed - it was put away, and the focus with it
 */
class ImprovementNoticesView extends LitElement {
  static override styles = [...sharedStyle, forumStyle, noticesStyle];
  static override properties = {
    session: { attribute: false },
    titleLevel: { attribute: false },
    unread: { state: true },
  };

  declare session: ForumSession | null;
  /** The level of its heading among those around it. */
  declare titleLevel: number;
  declare unread: readonly Notice[];
  #told = false;
  #seen: IntersectionObserver | null = null;

  constructor() {
    super();
    this.session = null;
    this.titleLevel = 3;
    this.unread = [];
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session') && this.session !== null) apart(this.#load(this.session));
    // It takes no room where it has nothing to tell.
    this.hidden = this.unread.length === 0;
  }

  override updated(): void {
    const box = this.renderRoot.querySelector('section');
    if (box === null || this.#seen !== null) return;
    this.#seen = new IntersectionObserver(
      ours(([entry]: readonly IntersectionObserverEntry[]) => {
        if (entry?.isIntersecting) this.#tell();
      }),
    );
    this.#seen.observe(box);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#seen?.disconnect();
    this.#seen = null;
  }

  override render(): TemplateResult | undefined {
    const { session, unread } = this;
    const [latest] = unread;
    if (session === null || latest === undefined) return undefined;
    const { notices } = session.forum;
    const several = unread.length > 1;
    const told = latestOf(unread);
    const others = told.slice(toldAtOnce);
    const items = (some: readonly Told[]) =>
      html`<ul>${some.map((item) => this.#item(item, several, session))}</ul>`;
    return html`<section class="notice" aria-labelledby="title">
      <strong id="title" role="heading" aria-level=${this.titleLevel}>${several ? notices.several : notices.title(monthOf(latest.month, session.locale))}</strong>
      ${items(told.slice(0, toldAtOnce))}
      ${others.length === 0 ? nothing : html`<details><summary>${notices.others(others.length)}</summary>${items(others)}</details>`}
      <span class="row"><button class="button" type="button" @click=${() => this.#dismiss()}>${icon('done')} ${notices.dismiss}</button></span>
    </section>`;
  }

  #item(told: Told, several: boolean, session: ForumSession): TemplateResult {
    const { notices } = session.forum;
    const { improvement, month, status } = told;
    const place = { view: 'request', id: improvement.id } as const;
    return html`<li>
      <span class="row">${statusBadge(status, session)}
        <span class="soft small">${notices.why[told.why]}${several ? ` · ${monthOf(month, session.locale)}` : nothing}</span></span>
      ${placeLink(session, place, titleOf(improvement, session))}
      <span class="small">${told.rationale}</span>
      ${told.asksWhetherItFits ? html`<span class="small">${placeLink(session, place, notices.fits)}</span>` : nothing}
    </li>`;
  }

  async #load({ client }: ForumSession): Promise<void> {
    try {
      const { notices } = await client.improvements.notices();
      this.unread = notices.filter(({ readAt, items }) => readAt === null && items.length > 0);
    } catch {
      // Unread, it is told next time; the requests themselves say the same.
      this.unread = [];
    }
  }

  #tell(): void {
    if (this.#told || this.session === null) return;
    this.#told = true;
    const { improvements } = this.session.client;
    Promise.all(this.unread.map(({ month }) => improvements.readNotice(month))).catch(() => {
      // What did not arrive is unread there still: it is told once more when this is put away, or shown next time.
      this.#told = false;
    });
  }

  async #dismiss(): Promise<void> {
    this.#tell();
    this.unread = [];
    // Once it is gone, so that what takes the focus stays where it is then.
    await this.updateComplete;
    this.dispatchEvent(new CustomEvent('notices-dismissed'));
  }
}

/** Of each request what was decided last; the latest review comes first. */
function latestOf(notices: readonly Notice[]): readonly Told[] {
  const told = new Map<string, Told>();
  for (const { month, items } of notices)
    for (const item of items)
      if (!told.has(item.improvement.id)) told.set(item.improvement.id, { ...item, month });
  return [...told.values()];
}

define('teo-support-improvement-notices', ImprovementNoticesView);
