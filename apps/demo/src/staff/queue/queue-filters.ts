import type { OrganizationView } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Desk } from '../desk/desk.js';
import { icon } from '../icons/icon.js';
import { type Choice, choicesOf, statusMeant } from './filter-choices.js';
import { type FilterName, filterNames, isNarrowed, noFilters, type QueueFilters } from './filters.js';

interface FiltersOptions {
  readonly desk: Desk;
  readonly filters: QueueFilters;
  /** What stands in the search, which may be ahead of what is looked for. */
  readonly text: string;
  readonly organizations: readonly OrganizationView[];
  /** Whether the filters that are needed less often are shown. */
  readonly unfolded: boolean;
  readonly change: (part: Partial<QueueFilters>) => void;
  readonly unfold: (unfolded: boolean) => void;
}

/** Those that most people need most of the time; all others stand behind a button. */
const foremost: readonly FilterName[] = ['status', 'service', 'agent'];
export const furtherFilters = filterNames.filter((name) => !foremost.includes(name));

/** The filters above the queue, as the list declares them. What is typed in the search is given on as it is typed. */
export function queueFilters(options: FiltersOptions): TemplateResult {
  const { desk, filters, text, unfolded, change, unfold } = options;
  const words = desk.words.queue;
  const active = furtherFilters.filter((name) => filters[name] !== null).length;
  return html`<form class="filters" role="search" aria-label=${words.filters} @submit=${(event: Event) => event.preventDefault()}>
    <div class="field search">
      <label class="filter-label" for="q">${words.search}</label>
      <div class="with-sign">
        ${icon('search')}
        <input class="input" id="q" name="q" type="search" autocomplete="off" placeholder=${words.searchHint} .value=${live(text)}
          @input=${({ target }: Event) => target instanceof HTMLInputElement && change({ q: target.value })}>
        <kbd aria-hidden="true">/</kbd>
      </div>
    </div>
    ${foremost.map((name) => filter(name, options))}
    <div class="buttons">
      <button type="button" class="button" aria-expanded=${unfolded ? 'true' : 'false'} aria-controls="more" @click=${() => unfold(!unfolded)}>
        ${icon('filter')}${words.moreFilters}${active === 0 ? nothing : html` <span class="count">${active}</span>`}
      </button>
      ${isNarrowed(filters) ? html`<button type="button" class="button quiet clear" @click=${() => change({ ...noFilters, sort: filters.sort })}>${words.clear}</button>` : nothing}
    </div>
    <div class="more" id="more" ?hidden=${!unfolded}>${furtherFilters.map((name) => filter(name, options))}</div>
  </form>`;
}

function filter(name: FilterName, { desk, filters, organizations, change }: FiltersOptions): TemplateResult {
  const { queue } = desk.words;
  if (name === 'overdue') {
    return html`<label class="check flag"><input type="checkbox" .checked=${live(filters.overdue === 'true')}
      @change=${({ target }: Event) => target instanceof HTMLInputElement && change({ overdue: target.checked ? 'true' : null })}>${queue.filter.overdue}</label>`;
  }
  const choices = choicesOf(name, desk, organizations);
  const value = name === 'status' ? statusMeant(filters) : (filters[name] ?? '');
  return choice(name, queue.filter[name], value, choices, (chosen) =>
    change({ [name]: chosen === '' ? null : chosen }),
  );
}

function choice(
  name: string,
  label: string,
  value: string,
  choices: readonly Choice[],
  onChange: (value: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label class="filter-label" for=${name}>${label}</label>
    <select class="input" id=${name} name=${name}
      @change=${({ target }: Event) => target instanceof HTMLSelectElement && onChange(target.value)}>
      ${choices.map((option) => html`<option value=${option.value} .selected=${live(option.value === value)}>${option.label}</option>`)}
    </select>
  </div>`;
}
