import type { Json } from '@teo-support/core';
import type { Random } from './random.js';

type Schema = { readonly [key: string]: Json };

export function isObject(value: Json | undefined): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands in an object at a path of keys. */
export function at(value: Json | undefined, ...keys: readonly string[]): Json | undefined {
  let found = value;
  for (const key of keys) found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}

/** A value of a schema of the document, as far as the schema says. */
export function fromSchema(document: Json, schema: Json | undefined, random: Random, depth = 6): Json {
  if (!isObject(schema) || depth === 0) return 'x';
  const reference = schema.$ref;
  if (typeof reference === 'string') {
    const target = at(document, ...reference.replace('#/', '').split('/'));
    return fromSchema(document, target, random, depth - 1);
  }
  if ('const' in schema) return schema.const ?? null;
  const choices = schema.enum ?? schema.anyOf ?? schema.oneOf;
  if (Array.isArray(choices)) {
    const [first = null, ...others] = choices;
    const chosen = random.pick([first, ...others]);
    return schema.enum === undefined ? fromSchema(document, chosen, random, depth - 1) : chosen;
  }
  switch (schema.type) {
    case 'object':
      return objectFrom(document, schema, random, depth);
    case 'array':
      return Array.from({ length: random.below(3) }, () =>
        fromSchema(document, schema.items, random, depth - 1),
      );
    case 'boolean':
      return random.once(2);
    case 'integer':
    case 'number':
      return 1 + random.below(5);
    case 'null':
      return null;
    default:
      return random.pick(['x', 'Bonjour', 'Une réponse de quelques mots, avec un accent.', '2026-11-24']);
  }
}

function objectFrom(document: Json, schema: Schema, random: Random, depth: number): Json {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const members = Object.entries(isObject(schema.properties) ? schema.properties : {}).flatMap(
    ([name, member]): [string, Json][] =>
      required.includes(name) || random.once(2)
        ? [[name, fromSchema(document, member, random, depth - 1)]]
        : [],
  );
  return Object.fromEntries(members);
}
