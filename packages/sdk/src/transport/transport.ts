import type { Problem, VersionConflict } from '@teo-support/core/contract';
import {
  AbortedError,
  ApiError,
  ConnectionError,
  SupportError,
  TimeoutError,
  VersionConflictError,
} from '../errors.js';
import { retryDelayMs, wait } from './retry.js';
import type { TokenKeeper } from './token.js';

/** What every call may carry. */
export interface CallOptions {
  /** Ends the call; it then throws `AbortedError`. */
  readonly signal?: AbortSignal | undefined;
}

/** One request, before identity and retries are added. */
export interface CallRequest extends CallOptions {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>> | undefined;
  readonly json?: unknown;
  readonly bytes?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether repeating it is harmless: reads, and writes that carry an idempotency key. */
  readonly repeatable: boolean;
  /** The answer is read as a stream: the time limit covers the wait for its headers only. */
  readonly streamed?: boolean;
}

export interface TransportOptions {
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly tokens: TokenKeeper | null;
  /** With an API key: the id of the téomaster in whose name it acts. */
  readonly actingFor: string | null;
  readonly locale: string | null;
  readonly timeoutMs: number;
  readonly maxRetries: number;
}

/** Sends requests: adds identity and language, limits the time, repeats what may be repeated, types the problems. */
export class Transport {
  readonly #options: TransportOptions;

  constructor(options: TransportOptions) {
    this.#options = options;
  }

  /** The whole address of a path of the API. */
  addressOf(path: string): string {
    return `${this.#options.baseUrl}${path}`;
  }

  /** The path of an address of the API. */
  pathOf(address: string): string {
    const { baseUrl } = this.#options;
    return address.startsWith(baseUrl) ? address.slice(baseUrl.length) : address;
  }

  /** Sends and reads the JSON answer. `T` is the type that the contract gives to it. */
  async json<T>(request: CallRequest): Promise<T> {
    const response = await this.send(request);
    if (response.status === 204) return undefined as T;
    try {
      return (await response.json()) as T;
    } catch (error) {
      throw new SupportError('The server answered with something that is not JSON.', { cause: error });
    }
  }

  /** Sends until it succeeds, or until trying again is of no use. */
  async send(request: CallRequest): Promise<Response> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.#attempt(request);
      } catch (error) {
        const tryAgain = request.repeatable && attempt < this.#options.maxRetries;
        const delay = tryAgain ? retryDelayMs(error, attempt, Math.random()) : null;
        if (delay === null) throw error;
        await wait(delay, request.signal);
      }
    }
  }

  async #attempt(request: CallRequest): Promise<Response> {
    const { tokens } = this.#options;
    if (tokens === null) return accepted(await this.#fetch(request, null));
    const token = await tokens.token();
    const response = await this.#fetch(request, token);
    if (response.status !== 401) return accepted(response);
    return accepted(await this.#fetch(request, await tokens.replace(token)));
  }

  async #fetch(request: CallRequest, token: string | null): Promise<Response> {
    if (request.signal?.aborted) throw new AbortedError('The call was ended by its caller.');
    const { baseUrl, locale, timeoutMs, actingFor } = this.#options;
    const limit = new AbortController();
    const end = () => limit.abort();
    const timer = setTimeout(end, timeoutMs);
    request.signal?.addEventListener('abort', end, { once: true });
    const headers = new Headers(request.headers);
    if (locale !== null) headers.set('accept-language', locale);
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    if (actingFor !== null) headers.set('on-behalf-of', actingFor);
    if (request.json !== undefined) headers.set('content-type', 'application/json');
    if (request.bytes !== undefined)
      headers.set('content-type', request.bytes.type || 'application/octet-stream');
    const body = request.json === undefined ? request.bytes : JSON.stringify(request.json);
    try {
      const response = await this.#options.fetch(`${baseUrl}${request.path}${queryString(request.query)}`, {
        method: request.method,
        headers,
        body: body ?? null,
        credentials: token === null ? 'include' : 'omit',
        signal: limit.signal,
      });
      if (request.streamed) return response;
      // The time limit covers the body too, so it is read here; later reads of it come from memory.
      const content = response.status === 204 ? null : await response.blob();
      return new Response(content, { status: response.status, headers: response.headers });
    } catch (error) {
      if (request.signal?.aborted)
        throw new AbortedError('The call was ended by its caller.', { cause: error });
      if (limit.signal.aborted)
        throw new TimeoutError('The server did not answer in time.', { cause: error });
      throw new ConnectionError('The server cannot be reached.', { cause: error });
    } finally {
      clearTimeout(timer);
      if (!request.streamed) request.signal?.removeEventListener('abort', end);
    }
  }
}

async function accepted(response: Response): Promise<Response> {
  if (response.ok) return response;
  const problem = await readProblem(response);
  if (isVersionConflict(problem)) throw new VersionConflictError(problem);
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  throw new ApiError(problem, Number.isFinite(seconds) ? seconds * 1000 : null);
}

type ReadProblem = Pick<Problem, 'status' | 'code' | 'detail'> & Partial<VersionConflict>;

function isVersionConflict(problem: ReadProblem): problem is VersionConflict {
  return problem.status === 412 && problem.current !== undefined;
}

async function readProblem(response: Response): Promise<ReadProblem> {
  const unknown = {
    status: response.status,
    code: 'unknown',
    detail: `The server answered ${response.status}.`,
  };
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return unknown;
  const body: unknown = await response.json().catch(() => null);
  return typeof body === 'object' && body !== null ? { ...unknown, ...body } : unknown;
}

function queryString(query: CallRequest['query']): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined) params.set(name, String(value));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
