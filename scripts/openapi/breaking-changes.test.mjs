import { describe, expect, test } from 'vitest';
import { breakingChanges } from './breaking-changes.mjs';

/**
 * @param {object} body
 * @param {object} answer
 * @param {object} [operation]
 */
function documentOf(body, answer, operation = {}) {
  return {
    paths: {
      '/v1/things': {
        post: {
          operationId: 'makeThing',
          security: [{ token: [] }, { key: [] }],
          parameters: [
            { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } },
            { name: 'limit', in: 'query', required: false, schema: { type: 'integer', maximum: 100 } },
          ],
          requestBody: { required: true, content: { 'application/json': { schema: body } } },
          responses: {
            200: { content: { 'application/json': { schema: answer } } },
            404: { content: { 'application/problem+json': { schema: { type: 'object' } } } },
          },
          ...operation,
        },
      },
    },
    components: {
      schemas: {
        Tree: {
          type: 'object',
          properties: { parts: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
        },
      },
    },
  };
}

const text = { type: 'string', maxLength: 10 };
const body = {
  type: 'object',
  properties: { name: text, kind: { enum: ['a', 'b'] }, note: { type: ['string', 'null'] } },
  required: ['name'],
};
const answer = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    size: { type: 'number' },
    kind: { enum: ['a', 'b'] },
    part: { oneOf: [{ type: 'object', properties: { kind: { const: 'x' }, x: { type: 'string' } } }] },
    tree: { $ref: '#/components/schemas/Tree' },
  },
  required: ['id', 'kind'],
};
const before = documentOf(body, answer);

const changed = (/** @type {object} */ properties, /** @type {string[]} */ required = ['name']) => ({
  ...body,
  properties: { ...body.properties, ...properties },
  required,
});
const answered = (/** @type {object} */ properties, /** @type {string[]} */ required = ['id', 'kind']) => ({
  ...answer,
  properties: { ...answer.properties, ...properties },
  required,
});
const { id: _id, ...withoutId } = answer.properties;
const { note: _note, ...withoutNote } = body.properties;

describe('clients break when', () => {
  test.each([
    ['an operation is gone', { paths: {} }, 'makeThing: POST /v1/things is gone'],
    [
      'it has another name',
      documentOf(body, answer, { operationId: 'createThing' }),
      'is now called createThing',
    ],
    [
      'a way to sign in is gone',
      documentOf(body, answer, { security: [{ token: [] }] }),
      'no longer be called with key',
    ],
    ['a parameter is gone', documentOf(body, answer, { parameters: [] }), 'parameter query limit is gone'],
    [
      'a parameter is needed',
      documentOf(body, answer, {
        parameters: [
          { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string' } },
          { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 50 } },
        ],
      }),
      'parameter header Idempotency-Key is now needed',
    ],
    [
      'a new field is needed',
      documentOf(changed({ extra: text }, ['name', 'extra']), answer),
      'body/extra is now needed',
    ],
    [
      'a field may no longer be left out',
      documentOf(changed({}, ['name', 'kind']), answer),
      'body/kind is now needed',
    ],
    [
      'a field is no longer accepted',
      documentOf({ ...body, properties: withoutNote }, answer),
      'body/note is gone',
    ],
    [
      'a value is no longer accepted',
      documentOf(changed({ kind: { enum: ['a'] } }), answer),
      'body/kind is no longer "b"',
    ],
    [
      'less of a text is accepted',
      documentOf(changed({ name: { ...text, maxLength: 9 } }), answer),
      'maxLength is now 9',
    ],
    [
      'null is no longer accepted',
      documentOf(changed({ note: { type: 'string' } }), answer),
      'body/note was string or null and is string',
    ],
    [
      'a field is no longer answered',
      documentOf(body, { ...answer, properties: withoutId, required: ['kind'] }),
      'answer 200/id is gone',
    ],
    [
      'a field may be missing in the answer',
      documentOf(body, answered({}, ['kind'])),
      'answer 200/id may now be missing',
    ],
    [
      'an answer is of another type',
      documentOf(body, answered({ id: { type: 'number' } })),
      'answer 200/id was string and is number',
    ],
    [
      'an answer may be null',
      documentOf(body, answered({ id: { type: ['string', 'null'] } })),
      'answer 200/id was string and is string or null',
    ],
    [
      'a value is no longer answered',
      documentOf(body, answered({ kind: { enum: ['a'] } })),
      'answer 200/kind is no longer "b"',
    ],
    [
      'a variant of an answer is another one',
      documentOf(
        body,
        answered({
          part: { oneOf: [{ type: 'object', properties: { kind: { const: 'y' }, x: { type: 'string' } } }] },
        }),
      ),
      'answer 200/part/kind is no longer "x"',
    ],
    [
      'the answer has another status',
      documentOf(body, answer, { responses: { 201: {} } }),
      'no longer answers 200',
    ],
  ])('%s', (_what, after, change) => {
    expect(breakingChanges(before, after).join('\n')).toContain(change);
  });
});

describe('nothing breaks when', () => {
  test.each([
    ['nothing changes', before],
    [
      'there is a new operation',
      { ...before, paths: { ...before.paths, '/v1/others': { get: { operationId: 'o' } } } },
    ],
    ['a new field may be sent', documentOf(changed({ extra: text }), answer)],
    [
      'more is accepted',
      documentOf(
        changed({ name: { type: ['string', 'number'], maxLength: 20 }, kind: { enum: ['a', 'b', 'c'] } }, []),
        answer,
      ),
    ],
    [
      'more is answered',
      documentOf(body, answered({ extra: text, kind: { enum: ['a', 'b', 'c'] } }, ['id', 'kind', 'size'])),
    ],
    ['an answer is known more exactly', documentOf(body, answered({ size: { type: 'integer' } }))],
    [
      'there is a new variant, and a new problem',
      documentOf(body, answered({ part: { oneOf: [...answer.properties.part.oneOf, { type: 'null' }] } }), {
        responses: { ...documentOf(body, answer).paths['/v1/things'].post.responses, 409: {} },
      }),
    ],
  ])('%s', (_what, after) => {
    expect(breakingChanges(before, after)).toEqual([]);
  });
});
