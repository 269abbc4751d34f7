import { css } from 'lit';

export const formStyle = css`
  form {
    display: grid;
    gap: var(--_space-5);
  }
  .group {
    display: grid;
    gap: var(--_space-4);
    padding: var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .choice {
    display: flex;
    gap: var(--_space-2);
    padding: 9px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .choice:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .choice input {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 3px 0 0;
    accent-color: var(--_accent);
  }
  .choices {
    display: grid;
    gap: var(--_space-2);
    margin-top: var(--_space-2);
  }
  .outcome {
    padding: var(--_space-3) var(--_space-4);
    border-inline-start: 3px solid var(--_accent);
    border-radius: var(--_radius-s);
    background: var(--_accent-soft);
  }
  .context {
    display: grid;
    gap: 1px;
    overflow: hidden;
    border-radius: var(--_radius-s);
    background: var(--_line);
  }
  .context > div {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 0 var(--_space-2);
    padding: var(--_space-2) var(--_space-3);
    background: var(--_surface);
  }
  .context dt {
    font-weight: 600;
    font-size: var(--_size-s);
  }
  .context dd {
    grid-row: 2;
    color: var(--_ink-2);
    font-size: var(--_size-s);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .context .button-place {
    grid-area: 1 / 2 / 3;
  }
  .context .out dt {
    color: var(--_ink-2);
    text-decoration: line-through;
  }
  .summary a {
    color: var(--_danger);
  }
  .bottom {
    position: sticky;
    inset-block-end: calc(var(--_space-5) * -1);
    z-index: 1;
    display: grid;
    margin: 0 calc(var(--_space-5) * -1) calc(var(--_space-5) * -1);
    padding: var(--_space-3) var(--_space-5);
    border-top: 1px solid var(--_line);
    background: var(--_surface);
    /* Fractions of a pixel would let the form shine through below. */
    box-shadow: 0 2px 0 var(--_surface);
  }
  @media (max-width: 560px) {
    .bottom {
      inset-block-end: calc(var(--_space-4) * -1);
      margin: 0 calc(var(--_space-4) * -1) calc(var(--_space-4) * -1);
      padding: var(--_space-3) var(--_space-4);
    }
  }
  @media (max-height: 520px) {
    .bottom {
      position: static;
    }
  }
`;
