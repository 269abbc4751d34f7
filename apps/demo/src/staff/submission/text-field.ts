import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../icons/icon.js';

export interface TextFieldOptions {
  /** Unique in its form. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly rows?: number;
  /** Its first line instead of several. */
  readonly line?: boolean;
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'search';
  readonly autocomplete?: AutoFill;
  /** Whether the focus begins here when its dialog opens. */
  readonly first?: boolean;
  readonly onInput: (value: string) => void;
}

/** A labelled field with its hint and its problem, told to assistive technology as one. */
export function textField(options: TextFieldOptions): TemplateResult {
  const { name, label, hint, value, error } = options;
  const described =
    [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || nothing;
  const input = ({ target }: Event) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
      options.onInput(target.value);
  };
  const invalid = error ? 'true' : 'false';
  return html`<div class="field">
    <label class="label" for=${name}>${label}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    ${
      options.line
        ? html`<input class="input" id=${name} name=${name} ?data-first=${options.first ?? false} type=${options.type ?? 'text'}
            autocomplete=${options.autocomplete ?? 'off'} .value=${live(value)}
            aria-invalid=${invalid} aria-describedby=${described} @input=${input}>`
        : html`<textarea class="input" id=${name} name=${name} rows=${options.rows ?? 4} .value=${live(value)}
            aria-invalid=${invalid} aria-describedby=${described} @input=${input}></textarea>`
    }
    ${fieldError(name, error)}
  </div>`;
}

/** The problem of one field, which its control points to by `<name>-error`. */
export function fieldError(name: string, error: string | undefined): TemplateResult | typeof nothing {
  return error ? html`<p class="error" id="${name}-error">${icon('alert')}${error}</p>` : nothing;
}
