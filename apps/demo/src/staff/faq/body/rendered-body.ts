import { type Block, type Inline, type LinkTarget, parseBody } from '@teo-support/core';
import { css, html, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import type { Words } from '../../locales/index.js';
import './faq-picture.js';
import { piecesWithMarks } from './marked-text.js';

/** A body as téomasters will read it, from its blocks: text stays text. Marks that are still to be settled stand out. */
export function renderedBody(markdown: string, desk: Desk): TemplateResult {
  return html`<div class="body">${parseBody(markdown).map((given) => block(given, desk))}</div>`;
}

function block(given: Block, desk: Desk): TemplateResult {
  const { words } = desk;
  const inlines = (children: readonly Inline[]) => children.map((child) => inline(child, words));
  switch (given.kind) {
    case 'paragraph':
      return html`<p>${inlines(given.children)}</p>`;
    case 'heading':
      return given.level === 2
        ? html`<h3>${inlines(given.children)}</h3>`
        : html`<h4>${inlines(given.children)}</h4>`;
    case 'list': {
      const items = given.items.map((item) => html`<li>${inlines(item)}</li>`);
      return given.ordered ? html`<ol start=${given.start ?? 1}>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'image':
      return html`<faq-picture .desk=${desk} .file=${given.file} .alt=${given.alt}></faq-picture>`;
  }
}

function inline(given: Inline, words: Words): unknown {
  const inlines = (children: readonly Inline[]) => children.map((child) => inline(child, words));
  switch (given.kind) {
    case 'text':
      return piecesWithMarks(given.text, words);
    case 'code':
      return html`<code>${piecesWithMarks(given.text, words)}</code>`;
    case 'strong':
      return html`<strong>${inlines(given.children)}</strong>`;
    case 'emphasis':
      return html`<em>${inlines(given.children)}</em>`;
    case 'link':
      return html`<a href=${addressOf(given.to)} target=${given.to.kind === 'page' ? '_blank' : '_self'} rel="noreferrer">${inlines(given.children)}</a>`;
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
    margin: var(--_space-2) 0 0;
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
