import { type Service, services } from '@teo-support/core';
import { css, html, nothing, type PropertyValues } from 'lit';
import { live } from 'lit/directives/live.js';
import { staffStyles } from '../../design/staff-styles.js';
import { icon } from '../../icons/icon.js';
import { fieldError } from '../../submission/text-field.js';
import { TicketForm } from '../ticket-form.js';

interface Assignment {
  readonly service: Service;
  readonly agentId: string | null;
}

/** « Attribution rapide au service concerné » : to a service, and to one of its people. */
export class AssignmentForm extends TicketForm {
  static override properties = { ...TicketForm.properties, chosen: { state: true } };
  /** What is chosen and not yet sent; `null` while it is what stands. */
  declare chosen: Assignment | null;

  constructor() {
    super();
    this.chosen = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const former = changed.get('ticket');
    if (former !== undefined && former.id !== this.ticket.id) this.chosen = null;
  }

  get #standing(): Assignment {
    return { service: this.ticket.service, agentId: this.ticket.agent?.id ?? null };
  }

  protected override render() {
    const { words, team, member } = this.desk;
    const { assignment, domain } = words;
    const refusal = this.refusal('assign');
    const { service, agentId } = this.chosen ?? this.#standing;
    const people = team.filter((candidate) => candidate.services.includes(service));
    const changed = service !== this.#standing.service || agentId !== this.#standing.agentId;
    const couldBeMine = this.ticket.agent?.id !== member.id && member.services.includes(service);
    if (refusal !== null) {
      return html`<h2 class="section-title">${icon('team')}${assignment.title}</h2>
        <p>${domain.services[service]}<br><span class="muted">${this.ticket.agent?.name ?? assignment.nobody}</span></p>`;
    }
    const error = this.submission.at('/agentId') ?? this.submission.at('/service');
    return html`<form class="form" novalidate aria-labelledby="title" @submit=${this.#submit}>
      <h2 class="section-title" id="title">${icon('team')}${assignment.title}</h2>
      <div class="pair">
        <div class="field">
          <label class="label" for="service">${assignment.service}</label>
          <select class="input" id="service" @change=${this.#chooseService}>
            ${services.map((value) => html`<option value=${value} .selected=${live(value === service)}>${domain.services[value]}</option>`)}
          </select>
        </div>
        <div class="field">
          <label class="label" for="agent">${assignment.person}</label>
          <select class="input" id="agent" aria-invalid=${error ? 'true' : 'false'} aria-describedby=${error ? 'agent-error' : nothing} @change=${this.#chooseAgent}>
            <option value="" .selected=${live(agentId === null)}>${assignment.nobody}</option>
            ${people.map(({ id, name }) => html`<option value=${id} .selected=${live(id === agentId)}>${name}</option>`)}
          </select>
          ${fieldError('agent', error)}
        </div>
      </div>
      ${this.problem()}
      <div class="actions">
        <button class=${changed ? 'button primary' : 'button'} aria-disabled=${this.submission.sending}>${this.submission.sending ? assignment.sending : assignment.submit}</button>
        ${couldBeMine ? html`<button type="button" class="button quiet" @click=${() => this.#assign({ service, agentId: member.id })}>${assignment.mine}</button>` : nothing}
      </div>
    </form>`;
  }

  readonly #chooseService = ({ target }: Event) => {
    const service =
      target instanceof HTMLSelectElement ? services.find((value) => value === target.value) : undefined;
    if (service === undefined) return;
    const { agentId } = this.chosen ?? this.#standing;
    const agent = this.desk.team.find(({ id }) => id === agentId);
    this.chosen = { service, agentId: agent?.services.includes(service) ? agent.id : null };
  };

  readonly #chooseAgent = ({ target }: Event) => {
    if (!(target instanceof HTMLSelectElement)) return;
    this.chosen = { ...(this.chosen ?? this.#standing), agentId: target.value === '' ? null : target.value };
  };

  readonly #submit = (event: Event) => {
    event.preventDefault();
    void this.#assign(this.chosen ?? this.#standing);
  };

  async #assign(assignment: Assignment): Promise<void> {
    const { client, words } = this.desk;
    this.chosen = assignment;
    const done = await this.send(
      () => client.staff.tickets.assign(this.ticket.id, assignment),
      words.assignment.done,
    );
    if (done) this.chosen = null;
  }

  static override styles = [
    staffStyles,
    css`
      h2 + p {
        margin-top: var(--_space-2);
      }
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        align-items: start;
        gap: var(--_space-3);
      }
      .pair .label {
        font-size: var(--_size-s);
      }
      .pair select {
        min-width: 0;
        padding-inline: 7px;
        font-size: 13.5px;
        text-overflow: ellipsis;
      }
      .button {
        min-height: 32px;
        padding-inline: var(--_space-3);
        font-size: 13px;
      }
      @media (pointer: coarse) {
        .button {
          min-height: 44px;
        }
      }
    `,
  ];
}

customElements.define('assignment-form', AssignmentForm);
