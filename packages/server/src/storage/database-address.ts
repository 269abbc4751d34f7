import { fileURLToPath } from 'node:url';

/** Where a database is, and what opens it. */
export interface DatabaseAddress {
  /** `file:` for a file of this machine; `http:`, `https:` or `libsql:` for a libSQL server. */
  readonly url: string;
  /** What a libSQL server lets in by. */
  readonly token?: string | undefined;
}

/** Whether the database is a file that this process can have to itself. */
export function isFile({ url }: DatabaseAddress): boolean {
  return url.startsWith('file:');
}

/** What an operator is told of where it is: never what opens it. */
export function placeOf({ url }: DatabaseAddress): string {
  if (url.startsWith('file:')) return fileURLToPath(new URL(url));
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
}
