import { css } from 'lit';

/** téo's own look. The widget's tokens are used, so that the demo has one hand; nothing of it depends on the widget. */
export const pageStyles = css`
  body {
    background: var(--_page);
    color: var(--_ink);
    font: 400 var(--_size) / 1.5 var(--_font);
    -webkit-font-smoothing: antialiased;
  }
  :is(h1, h2, p, ul) {
    margin: 0;
    padding: 0;
  }
  .muted,
  small {
    color: var(--_ink-2);
  }
  small {
    display: block;
    font-size: var(--_size-s);
    font-weight: 400;
  }
  .topbar {
    position: sticky;
    top: 0;
    z-index: 2;
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    height: 56px;
    padding: 0 var(--_space-5);
    background: #10393b;
    color: #fff;
  }
  .logo {
    font: 750 21px / 1 var(--_font);
    letter-spacing: -0.03em;
  }
  .organization {
    padding-left: var(--_space-3);
    border-left: 1px solid #ffffff40;
    color: #d7e5e4;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .spring {
    flex: 1;
  }
  .initials {
    display: grid;
    flex: none;
    place-items: center;
    width: 32px;
    height: 32px;
    border-radius: 50%;
    background: var(--_surface-3);
    color: var(--_ink-2);
    font: 600 12px / 1 var(--_font);
  }
  .account {
    position: relative;
  }
  .account summary {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    padding: 4px 6px;
    border-radius: var(--_radius);
    list-style: none;
    cursor: pointer;
  }
  .account summary:hover {
    background: #ffffff1a;
  }
  .account .initials {
    background: #d7e5e4;
    color: #10393b;
  }
  .menu {
    position: absolute;
    top: calc(100% + 8px);
    right: 0;
    display: grid;
    gap: var(--_space-2);
    width: 320px;
    max-width: calc(100vw - 32px);
    padding: var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow-l);
  }
  .menu label {
    font-weight: 600;
  }
  .frame {
    display: grid;
    grid-template-columns: 208px minmax(0, 1fr);
    min-height: calc(100dvh - 56px);
  }
  .modules {
    padding: var(--_space-4) var(--_space-3);
    border-right: 1px solid var(--_line);
    background: var(--_surface);
  }
  .modules ul {
    position: sticky;
    top: 72px;
    display: grid;
    gap: 2px;
    list-style: none;
  }
  .module {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 8px 10px;
    border-radius: var(--_radius);
    color: var(--_ink-2);
    font-weight: 500;
    text-decoration: none;
    white-space: nowrap;
  }
  a.module {
    color: var(--_ink);
  }
  a.module:hover {
    background: var(--_surface-2);
    color: var(--_ink);
  }
  .module[aria-current='page'] {
    background: var(--_accent-soft);
    color: var(--_accent);
    font-weight: 600;
  }
  .modules svg {
    flex: none;
    width: 19px;
    height: 19px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  main {
    width: 100%;
    max-width: 1120px;
    padding: var(--_space-5) var(--_space-6) 120px;
  }
  .path {
    display: flex;
    flex-wrap: wrap;
    color: var(--_ink-2);
    font-size: var(--_size-s);
  }
  .path span + span::before {
    content: '/';
    margin: 0 8px;
    color: var(--_line-strong);
  }
  .page-head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--_space-3);
    margin-top: var(--_space-2);
  }
  h1 {
    font: 680 25px / 1.25 var(--_font);
    letter-spacing: -0.018em;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--_space-5);
    color: var(--_ink-2);
  }
  .notice {
    margin-bottom: var(--_space-4);
  }
  .card {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .page-head {
    margin-bottom: var(--_space-4);
  }
  .facts {
    margin: 0 0 var(--_space-4);
  }
  .failure code {
    font: 600 13px / 1.5 var(--_mono);
  }
  @media (max-width: 860px) {
    .topbar {
      padding-inline: var(--_space-4);
    }
    .frame {
      grid-template: auto 1fr / minmax(0, 1fr);
    }
    .modules {
      padding: 6px var(--_space-3);
      overflow-x: auto;
      border-right: 0;
      border-bottom: 1px solid var(--_line);
    }
    .modules ul {
      position: static;
      display: flex;
    }
    main {
      padding: var(--_space-4) var(--_space-4) 120px;
    }
    .who {
      display: none;
    }
    h1 {
      font-size: 22px;
    }
  }
  @media (max-width: 560px) {
    .organization {
      display: none;
    }
  }
`;
