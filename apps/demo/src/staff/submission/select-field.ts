import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldError } from './text-field.js';

export interface SelectFieldOptions {
  /** Unique in its form. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly error?: string | undefined;
  /** Whether the focus begins here when its dialog opens. */
  readonly first?: boolean;
  readonly onChange: (value: string) => void;
}

/** A labelled choice from a list, with its problem, told to assistive technology as one. */
export function selectField(options: SelectFieldOptions): TemplateResult {
  const { name, label, value, error, first = false } = options;
  return html`<div class="field">
    <label class="label" for=${name}>${label}</label>
    <select class="input" id=${name} name=${name} ?data-first=${first} aria-invalid=${error ? 'true' : 'false'}
      aria-describedby=${error ? `${name}-error` : nothing}
      @change=${({ target }: Event) => target instanceof HTMLSelectElement && options.onChange(target.value)}>
      ${options.options.map((option) => html`<option value=${option.value} .selected=${live(option.value === value)}>${option.label}</option>`)}
    </select>
    ${fieldError(name, error)}
  </div>`;
}
