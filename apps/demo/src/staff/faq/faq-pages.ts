import type { TemplateResult } from 'lit';
import { sectionPages } from '../design/section-pages.js';
import type { Words } from '../locales/index.js';

type FaqPage = 'articles' | 'gaps' | 'synonyms';

const addresses: Readonly<Record<FaqPage, string>> = {
  articles: '/staff/faq',
  gaps: '/staff/faq-gaps',
  synonyms: '/staff/faq-synonyms',
};
const inOrder: readonly FaqPage[] = ['articles', 'gaps', 'synonyms'];

/** The pages of the FAQ, with the one that is shown marked. */
export function faqPages({ faq }: Words, here: FaqPage): TemplateResult {
  return sectionPages(
    faq.pages.label,
    inOrder.map((page) => ({ address: addresses[page], name: faq.pages[page], here: page === here })),
  );
}
