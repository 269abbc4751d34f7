import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

interface FilterChoice<O extends string> {
  readonly name: string;
  readonly label: string;
  readonly value: O | null;
  readonly options: readonly O[];
  readonly wordsOf: (option: O) => string;
  /** What stands for no choice; without it, one of the options is always chosen. */
  readonly all?: string;
}

/** One thing that a list is narrowed down by. */
export function filterChoice<const O extends string>(
  { name, label, value, options, wordsOf, all }: FilterChoice<O>,
  onChange: (value: O | null) => void,
): TemplateResult {
  return html`<div class="field">
    <label class="filter-label" for=${name}>${label}</label>
    <select class="input" id=${name} name=${name}
      @change=${({ target }: Event) => target instanceof HTMLSelectElement && onChange(options.find((option) => option === target.value) ?? null)}>
      ${all === undefined ? '' : html`<option value="" .selected=${live(value === null)}>${all}</option>`}
      ${options.map((option) => html`<option value=${option} .selected=${live(option === value)}>${wordsOf(option)}</option>`)}
    </select>
  </div>`;
}
