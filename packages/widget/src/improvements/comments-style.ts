import { css } from 'lit';

export const commentsStyle = css`
  .heading {
    font: 650 var(--_size) / 1.4 var(--_font);
  }
  .comments {
    display: grid;
    gap: var(--_space-3);
  }
  .comments:empty {
    display: none;
  }
  .comment {
    display: grid;
    gap: var(--_space-1);
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius);
    background: var(--_surface-2);
    overflow-wrap: anywhere;
  }
  .comment.team {
    background: var(--_accent-soft);
  }
  .comment strong {
    display: inline-block;
  }
  .comment strong::first-letter {
    text-transform: uppercase;
  }
  .comment .badge {
    background: var(--_surface);
  }
`;
