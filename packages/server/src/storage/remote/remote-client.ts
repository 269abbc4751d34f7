import { type HttpClient, type HttpStream, openHttp } from '@libsql/hrana-client';
import type { DatabaseAddress } from '../database-address.js';

/** The client library sets no limit. A server that waits for another's transaction to end answers within five seconds. */
const usualRequestLimitMs = 12_000;

/** What notices that a transaction is over, `isAutocommit`, came with this version of the protocol. */
const protocolVersion = 3;

/** The way to a libSQL server (Hrana over HTTP). No request waits for ever. */
export class RemoteClient {
  readonly #address: DatabaseAddress;
  readonly #requestLimitMs: number;
  #client: HttpClient | null = null;
  #closed = false;

  constructor(address: DatabaseAddress, requestLimitMs = usualRequestLimitMs) {
    this.#address = address;
    this.#requestLimitMs = requestLimitMs;
  }

  openStream(): HttpStream {
    return this.#open().openStream();
  }

  /** The same, once it is known that the server speaks what is needed. */
  async openChecked(): Promise<HttpStream> {
    const client = this.#open();
    const version = await client.getVersion();
    if (version >= protocolVersion) return client.openStream();
    // Also what a gateway says that stands before a server that is away: the next request asks anew.
    client.close();
    throw new Error(
      `The libSQL server speaks version ${version} of its protocol; ${protocolVersion} is needed.`,
    );
  }

  close(): void {
    this.#closed = true;
    this.#client?.close();
  }

  /** A client that could not ask for the version once never works again: then it is another one. */
  #open(): HttpClient {
    if (this.#closed) throw new Error('The database is closed.');
    if (this.#client === null || this.#client.closed) {
      const { url, token } = this.#address;
      const limited = (request: Request) =>
        fetch(request, { signal: AbortSignal.timeout(this.#requestLimitMs) });
      this.#client = openHttp(url.replace(/^libsql:/, 'https:'), token, limited, undefined, protocolVersion);
    }
    return this.#client;
  }
}
