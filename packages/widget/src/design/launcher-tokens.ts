/**
 * The few tokens that the launcher needs before anything else is loaded. They stand here and nowhere else: the
 * others, in `tokens-text.ts`, build on them. Plain text, as the launcher must not bring Lit along.
 */
export const launcherTokens = `
  :host,
  :root {
    color-scheme: light dark;
    --_accent: var(--teo-accent, light-dark(#0c6a6a, #63c7c0));
    --_on-accent: var(--teo-on-accent, light-dark(#ffffff, #04211f));
    --_accent-strong: color-mix(in oklab, var(--_accent), var(--_ink) 18%);
    --_surface: var(--teo-surface, light-dark(#ffffff, #1a1f22));
    --_ink: var(--teo-ink, light-dark(#1b2225, #e9ecec));
    --_font: var(--teo-font, 'Inter', system-ui, sans-serif);
    --_shadow-l: 0 2px 6px light-dark(#141e2314, #0006),
      0 18px 48px light-dark(#141e232e, #0009);
    --_focus: 0 0 0 2px var(--_surface), 0 0 0 4px var(--_accent);
  }
  :host([color-scheme=light]) {
    color-scheme: light;
  }
  :host([color-scheme=dark]) {
    color-scheme: dark;
  }
`;
