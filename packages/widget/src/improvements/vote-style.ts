import { css } from 'lit';

export const voteStyle = css`
  .wanted {
    flex: 1 1 180px;
    font-size: var(--_size-s);
  }
  p,
  .row + .row {
    margin-top: var(--_space-2);
  }
  .button .icon {
    width: 16px;
    height: 16px;
  }
  .button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  @media (forced-colors: active) {
    .button[aria-pressed='true'] {
      border-width: 3px;
    }
  }
`;
