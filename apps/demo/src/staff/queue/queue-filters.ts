import { services, ticketStatuses } from '@teo-support/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Desk } from '../desk/desk.js';
import { icon } from '../icons/icon.js';
import { noFilters, type QueueFilters, searchOf } from './filters.js';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The row of filters above the queue. What is typed in the search is given on as it is typed. */
export function queueFilters(
  desk: Desk,
  filters: QueueFilters,
  text: string,
  change: (part: Partial<QueueFilters>) => void,
): TemplateResult {
  const words = desk.words.queue;
  const { domain } = desk.words;
  const narrowed = searchOf(filters) !== searchOf(noFilters);
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
    ${choice(
      'status',
      words.status,
      filters.status,
      [
        { value: 'unresolved', label: words.unresolved },
        ...ticketStatuses.map((status) => ({ value: status, label: domain.statuses[status] })),
      ],
      (value) => change({ status: ticketStatuses.find((status) => status === value) ?? 'unresolved' }),
    )}
    ${choice(
      'service',
      words.service,
      filters.service ?? '',
      [
        { value: '', label: words.anyService },
        ...services.map((service) => ({ value: service, label: domain.services[service] })),
      ],
      (value) => change({ service: services.find((service) => service === value) ?? null }),
    )}
    ${choice(
      'agent',
      words.agent,
      filters.agent ?? '',
      [
        { value: '', label: words.anyAgent },
        { value: 'me', label: words.me },
        { value: 'none', label: words.nobody },
        ...desk.team
          .filter(({ id }) => id !== desk.member.id)
          .map(({ id, name }) => ({ value: id, label: name })),
      ],
      (value) => change({ agent: value === '' ? null : value }),
    )}
    ${narrowed ? html`<button type="button" class="button quiet clear" @click=${() => change(noFilters)}>${words.clear}</button>` : nothing}
  </form>`;
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

export const queueFiltersStyles = css`
  .filters {
    display: grid;
    grid-template-columns: minmax(240px, 1fr) repeat(3, minmax(150px, 232px)) auto;
    align-items: end;
    gap: var(--_space-3);
    margin-bottom: var(--_space-4);
  }
  .filter-label {
    color: var(--_ink-2);
    font: 550 var(--_size-s) / 1.35 var(--_font);
  }
  .with-sign {
    position: relative;
    display: flex;
    align-items: center;
  }
  .with-sign .icon {
    position: absolute;
    left: 11px;
    color: var(--_ink-2);
    pointer-events: none;
  }
  .with-sign .input {
    padding-inline: 34px;
    font-size: var(--_size);
  }
  .with-sign .input::placeholder {
    color: var(--_ink-2);
    opacity: 1;
  }
  .with-sign kbd {
    position: absolute;
    right: 9px;
    pointer-events: none;
  }
  .with-sign .input:focus ~ kbd,
  .with-sign .input:not(:placeholder-shown) ~ kbd {
    display: none;
  }
  @media (max-width: 1000px) {
    .filters {
      grid-template-columns: repeat(3, 1fr);
    }
    .filters .search {
      grid-column: 1 / -1;
    }
    .filters .clear {
      justify-self: start;
    }
  }
  @media (max-width: 600px) {
    .filters {
      grid-template-columns: 1fr 1fr;
      gap: var(--_space-2);
    }
    .filters .field:has(#status),
    .filters .search,
    .filters .clear {
      grid-column: 1 / -1;
    }
  }
`;
