import { css } from 'lit';

export const similarStyle = css`
  /* The room is kept from the start: nothing moves when requests are found. */
  .room {
    display: grid;
    align-content: start;
    gap: var(--_space-2);
    height: 236px;
    overflow: auto;
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius);
    background: var(--_surface-2);
    scrollbar-width: thin;
  }
  .room > p {
    margin: auto;
    text-align: center;
  }
  ul {
    display: grid;
    gap: var(--_space-2);
  }
  .hit > span .link {
    font-size: var(--_size);
  }
  .hit {
    display: grid;
    gap: var(--_space-1);
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
`;
