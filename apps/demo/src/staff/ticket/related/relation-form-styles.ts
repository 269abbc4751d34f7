import { css } from 'lit';

export const relationFormStyles = css`
  .choice {
    padding: 8px var(--_space-3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .choice:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .choice.refused {
    color: var(--_ink-2);
    cursor: not-allowed;
  }
  .choice .hint {
    display: block;
    font-weight: 400;
  }
  .found {
    display: grid;
    gap: 2px;
  }
  .candidate {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: baseline;
    gap: 1px var(--_space-3);
    width: 100%;
    padding: 8px var(--_space-3);
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_ink);
    font: 400 13.5px / 1.4 var(--_font);
    text-align: left;
    cursor: pointer;
  }
  .candidate:hover {
    background: var(--_surface-2);
  }
  .candidate .subject {
    font-weight: 550;
    overflow-wrap: anywhere;
  }
  .candidate .from {
    grid-column: 2;
  }
  .candidate .marks {
    grid-row: 1;
    grid-column: 3;
  }
  .from {
    font-size: var(--_size-s);
  }
  .reference {
    color: var(--_ink-2);
    font: 500 12.5px / 1.4 var(--_mono);
  }
  .preview {
    display: grid;
    justify-items: start;
    gap: 6px;
    padding: var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-2);
  }
  .preview h3 {
    font: 650 15px / 1.35 var(--_font);
    overflow-wrap: anywhere;
  }
  .preview .marks {
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--_space-3);
    font-size: 13.5px;
  }
  .preview .excerpt {
    display: -webkit-box;
    overflow: hidden;
    margin-bottom: 4px;
    font-size: 13.5px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 6;
  }
  @media (max-width: 600px) {
    .candidate {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .candidate .subject,
    .candidate .from {
      grid-column: 1 / -1;
    }
    .candidate .marks {
      grid-column: 2;
    }
  }
`;
