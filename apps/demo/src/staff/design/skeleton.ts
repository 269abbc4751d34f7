import { css } from 'lit';

/** Where something is about to stand. */
export const skeletonStyles = css`
  .skeleton-rows > div {
    display: grid;
    gap: 8px;
    padding: 15px var(--_space-4);
    border-bottom: 1px solid var(--_line);
  }
  .skeleton-rows > div:last-child {
    border-bottom: 0;
  }
  .skeleton-rows span {
    height: 11px;
    border-radius: 6px;
    background: linear-gradient(90deg, var(--_surface-2) 30%, var(--_surface-3) 50%, var(--_surface-2) 70%) 0 / 300% 100%;
    animation: passing 1.6s linear infinite;
  }
  .skeleton-rows span:first-child {
    width: min(62%, 460px);
  }
  .skeleton-rows span:last-child {
    width: min(38%, 260px);
  }
  @keyframes passing {
    from {
      background-position: 100% 0;
    }
    to {
      background-position: -50% 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton-rows span {
      animation: none;
    }
  }
`;
