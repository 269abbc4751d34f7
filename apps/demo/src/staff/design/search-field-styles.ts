import { css } from 'lit';

/** A field that is searched in, with its sign at the left and room for a hint at the right. */
export const searchFieldStyles = css`
  .with-sign {
    position: relative;
    display: flex;
    align-items: center;
  }
  .with-sign .icon {
    position: absolute;
    left: 11px;
    color: var(--_ink-2);
    pointer-events: none;
  }
  .with-sign .input {
    padding-inline: 34px;
    font-size: var(--_size);
  }
  .with-sign .input::placeholder {
    color: var(--_ink-2);
    opacity: 1;
  }
`;
