import { z } from 'zod';
import type { Json } from '../evidence/canonical-json.js';
import { liveEventSchema, presenceSchema } from './live.js';
import {
  actingForHeader,
  bodyLimitOf,
  idempotencyKeyDays,
  needsPerson,
  type Operation,
  problemsOf,
} from './operation.js';
import { operations } from './operations.js';
import { type ProblemCode, problemSchema, problemStatuses, versionConflictSchema } from './problem.js';

type Document = { readonly [key: string]: Json };

const refPrefix = '#/components/schemas/';

/** A schema as OpenAPI 3.1 refers to it, with every named part moved to the components. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output', components: Record<string, Json>): Json {
  const made: Json = JSON.parse(
    JSON.stringify(z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' })),
  );
  if (!isDocument(made)) return made;
  const { $defs, $schema: _dialect, id, ...body } = made;
  for (const [name, part] of Object.entries(isDocument($defs) ? $defs : {})) {
    components[name] = pointed(withoutIdentity(part));
  }
  if (typeof id !== 'string') return pointed(body);
  components[id] = pointed(body);
  return { $ref: `${refPrefix}${id}` };
}

function isDocument(value: Json | undefined): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutIdentity(value: Json): Json {
  if (!isDocument(value)) return value;
  const { $schema: _dialect, id: _id, ...rest } = value;
  return rest;
}

function pointed(value: Json): Json {
  if (Array.isArray(value)) return value.map(pointed);
  if (!isDocument(value)) return value;
  return Object.fromEntries(
    Object.entries(spelledOut(value)).map(([key, member]) => [
      key,
      key === '$ref' && typeof member === 'string' ? member.replace('#/$defs/', refPrefix) : pointed(member),
    ]),
  );
}

/** A record of known keys, each needed, is an object with these properties. */
function spelledOut(schema: Document): Document {
  const { propertyNames, additionalProperties, required, ...rest } = schema;
  if (propertyNames === undefined || !isDocument(additionalProperties) || !Array.isArray(required))
    return schema;
  const properties = Object.fromEntries(required.map((name) => [String(name), additionalProperties]));
  return { ...rest, properties, required, additionalProperties: false };
}

function parametersOf(operation: Operation, components: Record<string, Json>): Json[] {
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(
    ([, name = '']): Json => ({ name, in: 'path', required: true, schema: { type: 'string' } }),
  );
  const header = (name: string, required: boolean, description: string): Json => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  });
  const inQuery = Object.entries(operation.query?.shape ?? {}).map(
    ([name, schema]): Json => ({
      name,
      in: 'query',
      required: false,
      schema: jsonSchema(z.object({ value: schema }), 'input', components),
    }),
  );
  return [
    ...inPath,
    ...inQuery.map((parameter) => unwrapped(parameter)),
    ...(operation.idempotent
      ? [
          header(
            'Idempotency-Key',
            operation.idempotent === 'required',
            `A fresh UUID for each intention; repeat it when you repeat the request. Remembered for ${idempotencyKeyDays} days`,
          ),
        ]
      : []),
    ...(operation.conditional ? [header('If-Match', false, 'The version last seen, in double quotes')] : []),
    ...(operation.group === undefined
      ? []
      : [
          header(
            actingForHeader,
            false,
            `With an API key${needsPerson(operation) ? ', and required then' : ''}: the id of the téomaster in whose name it acts`,
          ),
        ]),
    ...(operation.cacheable
      ? [header('If-None-Match', false, 'The ETag last seen; the answer is 304 when nothing has changed')]
      : []),
    ...(operation.ranged
      ? [
          header('Range', false, 'One range of bytes'),
          header('If-Range', false, 'The ETag of the file that a part is already there of'),
          header('If-None-Match', false, 'The ETag of the file that is already there'),
        ]
      : []),
    ...(operation.binaryBody === 'part'
      ? [
          header('Upload-Offset', true, 'How many bytes come before this part'),
          header('Content-Digest', false, 'sha-256 of this part (RFC 9530): what arrives is held to it'),
        ]
      : []),
    ...(operation.binaryBody === 'file'
      ? [header('X-File-Name', true, 'The name to display, percent-encoded as UTF-8')]
      : []),
  ];
}

/** A query parameter's schema is read as the member of an object, so that its default and description are kept. */
function unwrapped(parameter: Json): Json {
  if (!isDocument(parameter) || !isDocument(parameter.schema) || !isDocument(parameter.schema.properties)) {
    return parameter;
  }
  return { ...parameter, schema: parameter.schema.properties.value ?? {} };
}

function bodyOf(operation: Operation, components: Record<string, Json>): Document {
  if (operation.binaryBody) {
    return {
      requestBody: {
        required: true,
        description: sizeOf(operation),
        content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
      },
    };
  }
  if (operation.body === undefined) return {};
  const schema = jsonSchema(operation.body, 'input', components);
  return {
    requestBody: {
      required: true,
      description: sizeOf(operation),
      content: { 'application/json': { schema } },
    },
  };
}

function sizeOf(operation: Operation): string {
  return `At most ${bodyLimitOf(operation).toLocaleString('en')} bytes`;
}

function responsesOf(operation: Operation, components: Record<string, Json>): Document {
  const { response } = operation;
  const success: Document =
    'schema' in response
      ? {
          description: operation.summary,
          content: { 'application/json': { schema: jsonSchema(response.schema, 'output', components) } },
        }
      : 'mediaType' in response
        ? {
            description: response.description,
            content: { [response.mediaType]: { schema: contentOf(response.mediaType) } },
          }
        : { description: 'Done; there is nothing to say' };
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(operation)) {
    const status = problemStatuses[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const problems = [...byStatus].map(([status, codes]): [string, Json] => [
    String(status),
    {
      description: codes.join(', '),
      content: {
        'application/problem+json': { schema: { $ref: `${refPrefix}${schemaOf(codes)}` } },
      },
    },
  ]);
  const unchanged = operation.cacheable ? { 304: { description: 'The caller has the current state' } } : {};
  const ofRange = operation.ranged
    ? {
        206: { ...success, description: 'The part that was asked for' },
        304: { description: 'The caller has it already' },
        416: { description: 'It has no such part; Content-Range says how many bytes it has' },
      }
    : {};
  return { [String(response.status)]: success, ...unchanged, ...ofRange, ...Object.fromEntries(problems) };
}

/** A stream's messages carry JSON; everything else is but its bytes. */
function contentOf(mediaType: string): Json {
  if (mediaType !== 'text/event-stream') return { type: 'string' };
  const messages = ['LiveEvent', 'Presence'].map((name) => ({ $ref: `${refPrefix}${name}` }));
  return { type: 'string', contentMediaType: 'application/json', contentSchema: { oneOf: messages } };
}

function schemaOf(codes: readonly ProblemCode[]): string {
  return codes.includes('version-conflict') ? 'VersionConflict' : 'Problem';
}

const security: Readonly<Record<Operation['audience'], readonly Json[]>> = {
  anyone: [],
  teomaster: [{ requesterToken: [] }],
  staff: [{ staffSession: [] }],
  signed_in: [{ requesterToken: [] }, { staffSession: [] }],
};

/** How one signs in to an operation, and which role or group that takes (OpenAPI 3.1: names of roles). */
function securityOf({ audience, role, group }: Operation): Json {
  if (role !== undefined) return [{ staffSession: [role] }];
  return [...security[audience], ...(group === undefined ? [] : [{ apiKey: [group] }])];
}

/** The OpenAPI 3.1 document of the API, made from the operations alone. */
export function openApiDocument(info: { readonly version: string; readonly serverUrl: string }): Document {
  const components: Record<string, Json> = {};
  jsonSchema(problemSchema, 'output', components);
  jsonSchema(versionConflictSchema, 'output', components);
  jsonSchema(liveEventSchema, 'output', components);
  jsonSchema(presenceSchema, 'output', components);
  const paths: Record<string, Record<string, Json>> = {};
  for (const [operationId, operation] of Object.entries<Operation>(operations)) {
    const path = paths[operation.path] ?? {};
    paths[operation.path] = path;
    path[operation.method.toLowerCase()] = {
      operationId,
      tags: [operation.tag],
      summary: operation.summary,
      security: securityOf(operation),
      parameters: parametersOf(operation, components),
      ...bodyOf(operation, components),
      responses: responsesOf(operation, components),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'téo support API',
      version: info.version,
      license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
      description: "Tickets between téo's customers and its customer service. Problems are RFC 9457.",
    },
    servers: [{ url: info.serverUrl }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        requesterToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'A short-lived token signed by the host product',
        },
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: `A key of one organization, as in teo_…; with ${actingForHeader} it acts in the name of a téomaster`,
        },
        staffSession: { type: 'apiKey', in: 'cookie', name: 'teo_staff', description: 'Set by signInStaff' },
      },
    },
  };
}
