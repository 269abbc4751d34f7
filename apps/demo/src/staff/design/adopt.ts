import { controls, tokens } from '@teo-support/widget/design';
import { css } from 'lit';

const page = css`
  body {
    min-height: 100dvh;
    background: var(--_page);
    color: var(--_ink);
    font: 400 var(--_size) / var(--_leading) var(--_font);
    -webkit-font-smoothing: antialiased;
  }
`;

/** Gives a document the shared tokens; they reach every shadow root by inheritance. */
export function adoptDesign(target: Document): void {
  const sheets = [tokens, page].flatMap(({ styleSheet }) => styleSheet ?? []);
  target.adoptedStyleSheets = [
    ...target.adoptedStyleSheets,
    ...sheets.filter((sheet) => !target.adoptedStyleSheets.includes(sheet)),
  ];
}

export { controls };
