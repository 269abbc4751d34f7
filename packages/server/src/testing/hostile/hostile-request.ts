import type { Json } from '@teo-support/core';
import { at, fromSchema, isObject } from './from-schema.js';
import { distorted, hostileText, hostileValue } from './hostile-values.js';
import type { Random } from './random.js';

/** As whom a request is sent. */
export const callers = ['nobody', 'teomaster', 'staff', 'key'] as const;
export type Caller = (typeof callers)[number];

/** Who comes with which way to sign in. */
const schemes: readonly (readonly [Caller, string])[] = [
  ['teomaster', 'requesterToken'],
  ['key', 'apiKey'],
  ['staff', 'staffSession'],
];

/** One request as it goes over the wire; nothing of it was made fit for HTTP. */
export interface HostileRequest {
  readonly caller: Caller;
  readonly operation: string;
  readonly method: string;
  /** Path and query, ASCII without spaces. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer | null;
  /** What `Content-Length` says, where it does not say the truth. */
  readonly claimedLength: number | null;
}

/** What is there to be asked for: a body that each operation accepts, and ids for the places of its path. */
export interface Stock {
  readonly bodies: Readonly<Record<string, object | undefined>>;
  readonly places: Readonly<Record<string, readonly [string, ...string[]]>>;
}

interface Described {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly described: Json;
}

/** Makes hostile requests from an OpenAPI document: each operation in turn of chance, each part of it in danger. */
export class HostileRequests {
  readonly #document: Json;
  readonly #operations: readonly [Described, ...Described[]];
  readonly #stock: Stock;
  readonly #random: Random;

  constructor(document: Json, stock: Stock, random: Random) {
    this.#document = document;
    this.#stock = stock;
    this.#random = random;
    const [first, ...others] = membersOf(at(document, 'paths')).flatMap(([path, methods]) =>
      membersOf(methods).map(
        ([method, described]): Described => ({
          name: String(at(described, 'operationId')),
          method: method.toUpperCase(),
          path,
          described,
        }),
      ),
    );
    if (first === undefined) throw new TypeError('The document has no operation.');
    this.#operations = [first, ...others];
  }

  make(): HostileRequest {
    const random = this.#random;
    const operation = random.pick(this.#operations);
    const body = this.#body(operation);
    return {
      caller: this.#caller(operation),
      operation: operation.name,
      method: random.once(12)
        ? random.pick(['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'])
        : operation.method,
      target: this.#target(operation),
      headers: this.#headers(operation, body),
      body: body?.bytes ?? null,
      claimedLength: random.once(150) ? random.below(2 ** 20) : null,
    };
  }

  /** Mostly someone for whom the operation is, so that more than the gate is tried. */
  #caller({ name, described }: Described): Caller {
    const random = this.#random;
    const security = JSON.stringify(at(described, 'security') ?? []);
    const fit = ([caller, scheme]: readonly [Caller, string]): Caller[] =>
      security.includes(`"${scheme}"`) ? [caller] : [];
    const [first = 'nobody', ...others] = schemes.flatMap(fit);
    const caller = random.once(4) ? random.pick(callers) : random.pick([first, ...others]);
    // Whoever signs out cannot go on: sessions are ended as nobody only.
    return caller === 'staff' && name.startsWith('signOut') ? 'nobody' : caller;
  }

  #target({ path, described }: Described): string {
    const random = this.#random;
    const filled = path.replaceAll(/\{(\w+)\}/g, (_place, name: string) => {
      const known = this.#stock.places[name];
      if (known !== undefined && !random.once(5)) return random.pick(known);
      return random.pick<string>([
        encoded(hostileText(random)),
        '..%2f..%2fetc%2fpasswd',
        '%00',
        '%ff%fe',
        '%',
        '..',
        '%2e%2e',
        ';a=b',
        'a%2Fb',
        'x'.repeat(random.pick([1, 100, 5000])),
      ]);
    });
    const tricked = random.once(40)
      ? random.pick([
          `/${filled}`,
          `${filled}/`,
          `/v1/../${filled}`,
          `${filled}/.`,
          `//evil.example${filled}`,
        ])
      : filled;
    const parameters = at(described, 'parameters');
    const inQuery = (Array.isArray(parameters) ? parameters : []).filter(
      (each) => at(each, 'in') === 'query',
    );
    const query = inQuery.flatMap((parameter) => {
      if (!random.once(2)) return [];
      const name = String(at(parameter, 'name'));
      const fit = fromSchema(this.#document, at(parameter, 'schema'), random);
      const value = random.once(2) ? hostileText(random) : typeof fit === 'object' ? 'x' : String(fit);
      const pair = `${name}=${encoded(value)}`;
      return random.once(20) ? [pair, pair] : [pair];
    });
    if (random.once(15))
      query.push(random.pick(['a[b]=c', '__proto__=1', '%', '&&==', `x=${'y'.repeat(3000)}`, '%00=%00']));
    return query.length === 0 ? tricked : `${tricked}?${query.join('&')}`;
  }

  #body({ name, described }: Described): { readonly bytes: Buffer; readonly type: string } | null {
    const random = this.#random;
    const content = at(described, 'requestBody', 'content');
    if (!isObject(content)) {
      return random.once(10) ? { bytes: Buffer.from('{"unexpected":true}'), type: 'application/json' } : null;
    }
    const wrongType = random.once(25);
    if (!('application/json' in content)) {
      const known = this.#stock.bodies[name];
      const image = known instanceof Uint8Array ? Buffer.from(known) : Buffer.alloc(0);
      const bytes = random.pick([
        image,
        image.subarray(0, 20),
        Buffer.concat([image, noise(random)]),
        noise(random),
      ]);
      return { bytes, type: wrongType ? 'text/html' : 'image/png' };
    }
    const type = wrongType
      ? random.pick([
          'text/plain',
          'application/x-www-form-urlencoded',
          'application/jsonp',
          '',
          'multipart/form-data',
        ])
      : random.pick([
          'application/json',
          'application/json',
          'application/json; charset=utf-8',
          'APPLICATION/JSON',
        ]);
    return { bytes: random.once(12) ? brokenJson(random) : this.#json(name, content), type };
  }

  #json(name: string, content: Json): Buffer {
    const random = this.#random;
    const known = this.#stock.bodies[name];
    const fit: Json =
      known === undefined || random.once(2)
        ? fromSchema(this.#document, at(content, 'application/json', 'schema'), random)
        : JSON.parse(JSON.stringify(known));
    const value = random.once(4) ? fit : distorted(fit, random);
    return Buffer.from(JSON.stringify(value));
  }

  #headers({ described }: Described, body: { readonly type: string } | null): [string, string][] {
    const random = this.#random;
    const headers: [string, string][] = [];
    if (body !== null && body.type !== '') headers.push(['content-type', body.type]);
    const parameters = at(described, 'parameters');
    for (const parameter of Array.isArray(parameters) ? parameters : []) {
      if (at(parameter, 'in') !== 'header' || random.once(8)) continue;
      const name = String(at(parameter, 'name')).toLowerCase();
      const known = this.#stock.places[name];
      if (known !== undefined && !random.once(6)) headers.push([name, random.pick(known)]);
      else if (name === 'idempotency-key' && !random.once(6))
        headers.push([name, `key-${random.below(2 ** 31)}`]);
      else if (!random.once(3)) headers.push([name, headerText(hostileText(random))]);
    }
    const odd = [
      'accept-language',
      'accept',
      'cookie',
      'x-request-id',
      'last-event-id',
      'if-none-match',
      'range',
      'transfer-encoding',
      'expect',
      'x-http-method-override',
      'origin',
      'sec-fetch-site',
      'content-encoding',
    ] as const;
    if (random.once(6)) headers.push([random.pick(odd), headerText(hostileText(random))]);
    if (random.once(60)) headers.push(['x-large', 'a'.repeat(random.pick([1000, 9000, 20_000]))]);
    if (random.once(60)) {
      for (let index = 0; index < 150; index += 1) headers.push([`x-many-${index}`, 'a']);
    }
    return headers;
  }
}

function membersOf(value: Json | undefined): [string, Json][] {
  return isObject(value) ? Object.entries(value) : [];
}

function encoded(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString()).slice(0, 6000);
}

/** What can stand in a header: its bytes as Latin-1, without what would end the line. */
function headerText(text: string): string {
  return Buffer.from(text)
    .toString('latin1')
    .replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '')
    .slice(0, 2000);
}

function brokenJson(random: Random): Buffer {
  const text = JSON.stringify(hostileValue(random));
  return random.pick([
    () => Buffer.from(text.slice(0, random.below(text.length + 1))),
    () => Buffer.from(`${text}${text}`),
    () => Buffer.from('{"text":"a","text":"b","__proto__":{"admin":true}}'),
    () => Buffer.from('['.repeat(50_000)),
    () => Buffer.from([0x22, 0xff, 0xfe, 0x22]),
    () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]),
    () => Buffer.from("{'single': undefined, NaN}"),
    () => Buffer.from(`{"a":1e${'9'.repeat(200)}}`),
    () => Buffer.from(`"${'x'.repeat(600_000)}"`),
    () => Buffer.alloc(0),
  ])();
}

function noise(random: Random): Buffer {
  return Buffer.from(Array.from({ length: random.below(200) }, () => random.below(256)));
}
