import { css } from 'lit';

export const noticesStyle = css`
  .notice {
    gap: var(--_space-3);
  }
  ul,
  li {
    display: grid;
    gap: var(--_space-1);
    overflow-wrap: anywhere;
  }
  ul {
    gap: var(--_space-3);
  }
  details ul {
    margin-top: var(--_space-3);
  }
  .badge {
    background: var(--_surface);
  }
  .link {
    font-size: inherit;
  }
`;
