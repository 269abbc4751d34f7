import { type Block, type Inline, type LinkTarget, parseBody } from '@teo-support/core';
import { css, html, type TemplateResult } from 'lit';
import { piecesWithMarks } from './marked-text.js';

/** A body as téomasters will read it, from its blocks: text stays text. Marks that are still to be settled stand out. */
export function renderedBody(markdown: string): TemplateResult {
  return html`<div class="body">${parseBody(markdown).map(block)}</div>`;
}

function block(given: Block): TemplateResult {
  switch (given.kind) {
    case 'paragraph':
      return html`<p>${given.children.map(inline)}</p>`;
    case 'heading':
      return given.level === 2
        ? html`<h3>${given.children.map(inline)}</h3>`
        : html`<h4>${given.children.map(inline)}</h4>`;
    case 'list': {
      const items = given.items.map((item) => html`<li>${item.map(inline)}</li>`);
      return given.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
  }
}

function inline(given: Inline): unknown {
  switch (given.kind) {
    case 'text':
      return piecesWithMarks(given.text);
    case 'code':
      return html`<code>${piecesWithMarks(given.text)}</code>`;
    case 'strong':
      return html`<strong>${given.children.map(inline)}</strong>`;
    case 'emphasis':
      return html`<em>${given.children.map(inline)}</em>`;
    case 'link':
      return html`<a href=${addressOf(given.to)} target=${given.to.kind === 'page' ? '_blank' : '_self'} rel="noreferrer">${given.children.map(inline)}</a>`;
  }
}

/** Articles lead to the team's own page of them. */
function addressOf(to: LinkTarget): string {
  return to.kind === 'article' ? `/staff/faq/${encodeURIComponent(to.id)}` : to.address;
}

export const renderedBodyStyles = css`
  .body {
    display: grid;
    gap: var(--_space-3);
    font: 400 var(--_size-write) / 1.6 var(--_font);
    overflow-wrap: anywhere;
  }
  .body :is(h3, h4) {
    margin-top: var(--_space-2);
    font: 650 var(--_size-write) / 1.35 var(--_font);
  }
  .body h4 {
    font-size: var(--_size);
  }
  .body :is(ul, ol) {
    display: grid;
    gap: 4px;
    padding-left: 22px;
    list-style: disc;
  }
  .body ol {
    list-style: decimal;
  }
  .body code {
    padding: 1px 5px;
    border-radius: 5px;
    background: var(--_surface-2);
    font: 500 0.9em / 1.5 var(--_mono);
  }
  .mask {
    padding: 1px 6px;
    border-radius: 5px;
    background: var(--_warning-soft);
    color: var(--_warning);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .mask {
      outline: 1px solid;
    }
  }
`;
