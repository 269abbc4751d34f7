import { type HttpClient, openHttp } from '@libsql/hrana-client';
import type { DatabaseAddress } from '../database-address.js';

/** The client library sets no limit. A server that waits for another's transaction to end answers within five seconds. */
const requestLimitMs = 12_000;

/** A client for a libSQL server (Hrana over HTTP). No request waits for ever. */
export function clientOf(address: DatabaseAddress): HttpClient {
  const url = address.url.replace(/^libsql:/, 'https:');
  return openHttp(url, address.token, (request: Request) =>
    fetch(request, { signal: AbortSignal.timeout(requestLimitMs) }),
  );
}
