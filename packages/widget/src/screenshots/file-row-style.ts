import { css } from 'lit';

/** A file in a line of its own: a ticket's, one that goes along, or one on its way. */
export const fileRowStyle = css`
  .file {
    display: grid;
    grid-template-columns: 48px minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--_space-1) var(--_space-2);
    min-height: 48px;
    padding: var(--_space-1);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-s);
    background: var(--_surface-2);
  }
  .file > .icon {
    justify-self: center;
    width: 22px;
    height: 22px;
    color: var(--_ink-2);
  }
  .file img {
    display: block;
    width: 48px;
    height: 38px;
    border-radius: var(--_radius-s);
    object-fit: cover;
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;
