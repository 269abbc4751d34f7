import { z } from 'zod';
import { operationBodies } from './operation-bodies.js';

/** An operation as the served OpenAPI document describes it: what integrators believe, whatever the contract says. */
export interface ServedOperation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** Whether nobody in particular may call it. */
  readonly forAnyone: boolean;
  readonly forTeomasters: boolean;
  readonly forStaff: boolean;
  readonly role: string | null;
  /** The group that an API key needs, or `null` when no key may call it. */
  readonly group: string | null;
  /** Whether an API key must name a téomaster. */
  readonly needsPerson: boolean;
}

const documentSchema = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        security: z.array(z.record(z.string(), z.array(z.string()))),
        parameters: z.array(z.object({ name: z.string(), description: z.string().optional() })),
      }),
    ),
  ),
});

/** Every operation of the document that a server serves. */
export async function servedOperations(url: string): Promise<ServedOperation[]> {
  const { paths } = documentSchema.parse(await (await fetch(`${url}/openapi.json`)).json());
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, security, parameters }]) => {
      const way = (scheme: string) => security.flatMap((requirement) => requirement[scheme] ?? []);
      const has = (scheme: string) => security.some((requirement) => scheme in requirement);
      const acting = parameters.find(({ name }) => name === 'On-Behalf-Of')?.description ?? '';
      return {
        name: operationId,
        method: method.toUpperCase(),
        path,
        forAnyone: security.length === 0,
        forTeomasters: has('requesterToken'),
        forStaff: has('staffSession'),
        role: way('staffSession')[0] ?? null,
        group: way('apiKey')[0] ?? null,
        needsPerson: acting.includes('required then'),
      };
    }),
  );
}

/** Ids for the places of a path, by the names of the places. */
export type PathPlaces = Readonly<Record<string, string>>;

/** Calls an operation as its document says, with a body of the right shape. */
export function callOperation(
  url: string,
  { name, method, path }: ServedOperation,
  places: PathPlaces,
  headers: Readonly<Record<string, string>>,
  change: { readonly query?: string; readonly body?: BodyInit } = {},
): Promise<Response> {
  const address = path.replaceAll(/\{(\w+)\}/g, (_place, place: string) => {
    const id = places[place];
    if (id === undefined) throw new Error(`The walk does not know what {${place}} of ${name} stands for.`);
    return encodeURIComponent(id);
  });
  const known = Object.entries(operationBodies).find(([operation]) => operation === name);
  if (known === undefined) throw new Error(`The walk does not know the operation ${name}.`);
  const body = change.body ?? bodyOf(known[1]);
  return fetch(`${url}${address}${change.query ?? ''}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      'idempotency-key': crypto.randomUUID(),
      'x-file-name': 'x.png',
      'upload-offset': '0',
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
}

function bodyOf(body: object | undefined): BodyInit | undefined {
  if (body === undefined) return undefined;
  return body instanceof Uint8Array ? Uint8Array.from(body) : JSON.stringify(body);
}
