import type { Block, Inline } from '@teo-support/core';
import { html, type TemplateResult } from 'lit';
import { articleLink } from './article-link.js';
import type { FaqSession } from './faq-session.js';
import './picture.js';

/** What the blocks of an article are drawn with. */
export interface BlockContext {
  readonly session: FaqSession;
  /** The level of the article's own title: its headings stand below. */
  readonly titleLevel: number;
  choose(articleId: string): void;
}

/** The body of an article. Text stays text: nothing in it becomes markup. */
export function renderBlocks(blocks: readonly Block[], context: BlockContext): TemplateResult[] {
  const inlines = (children: readonly Inline[]) => renderInlines(children, context);
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return html`<p>${inlines(block.children)}</p>`;
    if (block.kind === 'heading')
      return html`<div class="heading level-${block.level}" role="heading" aria-level=${context.titleLevel + block.level - 1}>${inlines(block.children)}</div>`;
    if (block.kind === 'image')
      return html`<teo-support-faq-picture .session=${context.session} .file=${block.file} .alt=${block.alt}></teo-support-faq-picture>`;
    const items = block.items.map((item) => html`<li>${inlines(item)}</li>`);
    return block.ordered ? html`<ol start=${block.start ?? 1}>${items}</ol>` : html`<ul>${items}</ul>`;
  });
}

function renderInlines(children: readonly Inline[], context: BlockContext): unknown[] {
  return children.map((child) => renderInline(child, context));
}

function renderInline(inline: Inline, context: BlockContext): unknown {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return html`<code>${inline.text}</code>`;
    case 'strong':
      return html`<strong>${renderInlines(inline.children, context)}</strong>`;
    case 'emphasis':
      return html`<em>${renderInlines(inline.children, context)}</em>`;
    case 'link':
      return renderLink(inline, context);
  }
}

function renderLink({ to, children }: Extract<Inline, { kind: 'link' }>, context: BlockContext): unknown {
  const { session, choose } = context;
  const content = renderInlines(children, context);
  if (to.kind === 'article') return articleLink(session, to.id, content, choose);
  // The server lets nothing else through, and nothing else is ever followed from here.
  if (!to.address.startsWith('https://')) return content;
  return html`<a class="link" href=${to.address} target="_blank" rel="noopener noreferrer">${content}<span class="visually-hidden">${session.faq.newWindow}</span></a>`;
}
