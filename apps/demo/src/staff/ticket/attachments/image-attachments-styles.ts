import { css } from 'lit';

export const imageAttachmentsStyles = css`
  .drop {
    border: 1px dashed transparent;
    border-radius: var(--_radius);
  }
  .drop.over {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
    gap: 4px;
    margin-bottom: var(--_space-1);
  }
  li {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    padding-left: 4px;
    border-radius: var(--_radius);
    background: var(--_surface-2);
    font-size: 13.5px;
  }
  li img {
    width: 48px;
    height: 32px;
    border-radius: 4px;
    object-fit: cover;
    object-position: top;
  }
  li > .icon {
    margin: 8px 16px;
    color: var(--_ink-2);
  }
  li span {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  span.hint {
    display: inline-block;
  }
  .failed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--_space-2);
  }
  .failed .error {
    flex: 1;
    min-width: 200px;
  }
  label.button {
    padding-inline: 10px;
    margin-left: -10px;
  }
  input:focus-visible + label {
    box-shadow: var(--_focus);
  }
`;
