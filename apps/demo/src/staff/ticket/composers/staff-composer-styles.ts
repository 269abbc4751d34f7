import { css } from 'lit';

/** One box; its ground tells who will read what is written in it. */
export const staffComposerStyles = css`
  .composer {
    border: 1px solid var(--_line);
    border-top: 3px solid var(--_accent);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    scroll-margin: 72px 0 16px;
  }
  .composer.internal {
    border: 1px dashed var(--_note-line);
    border-top: 3px solid var(--_note-line);
    background: var(--_note-soft);
  }
  .composer.resolve {
    border-top-color: var(--_success);
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    padding: 6px var(--_space-2) 0;
    border-bottom: 1px solid var(--_line);
  }
  .internal .tabs {
    border-bottom-color: var(--_note-line);
  }
  .tab {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 5px;
    min-height: 38px;
    padding: 0 8px;
    border: 0;
    border-radius: var(--_radius) var(--_radius) 0 0;
    background: none;
    color: var(--_ink-2);
    font: 550 13px / 1.2 var(--_font);
    cursor: pointer;
  }
  .tab:hover {
    color: var(--_ink);
  }
  .tab[aria-selected='true'] {
    color: var(--_ink);
    font-weight: 650;
  }
  .tab[aria-selected='true']::after {
    content: '';
    position: absolute;
    inset: auto 8px -1px;
    height: 2px;
    border-radius: 2px;
    background: var(--_accent);
  }
  .internal .tab[aria-selected='true']::after {
    background: var(--_note);
  }
  .begun {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--_warning);
  }
  .panel {
    padding: var(--_space-4);
  }
  .refusal {
    display: flex;
    gap: var(--_space-2);
    padding: var(--_space-4) var(--_space-4) 0;
    color: var(--_note);
    font-size: 13.5px;
  }
  .refusal .icon {
    margin-top: 2px;
  }
  @media (max-width: 600px) {
    .tabs {
      padding-inline: var(--_space-2);
    }
    .tab {
      padding-inline: 8px;
    }
    .tab .icon {
      display: none;
    }
  }
  @media (pointer: coarse) {
    .tab {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .tab[aria-selected='true']::after {
      background: Highlight;
    }
  }
`;
