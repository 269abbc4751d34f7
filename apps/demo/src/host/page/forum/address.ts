import { type ForumPlace, filterIn, type ListFilter, paramsOf } from '@teo-support/widget/improvements';
import { screens } from '../../screens.js';
import { addressOf as faqAddressOf } from '../faq/address.js';

/** Where somebody is on the page of the forum. */
export type PagePlace =
  | { readonly view: 'list'; readonly filter: ListFilter }
  | { readonly view: 'request'; readonly id: string }
  | { readonly view: 'writing' };

const { path } = screens.forum;
/** No request has such an id. */
const writing = 'nouvelle';

/** The place that an address names. */
export function placeAt({ pathname, searchParams }: URL): PagePlace {
  const id = pathname.startsWith(`${path}/`) ? decoded(pathname.slice(path.length + 1)) : '';
  if (id === writing) return { view: 'writing' };
  return id === '' ? { view: 'list', filter: filterIn(searchParams) } : { view: 'request', id };
}

/**
 * The address of a place of the forum, or of where its links lead.
 * @param lang the language that the visitor has asked for, `null` for none
 */
export function addressOf(place: ForumPlace, lang: string | null): string {
  switch (place.view) {
    case 'list':
      return withLang(path, paramsOf(place.filter), lang);
    case 'request':
      return withLang(`${path}/${encodeURIComponent(place.id)}`, new URLSearchParams(), lang);
    case 'writing':
    case 'ticket':
      return withLang(`${path}/${writing}`, new URLSearchParams(), lang);
    case 'roadmap':
      return withLang(screens.roadmap.path, new URLSearchParams(), lang);
    case 'article':
      return faqAddressOf({ articleId: place.id, q: '' }, lang);
  }
}

function withLang(address: string, params: URLSearchParams, lang: string | null): string {
  if (lang !== null) params.set('lang', lang);
  return params.size === 0 ? address : `${address}?${params}`;
}

/** An address that is not valid percent-encoding names no request. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
