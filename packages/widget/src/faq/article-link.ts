import { html, type TemplateResult } from 'lit';
import type { FaqSession } from './faq-session.js';

/**
 * Leads to an article, and stays where it is: by its address where it has one, so that it can be opened in another window
 * or kept, and else in place only.
 */
export function articleLink(
  { hrefOf }: FaqSession,
  articleId: string,
  content: unknown,
  choose: (articleId: string) => void,
): TemplateResult {
  if (hrefOf === null)
    return html`<button class="link" type="button" data-article=${articleId} @click=${() => choose(articleId)}>${content}</button>`;
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(articleId);
  };
  return html`<a class="link" href=${hrefOf(articleId)} data-article=${articleId} @click=${onClick}>${content}</a>`;
}
