import { css } from 'lit';

/** A box in which one writes. The two kinds have grounds of their own. */
export const composerStyles = css`
  form {
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  h2 {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    font: 650 15px / 1.35 var(--_font);
  }
  .seen-by {
    margin-top: 2px;
    color: var(--_ink-2);
    font-size: var(--_size-s);
  }
  .actions {
    justify-content: space-between;
  }
  .await {
    display: grid;
  }
  .await .hint {
    padding-left: 26px;
  }
`;
