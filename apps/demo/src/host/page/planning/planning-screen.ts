import { html, LitElement } from 'lit';
import { trialFeatures } from '../../organizations.js';
import type { Proposal, UnplacedSession } from '../../planning/propose.js';
import { hostApi } from '../host-api.js';
import { Outcome } from '../outcome.js';
import { pageHead } from '../page-head.js';
import { compose } from '../support.js';
import { words as hostWords } from '../words.js';
import { words } from './words.js';

/** A feature under development. It fills rooms without looking at their seats: a remark to make. */
export class PlanningScreen extends LitElement {
  static override properties = { sessions: { state: true }, placed: { state: true } };
  declare sessions: readonly UnplacedSession[];
  declare placed: readonly Proposal[];
  readonly #outcome = new Outcome(this);

  constructor() {
    super();
    this.sessions = [];
    this.placed = [];
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#outcome.of(hostApi.unplacedSessions(), ({ sessions }) => {
      this.sessions = sessions;
      return '';
    });
  }

  protected override render() {
    return html`${pageHead({
      path: words.path,
      title: words.title,
      about: words.about,
      actions: html`<button type="button" class="button primary" @click=${() => void this.#propose()}>${words.propose}</button>`,
    })}
      <div class="card trial">
        <div><span class="badge info">${words.trial}</span><p>${words.trialText}</p></div>
        <button type="button" class="button" @click=${() => compose('rnd', { feature: trialFeatures.assistedPlanning.id })}>${words.remark}</button>
      </div>
      ${this.#outcome.render(hostWords)}
      <div class="card"><table class="list">
        <thead><tr>
          <th scope="col">${words.session}</th><th scope="col" class="number">${words.enrolled}</th>
          <th scope="col">${words.duration}</th><th scope="col">${words.place}</th>
        </tr></thead>
        <tbody>${this.sessions.map((session) => this.#row(session))}</tbody>
      </table></div>`;
  }

  #row(session: UnplacedSession) {
    const proposal = this.placed.find((placed) => placed.session.id === session.id);
    return html`<tr>
      <th scope="row">${session.title}<small>${session.id}</small></th>
      <td class="number" data-label=${words.enrolled}>${session.enrolled}</td>
      <td data-label=${words.duration}>${words.days(session.days)}</td>
      <td data-label=${words.place}>${
        proposal === undefined
          ? html`<span class="badge">${words.unplaced}</span>`
          : html`<span>${daysOf(proposal)}<small>${words.seats(proposal.room.name, proposal.room.seats)}</small></span>`
      }</td>
    </tr>`;
  }

  async #propose(): Promise<void> {
    await this.#outcome.of(hostApi.propose(), ({ placed }) => {
      this.placed = placed;
      return words.proposed(placed.length);
    });
  }
}

function daysOf({ from, session }: Proposal): string {
  const first = words.weekdays[from] ?? '';
  const last = words.weekdays[from + session.days - 1] ?? '';
  return session.days === 1 ? first : words.span(first, last);
}

customElements.define('teo-planning', PlanningScreen);
