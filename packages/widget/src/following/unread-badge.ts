import { html, nothing, type TemplateResult } from 'lit';
import type { FullSession } from '../panel/full-session.js';

/** How many tickets the person has not read, beside the name of their tab; nothing for none. */
export function unreadBadge({ following }: FullSession, count: number): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  return html` <span class="badge info" aria-hidden="true">${count}</span
    ><span class="visually-hidden"> ${following.list.unreadCount(count)}</span>`;
}
