import { css } from 'lit';

export const writingStyle = css`
  /* One sentence in three fields: what frames them is read as part of it. */
  .field > .label {
    font-size: var(--_size-l);
  }
  .field > [for='module'] {
    font-size: var(--_size);
  }
  textarea.input {
    min-height: 62px;
  }
  .error:empty {
    display: none;
  }
  .error:empty,
  .error {
    min-height: 0;
  }
  .preview {
    display: grid;
    gap: var(--_space-1);
    padding: var(--_space-3) var(--_space-4);
    border-inline-start: 3px solid var(--_accent);
  }
`;
