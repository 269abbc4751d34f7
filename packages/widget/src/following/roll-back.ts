import type { RequesterTicket } from '@teo-support/core/contract';
import { ApiError } from '@teo-support/sdk/connection';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { type Tick, TickQueue } from '../drafts/tick-queue.js';
import { icon } from '../panel/all-icons.js';
import { apart, ours } from '../panel/apart.js';
import { define } from '../panel/define.js';
import type { FullSession } from '../panel/full-session.js';
import { sharedStyle } from '../panel/shared-style.js';
import { rollBackStyle } from './roll-back-style.js';
import { isUnanswered, refusalWords, type TicketCommands } from './ticket-commands.js';

type Step = Extract<RequesterTicket['rollBack'], { kind: 'guided' }>['steps'][number];

/** How often a tick is given again because the ticket changed under it in some other way. */
const mostTries = 3;

/**
 * The roll-back as a checklist. A tick shows at once and is then told to the server; one that the server refuses is
 * taken back and says why, one that does not get through waits for the connection, also over a reload.
 * @fires announce - `detail` is a sentence for screen readers
 */
class RollBack extends LitElement {
  static override styles = [...sharedStyle, rollBackStyle];
  static override properties = {
    session: { attribute: false },
    ticket: { attribute: false },
    commands: { attribute: false },
    refreshes: { attribute: false },
    ticks: { state: true },
    waits: { state: true },
    refusal: { state: true },
  };

  declare session: FullSession | null;
  declare ticket: RequesterTicket | null;
  declare commands: TicketCommands | null;
  /** Grows each time the connection is back. */
  declare refreshes: number;
  /** What the server has not heard yet, oldest first. */
  declare ticks: readonly Tick[];
  declare waits: boolean;
  declare refusal: string | null;

  #queue: TickQueue | null = null;
  #telling = false;
  readonly #onOnline = ours(() => this.#tell());

  constructor() {
    super();
    this.session = null;
    this.ticket = null;
    this.commands = null;
    this.refreshes = 0;
    this.ticks = [];
    this.waits = false;
    this.refusal = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#onOnline);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#onOnline);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { session, ticket } = this;
    if (session === null || ticket === null) return;
    if (this.#queue === null) {
      this.#queue = new TickQueue(session.me.id, ticket.id);
      this.ticks = this.#queue.load();
    }
    if (this.ticks.length > 0 && (changed.has('refreshes') || changed.has('session'))) apart(this.#tell());
  }

  /** A box that was pressed in vain is as it was again: what it shows is set anew each time, as the browser has changed it. */
  override updated(): void {
    const rollBack = this.ticket?.rollBack;
    if (rollBack?.kind !== 'guided') return;
    for (const [index, box] of this.renderRoot.querySelectorAll('input').entries()) {
      const step = rollBack.steps[index];
      if (step !== undefined) box.checked = this.#isDone(step, index);
    }
  }

  override render(): TemplateResult | typeof nothing {
    const { session, ticket } = this;
    if (session === null || ticket?.rollBack?.kind !== 'guided') return nothing;
    const words = session.following.rollBack;
    const { steps } = ticket.rollBack;
    const done = steps.filter((step, index) => this.#isDone(step, index)).length;
    const editable = ticket.possible.includes('tick_roll_back_step');
    return html`<section aria-labelledby="title">
      <h3 class="with-icon" id="title">${icon('undo')} ${words.title}</h3>
      ${editable ? html`<p class="hint">${words.hint}</p>` : nothing}
      <div class="row">
        <progress aria-labelledby="progress" max=${steps.length} value=${done}></progress>
        <span class="small" id="progress" aria-hidden="true">${words.progress(done, steps.length)}</span>
      </div>
      <ol>
        ${steps.map((step, index) => this.#step(step, index, done, editable, session))}
      </ol>
      ${done === steps.length && editable ? html`<p class="all with-icon">${icon('done')} <span>${words.allDone}</span></p>` : nothing}
      ${this.waits ? html`<p class="notice warning" role="status">${words.waiting}</p>` : nothing}
      ${this.refusal === null ? nothing : html`<p class="notice danger" role="alert">${this.refusal}</p>`}
    </section>`;
  }

  #step(step: Step, index: number, done: number, editable: boolean, { domain }: FullSession): TemplateResult {
    const checked = this.#isDone(step, index);
    // In order: the next one can be ticked, the last one taken back.
    const movable = editable && (index === done || index === done - 1);
    return html`<li class=${checked ? 'done' : index === done && editable ? 'now' : ''}>
      <label>
        <input
          type="checkbox"
          aria-disabled=${!movable}
          @click=${(event: Event) => this.#onPress(event, index, done, movable)}
        />
        <span class="number" aria-hidden="true">${index + 1}</span>
        <span class="words">${step.text ?? domain.erased}</span>
      </label>
    </li>`;
  }

  #isDone(step: Step, index: number): boolean {
    return this.ticks.findLast((tick) => tick.step === index)?.done ?? step.done;
  }

  #onPress(event: Event, index: number, done: number, movable: boolean): void {
    const { session, ticket } = this;
    if (session === null || ticket?.rollBack?.kind !== 'guided') return;
    const words = session.following.rollBack;
    if (!movable) {
      event.preventDefault();
      this.#announce(index > done ? words.earlierFirst(done + 1) : words.laterFirst(done));
      return;
    }
    const ticked = index === done;
    const { steps } = ticket.rollBack;
    this.refusal = null;
    this.#keep([...this.ticks, { step: index, done: ticked, text: steps[index]?.text ?? null }]);
    this.#announce(words.progress(ticked ? done + 1 : done - 1, steps.length));
    apart(this.#tell());
  }

  /** Tells the server, one tick after the other, until all are told or one does not get through. */
  async #tell(): Promise<void> {
    const { commands, session } = this;
    if (this.#telling || commands === null || session === null) return;
    this.#telling = true;
    this.waits = false;
    let { ticket } = this;
    let tries = 0;
    try {
      for (let tick = this.ticks[0]; tick !== undefined && ticket !== null; tick = this.ticks[0]) {
        const { step, done, text } = tick;
        const { id, version, rollBack } = ticket;
        if (rollBack?.kind !== 'guided' || rollBack.steps[step]?.text !== text)
          return this.#takeBack(session.following.rollBack.changed);
        const outcome = await commands.give((tickets) =>
          tickets.tickRollBackStep(id, { step, done }, { ifMatch: version }),
        );
        if (outcome.ok) {
          ticket = outcome.ticket;
          tries = 0;
          this.#keep(this.ticks.slice(1));
        } else if (isUnanswered(outcome.error)) {
          this.waits = true;
          return;
        } else if (outcome.error instanceof ApiError && outcome.error.status === 412 && tries < mostTries) {
          // Something else happened to the ticket. Where the steps are the same, the tick still holds.
          tries += 1;
          ticket = await commands.reload();
        } else {
          return this.#takeBack(refusalWords(outcome.error, session));
        }
      }
      this.waits = this.ticks.length > 0;
    } finally {
      this.#telling = false;
    }
  }

  #takeBack(why: string): void {
    this.#keep([]);
    this.refusal = why;
    apart(this.commands?.reload());
  }

  #keep(ticks: readonly Tick[]): void {
    this.ticks = ticks;
    this.#queue?.save(ticks);
  }

  #announce(text: string): void {
    this.dispatchEvent(new CustomEvent('announce', { detail: text }));
  }
}

define('teo-support-roll-back', RollBack);
