import { html, type TemplateResult } from 'lit';
import '../api-keys/api-keys-page.js';
import { emptyState } from '../design/empty-state.js';
import type { Desk } from '../desk/desk.js';
import '../faq/article/article-page.js';
import '../faq/editor/faq-editor.js';
import '../faq/gaps/gaps-page.js';
import '../faq/list/article-list.js';
import '../faq/synonyms/synonyms-page.js';
import '../improvements/list/improvement-list.js';
import '../improvements/request/improvement-page.js';
import '../improvements/review/review-list-page.js';
import '../improvements/review/review-page.js';
import '../improvements/roadmap/roadmap-page.js';
import { adminPlaces, type Route } from '../navigation/route.js';
import type { Router } from '../navigation/router.js';
import '../organizations/organization-list.js';
import '../organizations/organization-page.js';
import '../organizations/trials-page.js';
import type { QueueMemory } from '../queue/queue-memory.js';
import '../queue/staff-queue.js';
import '../team/team-page.js';
import '../ticket/staff-ticket.js';

/** The page of a place, for whoever is signed in. */
export function screen(route: Route, desk: Desk, router: Router, memory: QueueMemory): TemplateResult {
  const { moved } = router;
  if (adminPlaces.includes(route.name) && desk.member.role !== 'admin') {
    const { title, text } = desk.words.adminOnly;
    const { navigation } = desk.words;
    const page = route.name === 'team' ? navigation.team : navigation.apiKeys;
    return html`<h1 class="visually-hidden">${page}</h1>${emptyState('lock', title, text)}`;
  }
  switch (route.name) {
    case 'ticket':
      return html`<staff-ticket .desk=${desk} .ticketId=${route.ticketId} .moved=${moved} .backTo=${memory.search}></staff-ticket>`;
    case 'organizations':
      return html`<organization-list .desk=${desk} .search=${route.search} .moved=${moved}
        .onSearch=${(search: string) => router.replace({ name: 'organizations', search })}></organization-list>`;
    case 'organization':
      return html`<organization-page .desk=${desk} .organizationId=${route.organizationId} .moved=${moved}></organization-page>`;
    case 'trials':
      return html`<trials-page .desk=${desk} .moved=${moved}></trials-page>`;
    case 'faq':
      return html`<faq-article-list .desk=${desk} .search=${route.search} .moved=${moved}
        .onSearch=${(search: string) => router.replace({ name: 'faq', search })}></faq-article-list>`;
    case 'faq-article':
      return html`<faq-article-page .desk=${desk} .articleId=${route.articleId} .moved=${moved}></faq-article-page>`;
    case 'faq-editor':
      return html`<faq-editor .desk=${desk} .articleId=${route.articleId} .gap=${new URLSearchParams(route.search).get('gap')} .moved=${moved}
        .onSaved=${(articleId: string) => router.replace({ name: 'faq-article', articleId })}></faq-editor>`;
    case 'faq-gaps':
      return html`<faq-gaps-page .desk=${desk} .search=${route.search} .moved=${moved}
        .onSearch=${(search: string) => router.replace({ name: 'faq-gaps', search })}></faq-gaps-page>`;
    case 'faq-synonyms':
      return html`<faq-synonyms-page .desk=${desk} .moved=${moved}></faq-synonyms-page>`;
    case 'improvements':
      return html`<improvement-list .desk=${desk} .search=${route.search} .moved=${moved}
        .onSearch=${(search: string) => router.replace({ name: 'improvements', search })}></improvement-list>`;
    case 'improvement':
      return html`<improvement-page .desk=${desk} .improvementId=${route.improvementId} .moved=${moved}></improvement-page>`;
    case 'improvement-reviews':
      return html`<review-list-page .desk=${desk} .moved=${moved}></review-list-page>`;
    case 'improvement-review':
      return html`<review-page .desk=${desk} .month=${route.month} .search=${route.search} .moved=${moved}
        .onSearch=${(search: string) => router.replace({ ...route, search })}></review-page>`;
    case 'roadmap':
      return html`<roadmap-page .desk=${desk} .search=${route.search} .moved=${moved}
        .onSearch=${(search: string) => router.replace({ name: 'roadmap', search })}></roadmap-page>`;
    case 'api-keys':
      return html`<api-keys-page .desk=${desk} .moved=${moved}></api-keys-page>`;
    case 'team':
      return html`<team-page .desk=${desk} .moved=${moved}></team-page>`;
    case 'queue':
    case 'new-password':
      return html`<staff-queue .desk=${desk} .search=${route.name === 'queue' ? route.search : ''} .moved=${moved} .memory=${memory}
        .onSearch=${(search: string) => router.replace({ name: 'queue', search })}></staff-queue>`;
  }
}
