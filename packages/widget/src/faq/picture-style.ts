import { css } from 'lit';

export const pictureStyle = css`
  a {
    display: inline-block;
    border-radius: var(--_radius);
  }
  img {
    display: block;
    max-width: 100%;
    height: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .skeleton {
    height: 120px;
    border-radius: var(--_radius);
  }
`;
