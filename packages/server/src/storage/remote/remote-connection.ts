import type { HttpStream } from '@libsql/hrana-client';
import type { Connection, QueryMethod, QueryResult } from '../connection.js';
import type { RemoteClient } from './remote-client.js';
import { faultOf } from './remote-fault.js';
import { answered, statementOf } from './remote-statement.js';

/** One stream of a libSQL server, which is a connection of its own there: what its statements begin, they end. */
export class RemoteConnection implements Connection {
  readonly #stream: HttpStream;

  constructor(client: RemoteClient) {
    this.#stream = client.openStream();
  }

  async query(sql: string, params: readonly unknown[], method: QueryMethod): Promise<QueryResult> {
    return answered(await told(this.#stream.query(statementOf(sql, params))), method);
  }

  async execute(script: string): Promise<void> {
    await told(this.#stream.sequence(script));
  }

  async close(): Promise<void> {
    this.#stream.close();
  }
}

/** Each query on a stream that is opened and closed with it, in one request: nothing is held, and nothing expires. */
export class RemoteReading implements Connection {
  readonly #client: RemoteClient;

  constructor(client: RemoteClient) {
    this.#client = client;
  }

  async query(sql: string, params: readonly unknown[], method: QueryMethod): Promise<QueryResult> {
    const stream = this.#client.openStream();
    const asked = stream.query(statementOf(sql, params));
    stream.closeGracefully();
    return answered(await told(asked), method);
  }

  async execute(): Promise<void> {
    throw new Error('A connection for reading runs no scripts.');
  }

  async close(): Promise<void> {}
}

async function told<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw faultOf(error);
  }
}
