import { css } from 'lit';

/** A narrow form in the middle of the page, for whoever is not in yet. */
export const signInStyles = css`
  :host {
    display: grid;
    min-height: calc(100dvh - 56px);
    padding: var(--_space-5) var(--_space-4) 12vh;
    place-items: center;
  }
  form {
    display: grid;
    gap: var(--_space-4);
    width: min(100%, 384px);
    padding: var(--_space-6);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .brand {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 12px;
    background: var(--_accent);
    color: var(--_on-accent);
    font: 700 17px / 1 var(--_font);
    letter-spacing: -0.02em;
  }
  h1 {
    font: 650 var(--_size-xl) / 1.25 var(--_font);
    letter-spacing: -0.01em;
  }
  .button {
    min-height: 42px;
    margin-top: var(--_space-2);
  }
  @media (max-width: 480px) {
    form {
      padding: var(--_space-5);
    }
  }
  .or {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    align-items: center;
    gap: var(--_space-3);
    color: var(--_ink-2);
    font-size: var(--_size-s);
  }
  .or::before,
  .or::after {
    height: 1px;
    background: var(--_line);
    content: '';
  }
  .or + .button {
    margin-top: 0;
  }
  details {
    font-size: 13px;
  }
  summary {
    border-radius: var(--_radius);
    color: var(--_ink-2);
    cursor: pointer;
  }
  details p {
    margin-top: var(--_space-2);
  }
`;
