import type { Improvement } from '@teo-support/core/contract';
import { html, type TemplateResult } from 'lit';
import type { Destination } from '../launcher/settings.js';
import { apart } from '../panel/apart.js';
import { openOver, readOn } from '../panel/over.js';
import type { PanelPlace, TabPart } from '../panel/panel-place.js';
import { failedState } from '../panel/states.js';
import { start } from '../panel/view.js';
import type { ForumPlace } from './forum-place.js';
import type { ForumSession } from './forum-session.js';
import { wholeForum } from './list-filter.js';
import { RequestList } from './request-list.js';

/** The forum in the panel: its list is a tab, and what is opened from it lies over it and gives it back as it was. */
export class Forum implements TabPart {
  readonly #session: ForumSession;
  readonly #panel: PanelPlace;
  readonly #list: RequestList;

  constructor(session: ForumSession, panel: PanelPlace) {
    this.#session = session;
    this.#panel = panel;
    this.#list = new RequestList(session);
  }

  render(): TemplateResult {
    return html`<teo-support-improvement-list .session=${this.#session} .list=${this.#list} .refreshes=${this.#panel.refreshes}
      @place-chosen=${this.#onPlace}></teo-support-improvement-list>`;
  }

  arrive(destination: Destination): void {
    if (destination.view === 'improvement') this.#go({ view: 'request', id: destination.id });
  }

  readonly #onPlace = ({ detail }: CustomEvent<ForumPlace>) => this.#go(detail);

  #go(place: ForumPlace): void {
    const { forum } = this.#session;
    switch (place.view) {
      case 'list':
        this.#list.narrow({ ...wholeForum, ...place.filter });
        this.#closeAll();
        return;
      case 'request':
        this.#openRequest(place.id, false);
        return;
      case 'writing':
        openOver(this.#panel, forum.writing.heading, () => this.#writing());
        return;
      case 'roadmap':
        openOver(this.#panel, forum.roadmap.heading, () => this.#roadmap());
        return;
      case 'article':
        apart(this.#openArticle(place.id));
        return;
      case 'ticket':
        this.#panel.move(start);
    }
  }

  #openRequest(id: string, fresh: boolean): void {
    const panel = this.#panel;
    openOver(
      panel,
      this.#session.forum.view.heading,
      () => html`<teo-support-improvement .session=${this.#session} .requestId=${id} .fresh=${fresh} .refreshes=${panel.refreshes}
        @place-chosen=${this.#onPlace} @request-shown=${({ target }: Event) => readOn(panel, target)}></teo-support-improvement>`,
    );
  }

  async #openArticle(id: string): Promise<void> {
    const panel = this.#panel;
    const { words } = this.#session;
    try {
      (await panel.tabPart('faq')).open(id, null);
    } catch (error) {
      const again = () => {
        panel.over.at(-1)?.close();
        apart(this.#openArticle(id));
      };
      openOver(panel, words.home.faq, () => failedState(error, words, again));
    }
  }

  #writing(): TemplateResult {
    return html`<teo-support-improvement-form .session=${this.#session} @place-chosen=${this.#onPlace}
      @improvement-submitted=${(event: CustomEvent<Improvement>) => this.#submitted(event.detail)}></teo-support-improvement-form>`;
  }

  #roadmap(): TemplateResult {
    return html`<teo-support-roadmap .session=${this.#session} .refreshes=${this.#panel.refreshes}
      @place-chosen=${this.#onPlace}></teo-support-roadmap>`;
  }

  /** It takes the place of the form, and the list below has it when the person comes back. */
  #submitted({ id }: Improvement): void {
    this.#panel.over.at(-1)?.close();
    apart(this.#list.load());
    this.#openRequest(id, true);
  }

  #closeAll(): void {
    this.#panel.over[0]?.close();
    this.#panel.over = [];
  }
}
