import { css } from 'lit';

export const imagesStyle = css`
  .drop {
    display: grid;
    justify-items: center;
    gap: var(--_space-1);
    padding: var(--_space-4);
    border: 1.5px dashed var(--_line-strong);
    border-radius: var(--_radius);
    text-align: center;
  }
  .drop.over {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .thumbs {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(104px, 1fr));
    gap: var(--_space-2);
  }
  .thumbs li {
    position: relative;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-s);
    background: var(--_surface-2);
  }
  .thumbs img {
    display: block;
    width: 100%;
    height: 74px;
    object-fit: cover;
  }
  .thumbs span {
    display: block;
    overflow: hidden;
    padding: 2px 8px;
    font-size: var(--_size-s);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .thumbs .button {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-end: 4px;
    width: 28px;
    min-height: 28px;
    border-color: var(--_line);
  }
`;
