/** A place in the staff view. */
export type Route =
  | { readonly name: 'queue'; readonly search: string }
  | { readonly name: 'ticket'; readonly ticketId: string }
  | { readonly name: 'organizations'; readonly search: string }
  | { readonly name: 'organization'; readonly organizationId: string }
  | { readonly name: 'trials' }
  | { readonly name: 'faq'; readonly search: string }
  | { readonly name: 'faq-article'; readonly articleId: string }
  /** Where an article is written; null for a new one, perhaps for a gap that the search names. */
  | { readonly name: 'faq-editor'; readonly articleId: string | null; readonly search: string }
  | { readonly name: 'faq-gaps'; readonly search: string }
  | { readonly name: 'faq-synonyms' }
  | { readonly name: 'improvements'; readonly search: string }
  | { readonly name: 'improvement'; readonly improvementId: string }
  | { readonly name: 'improvement-reviews' }
  /** The review of a month: `2026-11`. */
  | { readonly name: 'improvement-review'; readonly month: string; readonly search: string }
  | { readonly name: 'roadmap'; readonly search: string }
  | { readonly name: 'api-keys' }
  | { readonly name: 'team' }
  /** Where a one-time link leads: its token stands after `#`. */
  | { readonly name: 'new-password' };

/** The places that only administrators have; the server refuses others there. */
export const adminPlaces: readonly Route['name'][] = ['api-keys', 'team'];

/** Where an address leads; what is not known leads to the queue. */
export function routeOf(url: Pick<URL, 'pathname' | 'search'>): Route {
  const [, first, second] = /^\/staff\/([^/]+)(?:\/([^/]+))?\/?$/.exec(url.pathname) ?? [];
  switch (first) {
    case 'tickets':
      if (second !== undefined) return { name: 'ticket', ticketId: decodeURIComponent(second) };
      break;
    case 'organizations':
      return second === undefined
        ? { name: 'organizations', search: url.search }
        : { name: 'organization', organizationId: decodeURIComponent(second) };
    case 'faq':
      return second === undefined
        ? { name: 'faq', search: url.search }
        : { name: 'faq-article', articleId: decodeURIComponent(second) };
    case 'faq-editor':
      return {
        name: first,
        articleId: second === undefined ? null : decodeURIComponent(second),
        search: url.search,
      };
    case 'improvements':
      return second === undefined
        ? { name: 'improvements', search: url.search }
        : { name: 'improvement', improvementId: decodeURIComponent(second) };
    case 'improvement-reviews':
      return second === undefined
        ? { name: 'improvement-reviews' }
        : { name: 'improvement-review', month: decodeURIComponent(second), search: url.search };
    case 'roadmap':
    case 'faq-gaps':
      if (second === undefined) return { name: first, search: url.search };
      break;
    case 'trials':
    case 'faq-synonyms':
    case 'api-keys':
    case 'team':
    case 'new-password':
      if (second === undefined) return { name: first };
  }
  return { name: 'queue', search: url.search };
}

export function addressOf(route: Route): string {
  switch (route.name) {
    case 'queue':
      return `/staff${route.search}`;
    case 'ticket':
      return `/staff/tickets/${encodeURIComponent(route.ticketId)}`;
    case 'organizations':
      return `/staff/organizations${route.search}`;
    case 'organization':
      return `/staff/organizations/${encodeURIComponent(route.organizationId)}`;
    case 'faq-article':
      return `/staff/faq/${encodeURIComponent(route.articleId)}`;
    case 'faq-editor': {
      const { articleId, search } = route;
      return `/staff/faq-editor${articleId === null ? '' : `/${encodeURIComponent(articleId)}`}${search}`;
    }
    case 'improvement':
      return `/staff/improvements/${encodeURIComponent(route.improvementId)}`;
    case 'improvement-review':
      return `/staff/improvement-reviews/${encodeURIComponent(route.month)}${route.search}`;
    case 'improvements':
    case 'roadmap':
    case 'faq':
    case 'faq-gaps':
      return `/staff/${route.name}${route.search}`;
    default:
      return `/staff/${route.name}`;
  }
}

/** The same place whatever it is narrowed down to. */
export function placeOf(route: Route): string {
  return addressOf('search' in route ? { ...route, search: '' } : route);
}
