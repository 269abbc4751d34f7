import { css } from 'lit';

/** A list and what was opened from it side by side; on a narrow screen the one stands in place of the other. */
export const splitStyles = css`
  .split {
    display: grid;
    grid-template-columns: minmax(0, 380px) minmax(0, 1fr);
    align-items: start;
    gap: var(--_space-6);
  }
  .split-list {
    position: sticky;
    top: 56px;
    max-height: calc(100dvh - 56px);
    /* Room for the outline of what has the focus, which would be cut otherwise. */
    margin: -4px;
    padding: 4px 4px var(--_space-5);
    overflow: auto;
    scrollbar-width: thin;
  }
  .split-detail {
    padding: var(--_space-5);
    max-width: 720px;
  }
  .split-detail.welcome {
    display: grid;
    justify-items: start;
    gap: var(--_space-3);
  }
  .back {
    display: none;
    margin-bottom: var(--_space-4);
  }
  .help {
    padding: 6px 12px;
    border-radius: var(--_radius);
    color: #fff;
    font-weight: 600;
    text-decoration: none;
  }
  .help:hover,
  .help[aria-current='page'] {
    background: #ffffff1a;
  }
  @media (max-width: 1060px) {
    .split {
      grid-template-columns: minmax(0, 1fr);
    }
    .split-list {
      position: static;
      max-height: none;
    }
    .split.reading .split-list,
    .split-detail.welcome {
      display: none;
    }
    .back {
      display: inline-flex;
    }
  }
  @media (max-width: 560px) {
    .split-detail {
      padding: var(--_space-4);
    }
  }
`;
