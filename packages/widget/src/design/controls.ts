import { css } from 'lit';

/** Buttons, fields, badges and notices: the controls that the widget and the staff view share. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    min-height: 36px;
    padding: 0 var(--_space-4);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    font: 550 var(--_size) / 1.2 var(--_font);
    text-decoration: none;
    cursor: pointer;
    transition: background var(--_fast), border-color var(--_fast);
  }
  .button:hover {
    background: var(--_surface-2);
  }
  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover {
    background: var(--_accent-strong);
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--_ink-2);
  }
  .button.quiet:hover {
    background: var(--_surface-2);
    color: var(--_ink);
  }
  .button[aria-disabled='true'],
  .button:disabled {
    border-color: var(--_line);
    background: var(--_surface-2);
    color: var(--_ink-2);
    cursor: not-allowed;
  }
  .button.icon {
    width: 36px;
    padding: 0;
  }

  :is(button, a, input, textarea, select, summary, [tabindex]):focus-visible {
    outline: 2px solid transparent;
    box-shadow: var(--_focus);
  }

  .field {
    display: grid;
    gap: var(--_space-1);
  }
  .label {
    color: var(--_ink);
    font: 600 var(--_size) / 1.35 var(--_font);
  }
  .hint {
    margin: 0;
    color: var(--_ink-2);
    font: 400 var(--_size-s) / 1.45 var(--_font);
  }
  .input {
    width: 100%;
    min-height: 38px;
    padding: 8px 11px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    font: 400 var(--_size-write) / 1.45 var(--_font);
  }
  textarea.input {
    min-height: 88px;
    resize: vertical;
    field-sizing: content;
    max-height: 40vh;
  }
  .input[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .error {
    display: flex;
    gap: 6px;
    margin: 0;
    color: var(--_danger);
    font: 500 var(--_size-s) / 1.45 var(--_font);
  }

  .badge {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    padding: 1px 8px;
    border-radius: 999px;
    background: var(--_surface-2);
    color: var(--_ink-2);
    font: 550 var(--_size-s) / 1.6 var(--_font);
    white-space: nowrap;
  }
  .badge.info {
    background: var(--_info-soft);
    color: var(--_info);
  }
  .badge.success {
    background: var(--_success-soft);
    color: var(--_success);
  }
  .badge.warning {
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  .badge.danger {
    background: var(--_danger-soft);
    color: var(--_danger);
  }

  .notice {
    display: grid;
    gap: var(--_space-1);
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_info-soft);
    color: var(--_ink);
    font: 400 var(--_size) / 1.5 var(--_font);
  }
  .notice > :has(> .button) {
    margin-top: var(--_space-1);
  }
  .notice.danger {
    background: var(--_danger-soft);
    border-color: var(--_danger);
  }
  .notice.warning {
    background: var(--_warning-soft);
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* Touch: targets of at least 44 px, and text that iOS does not zoom into. */
  @media (pointer: coarse) {
    .button,
    .input {
      min-height: 44px;
    }
    .input {
      font-size: 16px;
    }
  }

  @media (forced-colors: active) {
    .button,
    .badge,
    .notice {
      border: 1px solid;
    }
    :is(button, a, input, textarea, select, summary, [tabindex]):focus-visible {
      outline-color: Highlight;
    }
  }
`;
