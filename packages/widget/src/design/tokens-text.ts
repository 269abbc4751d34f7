/**
 * The one place for colour, type, space, radius and motion of the widget, the téo page and the staff view.
 * It applies to a shadow root's host and to a document alike. A host page themes it by setting `--teo-*` on an
 * ancestor; light or dark follows `color-scheme`. Sizes are in px, as rem would follow the host page's root size.
 * Plain text, as the launcher that uses it must not bring Lit along.
 */
export const tokensText = `
  :host,
  :root {
    --_accent-soft: light-dark(#e4f1ef, #16312f);
    --_page: light-dark(#f6f5f1, #121618);
    --_surface-2: light-dark(#f3f1ec, #22282c);
    --_surface-3: light-dark(#e9e6df, #2c3439);
    --_ink-2: light-dark(#525c62, #aab4b9);
    --_line: light-dark(#e3e0d8, #323b40);
    --_line-strong: light-dark(#848a8c, #7d8a91);
    --_danger: light-dark(#ad2418, #ff9a8d);
    --_danger-soft: light-dark(#fcebe8, #3a1f1c);
    --_warning: light-dark(#854f00, #f2bd66);
    --_warning-soft: light-dark(#fdf1db, #372a14);
    --_success: light-dark(#1c6b3c, #83d3a0);
    --_success-soft: light-dark(#e5f3e9, #17301f);
    --_info: light-dark(#2857a8, #9dc0ff);
    --_info-soft: light-dark(#e8effb, #1b2a44);
    /* Internal notes have a ground of their own, so that nobody mistakes one for an answer. */
    --_note: light-dark(#6b5200, #f0d48a);
    --_note-soft: light-dark(#fff6d8, #332c14);
    --_note-line: light-dark(#d8b84c, #8a7330);
    --_mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace;
    --_size-s: 12.5px;
    --_size: 14px;
    --_size-write: 15px;
    --_size-l: 17px;
    --_size-xl: 22px;
    --_leading: 1.5;
    --_space-1: 4px;
    --_space-2: 8px;
    --_space-3: 12px;
    --_space-4: 16px;
    --_space-5: 24px;
    --_space-6: 32px;
    --_radius: var(--teo-radius, 8px);
    --_radius-s: calc(var(--_radius) * 0.75);
    --_radius-l: calc(var(--_radius) * 1.75);
    --_shadow: 0 1px 2px light-dark(rgb(20 30 35 / 8%), rgb(0 0 0 / 40%));
    --_fast: 120ms;
    --_slow: 220ms;
    --_ease: cubic-bezier(0.2, 0.8, 0.2, 1);
  }
  @media (prefers-reduced-motion: reduce) {
    :host,
    :root {
      --_fast: 0ms;
      --_slow: 0ms;
    }
  }
`;
