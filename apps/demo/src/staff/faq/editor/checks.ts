import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldError } from '../../submission/text-field.js';

interface ChecksOptions {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (chosen: string[]) => void;
}

/** Several of a closed list. */
export function checks({ name, label, options, chosen, error, onChange }: ChecksOptions): TemplateResult {
  const toggle = (value: string, on: boolean) =>
    onChange(
      options.map((option) => option.value).filter((one) => (one === value ? on : chosen.includes(one))),
    );
  return html`<fieldset class="checks" aria-describedby=${error ? `${name}-error` : nothing}>
    <legend class="label">${label}</legend>
    <div class="options">${options.map(
      ({
        value,
        label: words,
      }) => html`<label class="check"><input type="checkbox" name=${name} value=${value} .checked=${live(chosen.includes(value))}
        aria-invalid=${error ? 'true' : 'false'} @change=${({ target }: Event) => target instanceof HTMLInputElement && toggle(value, target.checked)}>${words}</label>`,
    )}</div>
    ${fieldError(name, error)}
  </fieldset>`;
}
