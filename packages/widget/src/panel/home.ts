import type { TicketType } from '@teo-support/core';
import { html, nothing, type TemplateResult } from 'lit';
import { type IconName, icon } from './icons.js';
import type { Session } from './session.js';

/** In the order in which they stand. */
const homeTabs = ['new', 'faq', 'forum', 'mine'] as const;
export type HomeTab = (typeof homeTabs)[number];

const typeIcons: Readonly<Record<TicketType, IconName>> = {
  malfunction: 'bug',
  mishandling: 'undo',
  usage_question: 'question',
  training_follow_up: 'course',
  rnd: 'trial',
};

/** The first view: what can be filed, and what was. `select` is told with `true` when the focus should follow. */
export function renderHome(
  { words, me }: Session,
  tab: HomeTab,
  content: TemplateResult,
  unread: TemplateResult | typeof nothing,
  select: (tab: HomeTab, focus: boolean) => void,
): TemplateResult {
  const labels: Readonly<Record<HomeTab, string>> = {
    new: words.home.newTicket,
    faq: words.home.faq,
    forum: words.home.forum,
    mine: words.home.myTickets,
  };
  const tabButton = (name: HomeTab) => html`<button
    type="button"
    role="tab"
    id="tab-${name}"
    aria-selected=${tab === name}
    aria-controls="tabpanel"
    tabindex=${tab === name ? 0 : -1}
    @click=${() => select(name, false)}
  >
    ${labels[name]}${name === 'mine' ? unread : nothing}
  </button>`;
  const onArrow = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = homeTabs.at((homeTabs.indexOf(tab) + step) % homeTabs.length);
    if (step !== 0 && next !== undefined) select(next, true);
  };
  return html`<div class="stack">
    <div>
      <p class="soft">${words.home.greeting(me.name)}, ${me.organization.name}</p>
      <h3 id="lead">${words.home.lead}</h3>
    </div>
    <div class="tabs" role="tablist" aria-labelledby="lead" @keydown=${onArrow}>
      ${homeTabs.map(tabButton)}
    </div>
    <div id="tabpanel" role="tabpanel" aria-labelledby="tab-${tab}">${content}</div>
  </div>`;
}

/** The types that this person may file, and no other, by name or by questions; an idea goes to the forum. */
export function renderTypes(
  { words, domain, me }: Session,
  stateOf: (type: TicketType) => 'none' | 'draft' | 'waiting',
  choose: (type: TicketType) => void,
  find: () => void,
  suggest: () => void,
): TemplateResult {
  const entry = (
    sign: IconName,
    name: string,
    when: string,
    press: () => void,
    badge?: TemplateResult | typeof nothing,
  ) => html`<li>
    <button class="type" type="button" @click=${press}>
      ${icon(sign)}
      <strong>${name}</strong>
      <span class="soft">${when}</span>
      ${icon('next')}
      ${badge}
    </button>
  </li>`;
  return html`<div class="stack">
  ${
    me.ticketTypes.length > 1
      ? html`<button class="button" id="find" type="button" @click=${find}>${icon('question')} ${words.home.find}</button>`
      : nothing
  }
  <ul class="types">
    ${me.ticketTypes.map((type) => {
      const state = stateOf(type);
      const { name, when } = domain.ticketTypes[type];
      const badge =
        state === 'none'
          ? nothing
          : html`<span class="soft"><span class="badge warning">${words.home[state]}</span></span>`;
      return entry(typeIcons[type], name, when, () => choose(type), badge);
    })}
    ${entry('idea', words.home.idea, words.home.ideaText, suggest)}
  </ul>
  </div>`;
}
