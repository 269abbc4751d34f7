import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../../icons/icon.js';
import type { Words } from '../../locales/index.js';
import { fieldError } from '../../submission/text-field.js';
import { removed, swapped } from './step-order.js';

export interface StepsOptions {
  readonly steps: readonly string[];
  readonly legend: string;
  readonly hint: string;
  readonly words: Words['steps'];
  /** What is wrong with the steps as a whole, or with one of them. */
  readonly error: (pointer: string) => string | undefined;
  /**
   * @param focus the step that takes the focus, counted from 0
   * @param told what happened, for those who cannot see it
   */
  readonly change: (steps: readonly string[], focus?: number, told?: string) => void;
}

/** Ordered steps: Enter goes on to the next, which is made if there is none; Alt with an arrow moves one. */
export function stepEditor(options: StepsOptions): TemplateResult {
  const { steps, legend, hint, words, error, change } = options;
  const whole = error('/steps');
  return html`<fieldset class="step-editor" aria-describedby="steps-hint">
    <legend class="label">${legend}</legend>
    <p class="hint keys" id="steps-hint">${hint} ${words.keys}</p>
    <ol class="steps">
      ${steps.map((step, index) => {
        const wrong = error(`/steps/${index}`) ?? (index === 0 ? whole : undefined);
        const name = `step-${index}`;
        return html`<li>
          <span class="position" aria-hidden="true">${index + 1}</span>
          <div class="field">
            <textarea class="input" id=${name} rows="1" aria-label=${words.step(index + 1)} .value=${live(step)}
              aria-invalid=${wrong ? 'true' : 'false'} aria-describedby=${wrong ? `${name}-error` : nothing}
              @input=${({ target }: Event) => target instanceof HTMLTextAreaElement && change(steps.with(index, target.value))}
              @keydown=${(event: KeyboardEvent) => pressed(event, index, options)}></textarea>
            ${fieldError(name, wrong)}
          </div>
          <span class="step-actions">${steps.length > 1 ? actions(index, options) : nothing}</span>
        </li>`;
      })}
    </ol>
    <button type="button" class="button quiet add" @click=${() => change([...steps, ''], steps.length)}>${icon('plus')}${words.add}</button>
  </fieldset>`;
}

function actions(index: number, options: StepsOptions): TemplateResult {
  const { steps, words, change } = options;
  return html`<button type="button" class="button quiet icon" aria-label=${words.up(index + 1)} aria-disabled=${index === 0 ? 'true' : 'false'}
      @click=${() => move(index, -1, options)}>${icon('up')}</button>
    <button type="button" class="button quiet icon" aria-label=${words.down(index + 1)} aria-disabled=${index === steps.length - 1 ? 'true' : 'false'}
      @click=${() => move(index, 1, options)}>${icon('down')}</button>
    <button type="button" class="button quiet icon" aria-label=${words.remove(index + 1)}
      @click=${() => change(removed(steps, index), Math.max(0, index - 1), words.removed(index + 1))}>${icon('close')}</button>`;
}

function pressed(event: KeyboardEvent, index: number, options: StepsOptions): void {
  const { steps, change } = options;
  if (event.isComposing) return;
  if (event.key === 'Enter') {
    event.preventDefault();
    change(index === steps.length - 1 ? [...steps, ''] : steps, index + 1);
  } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    event.preventDefault();
    move(index, event.key === 'ArrowUp' ? -1 : 1, options);
  }
}

function move(index: number, by: -1 | 1, { steps, words, change }: StepsOptions): void {
  const to = index + by;
  if (to < 0 || to >= steps.length) return;
  change(swapped(steps, index, to), to, words.moved(to + 1, steps.length));
}

export const stepEditorStyles = css`
  .step-editor {
    display: grid;
    gap: var(--_space-2);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .keys {
    margin-top: -4px;
  }
  .steps {
    display: grid;
    gap: 6px;
  }
  .steps li {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr) auto;
    align-items: start;
    gap: 6px;
  }
  .steps .position {
    padding-top: 9px;
    color: var(--_ink-2);
    font: 500 var(--_size-s) / 1.5 var(--_mono);
  }
  .steps .input {
    min-height: 38px;
    resize: none;
    font-size: var(--_size);
  }
  .step-actions {
    display: flex;
  }
  .step-actions .button.icon {
    width: 32px;
  }
  .step-actions .button[aria-disabled='true'] {
    border-color: transparent;
    background: none;
    opacity: 0.4;
  }
  .add {
    justify-self: start;
    padding-inline: var(--_space-2);
  }
  @media (max-width: 600px) {
    .steps li {
      grid-template-columns: 20px minmax(0, 1fr);
    }
    .step-actions {
      grid-column: 2;
      justify-content: flex-end;
      margin-top: -4px;
    }
  }
  @media (pointer: coarse) {
    .step-actions .button.icon {
      width: 44px;
    }
  }
`;
