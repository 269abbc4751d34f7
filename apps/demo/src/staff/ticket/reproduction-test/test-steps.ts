import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../../icons/icon.js';
import type { Words } from '../../locales/index.js';
import { fieldError } from '../../submission/text-field.js';

interface StepsOptions {
  readonly steps: readonly string[];
  readonly words: Words['test'];
  /** What is wrong with the steps as a whole, or with one of them. */
  readonly error: (pointer: string) => string | undefined;
  readonly change: (steps: readonly string[], focus?: number) => void;
}

/** The ordered steps of a test: Enter goes on to the next, which is made if there is none. */
export function testSteps({ steps, words, error, change }: StepsOptions): TemplateResult {
  const whole = error('/steps');
  return html`<fieldset aria-describedby="steps-hint">
    <legend class="label">${words.steps}</legend>
    <p class="hint" id="steps-hint">${words.stepsHint}</p>
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
              @keydown=${(event: KeyboardEvent) => {
                if (event.key !== 'Enter' || event.isComposing) return;
                event.preventDefault();
                change(index === steps.length - 1 ? [...steps, ''] : steps, index + 1);
              }}></textarea>
            ${fieldError(name, wrong)}
          </div>
          ${
            steps.length > 1
              ? html`<button type="button" class="button quiet icon" aria-label=${words.removeStep(index + 1)}
                  @click=${() => change(steps.toSpliced(index, 1), Math.max(0, index - 1))}>${icon('close')}</button>`
              : nothing
          }
        </li>`;
      })}
    </ol>
    <button type="button" class="button quiet add" @click=${() => change([...steps, ''], steps.length)}>${icon('plus')}${words.addStep}</button>
  </fieldset>`;
}

export const testStepsStyles = css`
  fieldset {
    display: grid;
    gap: var(--_space-2);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
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
  .add {
    justify-self: start;
    padding-inline: var(--_space-2);
  }
`;
