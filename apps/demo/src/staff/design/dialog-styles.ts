import { css } from 'lit';

/** A button with the dialog that it opens. */
export const dialogStyles = css`
  :host {
    display: inline-block;
  }
  .opener {
    min-height: 32px;
    padding-inline: var(--_space-3);
    font-size: 13px;
  }
  dialog {
    width: min(620px, calc(100vw - 24px));
    max-height: min(86dvh, 900px);
    padding: 0 var(--_space-5) var(--_space-5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: 0 24px 64px rgb(15 25 30 / 28%);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: rgb(15 25 30 / 46%);
  }
  .dialog-head {
    position: sticky;
    z-index: 1;
    top: 0;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-3);
    margin-inline: calc(-1 * var(--_space-5));
    padding: var(--_space-4) var(--_space-4) var(--_space-3) var(--_space-5);
    background: var(--_surface);
  }
  .dialog-head h2 {
    margin: 0;
    font: 650 var(--_size-l) / 1.35 var(--_font);
  }
  dialog fieldset {
    display: grid;
    gap: var(--_space-2);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  @media (pointer: coarse) {
    .opener {
      min-height: 44px;
    }
  }
  @media (max-width: 600px) {
    dialog {
      padding-inline: var(--_space-4);
    }
    .dialog-head {
      margin-inline: calc(-1 * var(--_space-4));
      padding-left: var(--_space-4);
    }
  }
`;
