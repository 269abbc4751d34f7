import { css } from 'lit';

/** What the forms of the composer have in common. */
export const composerStyles = css`
  form {
    display: grid;
    gap: var(--_space-3);
  }
  fieldset {
    display: grid;
    gap: var(--_space-2);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .seen-by {
    color: var(--_ink-2);
    font-size: var(--_size-s);
  }
  .actions {
    justify-content: space-between;
  }
  .actions .button:last-child {
    margin-left: auto;
  }
  .option .hint {
    display: block;
    font-weight: 400;
  }
`;

/** The ground of what the team keeps to itself. */
export const internalStyles = css`
  .seen-by,
  .kept,
  .hint {
    color: var(--_note);
  }
  .input {
    border-color: var(--_note-line);
  }
  .button.note {
    border-color: var(--_note);
    background: transparent;
    color: var(--_note);
  }
  .button.note:hover {
    background: var(--_surface);
  }
`;
