import { screens } from '../../screens.js';

/** Where somebody is in the FAQ: what they search for, and the article that they read. */
export interface FaqPlace {
  readonly articleId: string | null;
  readonly q: string;
}

const { path } = screens.faq;

/** The place that an address names. */
export function placeAt({ pathname, searchParams }: URL): FaqPlace {
  const id = pathname.startsWith(`${path}/`) ? decoded(pathname.slice(path.length + 1)) : '';
  return { articleId: id === '' ? null : id, q: searchParams.get('q') ?? '' };
}

/**
 * The address of a place. That of an article has its id and nothing of a search, so that it can be passed on, and an id never
 * changes.
 * @param lang the language that the visitor has asked for, `null` for none
 */
export function addressOf({ articleId, q }: FaqPlace, lang: string | null): string {
  const params = new URLSearchParams();
  if (articleId === null && q !== '') params.set('q', q);
  if (lang !== null) params.set('lang', lang);
  const query = params.size === 0 ? '' : `?${params}`;
  return articleId === null ? `${path}${query}` : `${path}/${encodeURIComponent(articleId)}${query}`;
}

/** An address that is not valid percent-encoding names no article. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
