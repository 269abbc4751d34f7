/** The style sheet of the reference and problem pages. */
export const referenceStyle = `
:root { color-scheme: light dark; --ink: light-dark(#1b2225, #e9ecec); --soft: light-dark(#525c62, #aab4b9);
  --line: light-dark(#e3e0d8, #323b40); --ground: light-dark(#f6f5f1, #121618); --card: light-dark(#fff, #1a1f22);
  --accent: light-dark(#0c6a6a, #63c7c0); }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 32px 20px 96px; max-width: 900px; background: var(--ground); color: var(--ink);
  font: 15px/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
h1 { font-size: 28px; letter-spacing: -0.01em; } h2 { margin: 40px 0 12px; font-size: 19px; text-transform: capitalize; }
h3 { margin: 0 0 4px; font-size: 15px; overflow-wrap: anywhere; }
a { color: var(--accent); } code, pre { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 0.92em; }
nav ul { display: flex; flex-wrap: wrap; gap: 16px; padding: 0; list-style: none; }
article { margin: 0 0 14px; padding: 16px 20px; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
article p { margin: 0 0 10px; }
.method { display: inline-block; min-width: 56px; color: var(--accent); font-weight: 700; }
dl { display: grid; gap: 4px; margin: 0; } dl div { display: flex; gap: 12px; } dt { flex: 0 0 84px; color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
details { margin-top: 10px; } summary { cursor: pointer; color: var(--soft); }
pre { overflow: auto; max-height: 420px; padding: 12px; border-radius: 8px; background: var(--ground); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;
