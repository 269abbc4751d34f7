/** A place in the staff view. */
export type Route =
  | { readonly name: 'queue'; readonly search: string }
  | { readonly name: 'ticket'; readonly ticketId: string };

const ticketPath = /^\/staff\/tickets\/([^/]+)\/?$/;

/** Where an address leads; what is not known leads to the queue. */
export function routeOf(url: Pick<URL, 'pathname' | 'search'>): Route {
  const ticketId = ticketPath.exec(url.pathname)?.[1];
  return ticketId === undefined
    ? { name: 'queue', search: url.search }
    : { name: 'ticket', ticketId: decodeURIComponent(ticketId) };
}

export function addressOf(route: Route): string {
  return route.name === 'queue'
    ? `/staff${route.search}`
    : `/staff/tickets/${encodeURIComponent(route.ticketId)}`;
}
