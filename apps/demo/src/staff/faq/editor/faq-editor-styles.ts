import { css } from 'lit';

export const faqEditorStyles = css`
  :host {
    max-width: 1320px;
  }
  .columns {
    display: grid;
    grid-template: 'form settling' auto 'form preview' 1fr / minmax(0, 1fr) minmax(0, 1fr);
    align-items: start;
    gap: var(--_space-4);
  }
  .columns.settled {
    grid-template: 'form preview' / minmax(0, 1fr) minmax(0, 1fr);
  }
  .writing {
    grid-area: form;
  }
  faq-mask-settler {
    grid-area: settling;
  }
  .preview {
    grid-area: preview;
  }
  .writing {
    padding: var(--_space-4);
    overflow: visible;
  }
  .notice.lead {
    margin-bottom: var(--_space-4);
  }
  .text {
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-4);
  }
  .text-title {
    font: 650 var(--_size-l) / 1.35 var(--_font);
    overflow-wrap: anywhere;
  }
  .with-pictures {
    display: grid;
    gap: var(--_space-2);
  }
  .checks {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .checks .options {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(180px, 1fr));
    gap: 6px var(--_space-3);
  }
  .related {
    margin-bottom: var(--_space-2);
  }
  .related li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2);
    overflow-wrap: anywhere;
  }
  #fr-body,
  #en-body {
    font: 400 13.5px / 1.55 var(--_mono);
  }
  @media (max-width: 900px) {
    /* What is to be settled comes before what is written. */
    .columns {
      grid-template: 'settling' 'form' 'preview' / minmax(0, 1fr);
    }
    .columns.settled {
      grid-template: 'form' 'preview' / minmax(0, 1fr);
    }
  }
  @media (pointer: coarse) {
    .checks .check {
      min-height: 44px;
      align-items: center;
    }
  }
`;
