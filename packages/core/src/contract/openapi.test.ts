import { describe, expect, test } from 'vitest';
import type { Json } from '../evidence/canonical-json.js';
import { describedTicketTypes } from '../messages/described-ticket-types.js';
import { en } from '../messages/en.js';
import { fr } from '../messages/fr.js';
import { publishedPolicy } from '../service-level/policy.js';
import { ticketTypeDeclarations } from '../ticket-types/index.js';
import { openApiDocument } from './openapi.js';
import { type Operation, problemsOf } from './operation.js';
import { operations } from './operations.js';
import { problemStatuses } from './problem.js';
import { ticketTypeListSchema } from './ticket-types.js';
import { policySchema } from './values.js';

const document = openApiDocument({ version: '1.2.3', serverUrl: 'https://support.example' });
const declared = Object.entries<Operation>(operations);

/** What stands at a JSON pointer, or `undefined`. */
function at(root: Json, pointer: string): Json | undefined {
  let value: Json | undefined = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const member: [string, Json] | undefined =
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([name]) => name === key)
        : undefined;
    value = member?.[1];
  }
  return value;
}

/** Every member of the document, with its key. */
function membersOf(value: Json): [key: string, member: Json][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [[key, member], ...membersOf(member)]);
}

function pointerTo({ path, method }: Operation): string {
  return `/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method.toLowerCase()}`;
}

function namesOf(parameters: Json | undefined, place: string): string[] {
  if (!Array.isArray(parameters)) return [];
  return parameters.flatMap((parameter) =>
    at(parameter, '/in') === place ? [String(at(parameter, '/name'))] : [],
  );
}

describe('the OpenAPI document', () => {
  test('says what it is and where the API stands', () => {
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { version: '1.2.3' },
      servers: [{ url: 'https://support.example' }],
    });
  });

  test('has each operation once, and no other', () => {
    const ids = membersOf(at(document, '/paths') ?? null).flatMap(([key, member]) =>
      key === 'operationId' ? [String(member)] : [],
    );
    expect(ids.sort()).toEqual(Object.keys(operations).sort());
  });

  test('no two operations share a method and a path', () => {
    const places = declared.map(([, { method, path }]) => `${method} ${path}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test('every reference leads somewhere', () => {
    const references = membersOf(document).flatMap(([key, member]) =>
      key === '$ref' ? [String(member)] : [],
    );
    expect(references.length).toBeGreaterThan(declared.length);
    expect(references.filter((reference) => !reference.startsWith('#/'))).toEqual([]);
    expect(references.filter((reference) => at(document, reference.slice(1)) === undefined)).toEqual([]);
  });

  test('nothing of how the schemas were made is left', () => {
    const keys = new Set(membersOf(document).map(([key]) => key));
    expect(['$defs', '$schema', '$id'].filter((key) => keys.has(key))).toEqual([]);
  });

  test('problems and live messages are described, though no operation answers with the latter as JSON', () => {
    expect(at(document, '/components/schemas/Problem')).toBeDefined();
    expect(at(document, '/components/schemas/LiveEvent')).toBeDefined();
    expect(at(document, '/components/schemas/Presence')).toBeDefined();
  });

  test('every way to sign in that an operation asks for is described', () => {
    const asked = declared.flatMap(([, operation]) => {
      const security = at(document, `${pointerTo(operation)}/security`);
      return Array.isArray(security) ? security.flatMap((way) => Object.keys(way ?? {})) : ['none declared'];
    });
    expect(Object.keys(at(document, '/components/securitySchemes') ?? {}).sort()).toEqual(
      [...new Set(asked)].sort(),
    );
  });
});

describe.each(declared)('%s', (operationId, operation) => {
  const described = at(document, pointerTo(operation)) ?? null;

  test('stands at its path and method', () => {
    expect(described).toMatchObject({ operationId, tags: [operation.tag], summary: operation.summary });
  });

  test('declares the parameters of its path and query, and the headers that it needs', () => {
    const parameters = at(described, '/parameters');
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(namesOf(parameters, 'path')).toEqual(inPath);
    expect(namesOf(parameters, 'query')).toEqual(Object.keys(operation.query?.shape ?? {}));
    expect(namesOf(parameters, 'header')).toEqual([
      ...(operation.idempotent ? ['Idempotency-Key'] : []),
      ...(operation.conditional ? ['If-Match'] : []),
      ...(operation.group === undefined ? [] : ['On-Behalf-Of']),
      ...(operation.cacheable ? ['If-None-Match'] : []),
      ...(operation.ranged ? ['Range', 'If-Range', 'If-None-Match'] : []),
      ...(operation.binaryBody === 'part' ? ['Upload-Offset', 'Content-Digest'] : []),
      ...(operation.binaryBody === 'file' ? ['X-File-Name'] : []),
    ]);
  });

  test('has a body exactly if one is declared', () => {
    const expected = operation.body !== undefined || operation.binaryBody !== undefined;
    expect(at(described, '/requestBody') !== undefined).toBe(expected);
  });

  test('answers with its status, and with that of each of its problems', () => {
    const statuses = [
      operation.response.status,
      ...(operation.cacheable ? [304] : []),
      ...(operation.ranged ? [206, 304, 416] : []),
      ...problemsOf(operation).map((code) => problemStatuses[code]),
    ];
    expect(Object.keys(at(described, '/responses') ?? {}).sort()).toEqual(
      [...new Set(statuses.map(String))].sort(),
    );
  });

  test('can be refused with what there is now, exactly if it is conditional', () => {
    const reference = '/responses/412/content/application~1problem+json/schema/$ref';
    const expected = operation.conditional ? '#/components/schemas/VersionConflict' : undefined;
    expect(at(described, reference)).toBe(expected);
  });

  test('can be refused to whoever is not signed in, unless it is for anyone', () => {
    if (operation.audience === 'anyone') expect(at(described, '/security')).toEqual([]);
    else expect(operation.problems).toContain('not-signed-in');
  });
});

describe('what the API sends of the rules', () => {
  test('the declarations are what the schema of the list says, with nothing left out', () => {
    for (const catalogue of [fr, en]) {
      const list = describedTicketTypes(catalogue);
      expect(ticketTypeListSchema.parse(list)).toEqual(list);
      expect(list).toMatchObject({ ticketTypes: ticketTypeDeclarations });
    }
  });

  test('each type, field and option has its words', () => {
    const { ticketTypes } = describedTicketTypes(fr);
    for (const { words, fields } of ticketTypes) {
      expect(words.name).not.toBe('');
      for (const field of fields) {
        expect(field.words.label).not.toBe(field.name);
        if (field.kind !== 'choice') continue;
        expect(Object.keys(field.words.options).sort()).toEqual([...field.options].sort());
      }
    }
  });

  test('the published policy is what its schema says', () => {
    expect(policySchema.parse(publishedPolicy)).toEqual(publishedPolicy);
  });
});
