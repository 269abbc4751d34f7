import type { TemplateResult } from 'lit';
import { sectionPages } from '../design/section-pages.js';
import type { Words } from '../locales/index.js';

type ForumPage = 'requests' | 'reviews' | 'roadmap';

const addresses: Readonly<Record<ForumPage, string>> = {
  requests: '/staff/improvements',
  reviews: '/staff/improvement-reviews',
  roadmap: '/staff/roadmap',
};
const inOrder: readonly ForumPage[] = ['requests', 'reviews', 'roadmap'];

/** The pages of the forum, with the one that is shown marked. */
export function forumPages({ forum }: Words, here: ForumPage): TemplateResult {
  return sectionPages(
    forum.pages.label,
    inOrder.map((page) => ({ address: addresses[page], name: forum.pages[page], here: page === here })),
  );
}
