import { css } from 'lit';

export const ticketImagesStyles = css`
  ul {
    display: grid;
    gap: var(--_space-2);
  }
  ul.pictures {
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
  }
  ul + ul {
    margin-top: var(--_space-2);
  }
  .failed span {
    padding: 0 8px;
    text-align: center;
  }
  .place {
    position: relative;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 4px;
    width: 100%;
    aspect-ratio: 16 / 10;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-2);
    color: var(--_ink-2);
    font: 400 var(--_size-s) / 1.4 var(--_font);
  }
  button.place {
    cursor: zoom-in;
  }
  button.place:hover {
    border-color: var(--_line-strong);
  }
  .place img {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
    object-position: top;
  }
  .place .name {
    position: absolute;
    inset: auto 0 0;
    padding: 4px 8px;
    overflow: hidden;
    background: var(--_surface);
    color: var(--_ink-2);
    font-size: 12px;
    text-align: left;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;
