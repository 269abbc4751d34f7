import { html, LitElement } from 'lit';
import { localeTag } from '../language.js';
import { pageHead } from '../page-head.js';
import { scheduleOf, type Terms } from './schedule.js';
import { words } from './words.js';

const fields = [
  { name: 'total', step: 100, min: 0, max: 1_000_000, cents: true },
  { name: 'funded', step: 100, min: 0, max: 1_000_000, cents: true },
  { name: 'depositPercent', step: 5, min: 0, max: 100, cents: false },
  { name: 'installments', step: 1, min: 1, max: 24, cents: false },
] as const;

type NumberField = (typeof fields)[number];

/** A payment schedule that is right and puzzles: its monthly parts are negative. A usage question to ask. */
export class ScheduleScreen extends LitElement {
  static override properties = { terms: { state: true } };
  declare terms: Terms;

  constructor() {
    super();
    this.terms = {
      total: 480_000,
      funded: 360_000,
      depositPercent: 30,
      depositBase: 'total',
      installments: 3,
    };
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override render() {
    const { deposit, parts } = scheduleOf(this.terms);
    return html`${pageHead({ path: words.path, title: words.title, about: words.about })}
      <div class="columns">
        <form class="card terms" aria-label=${words.terms} @submit=${(event: SubmitEvent) => event.preventDefault()}>
          ${fields.map((field) => this.#number(field))}
          <details><summary>${words.advanced}</summary>
            <div class="field"><label class="label" for="depositBase">${words.depositBase}</label>
              <select class="input" id="depositBase" @change=${(event: Event) => this.#chooseBase(event)}>
                ${(['total', 'company'] as const).map(
                  (base) =>
                    html`<option value=${base} ?selected=${base === this.terms.depositBase}>${words.bases[base]}</option>`,
                )}
              </select></div>
          </details>
        </form>
        <div class="card"><table class="list">
          <thead><tr><th scope="col">${words.due}</th><th scope="col">${words.payer}</th><th scope="col" class="number">${words.amount}</th></tr></thead>
          <tbody aria-live="polite">
            ${row(words.deposit, words.company, deposit)}
            ${parts.map((part, index) => row(words.part(index + 1), words.company, part))}
            ${row(words.end, words.funder, this.terms.funded)}
          </tbody>
          <tfoot><tr><th scope="row" colspan="2">${words.sum}</th><td class="number">${euros(this.terms.total)}</td></tr></tfoot>
        </table></div>
      </div>`;
  }

  #number({ name, step, min, max, cents }: NumberField) {
    const value = cents ? this.terms[name] / 100 : this.terms[name];
    return html`<div class="field"><label class="label" for=${name}>${words[name]}</label>
      <input class="input" id=${name} type="number" inputmode="decimal" .value=${String(value)} step=${step} min=${min} max=${max}
        @change=${(event: Event) => this.#change(event, { name, cents, min, max })}></div>`;
  }

  #change(
    { target }: Event,
    { name, cents, min, max }: Pick<NumberField, 'name' | 'cents' | 'min' | 'max'>,
  ): void {
    if (!(target instanceof HTMLInputElement)) return;
    const typed = Math.min(max, Math.max(min, target.valueAsNumber || min));
    this.terms = { ...this.terms, [name]: Math.round(cents ? typed * 100 : typed) };
    // What was out of range is shown as it counts.
    target.valueAsNumber = typed;
  }

  #chooseBase({ target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return;
    this.terms = { ...this.terms, depositBase: target.value === 'company' ? 'company' : 'total' };
  }
}

function row(due: string, payer: string, amount: number) {
  return html`<tr><th scope="row">${due}</th><td data-label=${words.payer}>${payer}</td>
    <td class="number ${amount < 0 ? 'negative' : ''}" data-label=${words.amount}>${euros(amount)}</td></tr>`;
}

function euros(cents: number): string {
  return new Intl.NumberFormat(localeTag, { style: 'currency', currency: 'EUR' }).format(cents / 100);
}

customElements.define('teo-schedule', ScheduleScreen);
