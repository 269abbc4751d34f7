import type { RequesterTicket } from '@teo-support/core/contract';
import { html, type nothing, type TemplateResult } from 'lit';
import type { Reader } from '../faq/reader.js';
import { TicketForm } from '../filing/ticket-form.js';
import type { GivenAnswers } from '../launcher/settings.js';
import { apart } from './apart.js';
import { type HomeTab, renderHome, renderTypes } from './home.js';
import type { SignedIn } from './signed-in.js';
import { loadingState } from './states.js';
import type { TabParts } from './tab-parts.js';
import type { View } from './view.js';

/** The panel as its views see it. */
interface Viewed {
  readonly parts: Partial<TabParts>;
  readonly unreadBadge: TemplateResult | typeof nothing;
  move(view: View): void;
  /** @param focus whether the focus goes to the tab */
  select(tab: HomeTab, focus: boolean): void;
  /** Asks plain questions that lead to a type. */
  find(answers: GivenAnswers): Promise<void>;
  filed(ticket: RequesterTicket): Promise<void>;
  /** A ticket was sent and has not arrived. */
  waits(): void;
  tabPart(tab: 'faq'): Promise<Reader>;
}

export function renderView(panel: Viewed, signedIn: SignedIn, view: View): TemplateResult {
  const { session, drafts, loadLater } = signedIn;
  switch (view.name) {
    case 'home':
      return renderHome(
        session,
        view.tab,
        renderTab(panel, signedIn, view.tab, view.answers ?? {}),
        panel.unreadBadge,
        (tab, focus) => panel.select(tab, focus),
      );
    case 'filing':
      return html`${view.found?.notice()}<teo-support-ticket-form
        .session=${session}
        .loadLater=${loadLater}
        .drafts=${drafts}
        .type=${view.type}
        .given=${view.answers}
        @ticket-filed=${(event: CustomEvent<RequesterTicket>) => panel.filed(event.detail)}
        @ticket-waits=${() => panel.waits()}
        @article-chosen=${(event: CustomEvent<string>) => read(panel, event)}
      ></teo-support-ticket-form>`;
    case 'filed':
      return view.render();
    case 'ticket':
      return panel.parts.mine?.renderTicket(view.id) ?? loadingState(session.words);
  }
}

function renderTab(
  panel: Viewed,
  { session, drafts }: SignedIn,
  tab: HomeTab,
  answers: GivenAnswers,
): TemplateResult {
  if (tab !== 'new') return panel.parts[tab]?.render() ?? loadingState(session.words);
  return renderTypes(
    session,
    (type) => drafts.stateOf(type),
    (type) => panel.move({ name: 'filing', type, answers }),
    () => apart(panel.find(answers)),
    () => panel.select('forum', true),
  );
}

/** An article that was suggested beside the form. */
function read(panel: Viewed, { target, detail }: CustomEvent<string>): void {
  if (!(target instanceof TicketForm)) return;
  const { suggestions } = target;
  apart(panel.tabPart('faq').then((reader) => reader.open(detail, suggestions)));
}
