import { css } from 'lit';

export const attachedFilesStyles = css`
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
    grid-template-columns: repeat(auto-fill, minmax(260px, 1fr));
    gap: 4px;
    margin-bottom: var(--_space-1);
  }
  span.hint {
    display: inline-block;
  }
  :is(label.button, span.hint) {
    vertical-align: middle;
  }
  label.button {
    padding-inline: 10px;
    margin-left: -10px;
  }
  input:focus-visible + label {
    box-shadow: var(--_focus);
  }
`;
