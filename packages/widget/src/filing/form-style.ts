import { css } from 'lit';

export const formStyle = css`
  form {
    display: grid;
    gap: var(--_space-5);
  }
  /* The room is kept from the start: nothing moves when answers come. */
  .answers {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-height: 172px;
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius);
    background: var(--_surface-2);
  }
  .answers > p {
    margin: auto;
    text-align: center;
  }
  .answers.missed {
    min-height: 0;
  }
  @media (pointer: coarse) {
    .answers {
      min-height: 200px;
    }
  }
  .group {
    display: grid;
    gap: var(--_space-4);
    padding: var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .choice {
    display: flex;
    gap: var(--_space-2);
    padding: 9px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .choice:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .choice input {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 3px 0 0;
    accent-color: var(--_accent);
  }
  .choices {
    display: grid;
    gap: var(--_space-2);
    margin-block: var(--_space-1);
  }
  .bottom {
    position: sticky;
    inset-block-end: calc(var(--_space-5) * -1);
    z-index: 1;
    display: grid;
    margin: 0 calc(var(--_space-5) * -1) calc(var(--_space-5) * -1);
    padding: var(--_space-3) var(--_space-5);
    border-top: 1px solid var(--_line);
    background: var(--_surface);
    /* Fractions of a pixel would let the form shine through below. */
    box-shadow: 0 2px 0 var(--_surface);
  }
  @media (max-width: 560px) {
    .bottom {
      inset-block-end: calc(var(--_space-4) * -1);
      margin: 0 calc(var(--_space-4) * -1) calc(var(--_space-4) * -1);
      padding: var(--_space-3) var(--_space-4);
    }
  }
  @media (max-height: 520px) {
    .bottom {
      position: static;
    }
  }
`;
