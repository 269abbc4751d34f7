/**
 * @typedef {{ readonly [key: string]: unknown }} Node
 * @typedef {'request' | 'answer'} Direction
 */

/**
 * What in a new OpenAPI document breaks clients that were written for the old one: what they call is gone, what they
 * send is refused, or what they read is no longer there. New operations, optional fields, values and problems break
 * nothing: clients pass over what they do not know.
 *
 * @param {unknown} before
 * @param {unknown} after
 * @returns {string[]} each with the operation and the place
 */
export function breakingChanges(before, after) {
  const comparison = new Comparison(before, after);
  return operationsOf(before).flatMap(([name, path, method, old]) => {
    const now = at(after, ['paths', path, method]);
    if (now === undefined) return [`${name}: ${method.toUpperCase()} ${path} is gone`];
    return comparison.operation(old, now).map((change) => `${name}: ${change}`);
  });
}

class Comparison {
  #before;
  #after;
  /** Pairs of named schemas that are being compared, so that a schema may contain itself. */
  #open = new Set();

  /**
   * @param {unknown} before
   * @param {unknown} after
   */
  constructor(before, after) {
    this.#before = before;
    this.#after = after;
  }

  /**
   * @param {unknown} old
   * @param {unknown} now
   * @returns {string[]}
   */
  operation(old, now) {
    const changes = [];
    const [oldName, newName] = [old, now].map((each) => at(each, ['operationId']));
    if (oldName !== newName) changes.push(`is now called ${newName}`);
    for (const way of list(at(old, ['security']))) {
      if (!list(at(now, ['security'])).some((each) => same(each, way))) {
        changes.push(`can no longer be called with ${Object.keys(node(way)).join(' and ') || 'nothing'}`);
      }
    }
    return [...changes, ...this.#parameters(old, now), ...this.#body(old, now), ...this.#answers(old, now)];
  }

  /**
   * @param {unknown} old
   * @param {unknown} now
   */
  #parameters(old, now) {
    const key = (/** @type {unknown} */ each) => `${at(each, ['in'])} ${at(each, ['name'])}`;
    const [before, after] = [old, now].map(
      (each) => new Map(list(at(each, ['parameters'])).map((parameter) => [key(parameter), parameter])),
    );
    const changes = [];
    for (const [name, parameter] of before ?? []) {
      const kept = after?.get(name);
      if (kept === undefined) changes.push(`parameter ${name} is gone`);
      else
        changes.push(
          ...this.#schemas(at(parameter, ['schema']), at(kept, ['schema']), 'request', `parameter ${name}`),
        );
    }
    for (const [name, parameter] of after ?? []) {
      const needed = at(parameter, ['required']) === true;
      if (needed && at(before?.get(name), ['required']) !== true)
        changes.push(`parameter ${name} is now needed`);
    }
    return changes;
  }

  /**
   * @param {unknown} old
   * @param {unknown} now
   */
  #body(old, now) {
    const [before, after] = [at(old, ['requestBody']), at(now, ['requestBody'])];
    if (before === undefined) return at(after, ['required']) === true ? ['a body is now needed'] : [];
    if (after === undefined) return ['no body is accepted any more'];
    return this.#contents(before, after, 'request', 'body');
  }

  /**
   * @param {unknown} old
   * @param {unknown} now
   */
  #answers(old, now) {
    return Object.entries(node(at(old, ['responses']))).flatMap(([status, answer]) => {
      const kept = at(now, ['responses', status]);
      // Another problem than before is no surprise to a client that handles problems.
      if (kept === undefined) return status.startsWith('2') ? [`no longer answers ${status}`] : [];
      return this.#contents(answer, kept, 'answer', `answer ${status}`);
    });
  }

  /**
   * @param {unknown} old
   * @param {unknown} now
   * @param {Direction} direction
   * @param {string} place
   */
  #contents(old, now, direction, place) {
    return Object.entries(node(at(old, ['content']))).flatMap(([mediaType, content]) => {
      const kept = at(now, ['content', mediaType]);
      if (kept === undefined) return [`${place}: ${mediaType} is gone`];
      return this.#schemas(at(content, ['schema']), at(kept, ['schema']), direction, place);
    });
  }

  /**
   * @param {unknown} oldSchema
   * @param {unknown} newSchema
   * @param {Direction} direction
   * @param {string} place
   * @returns {string[]}
   */
  #schemas(oldSchema, newSchema, direction, place) {
    const pair = `${direction} ${at(oldSchema, ['$ref'])} ${at(newSchema, ['$ref'])}`;
    const named = at(oldSchema, ['$ref']) !== undefined || at(newSchema, ['$ref']) !== undefined;
    if (named && this.#open.has(pair)) return [];
    this.#open.add(pair);
    try {
      const old = resolved(this.#before, oldSchema);
      const now = resolved(this.#after, newSchema);
      return [
        ...this.#variants(old, now, direction, place),
        ...types(old, now, direction, place),
        ...values(old, now, place),
        ...(direction === 'request' ? bounds(old, now, place) : []),
        ...this.#members(old, now, direction, place),
        ...(old.items === undefined ? [] : this.#schemas(old.items, now.items, direction, `${place}/*`)),
        ...(isNode(old.additionalProperties) && isNode(now.additionalProperties)
          ? this.#schemas(old.additionalProperties, now.additionalProperties, direction, `${place}/*`)
          : []),
      ];
    } finally {
      this.#open.delete(pair);
    }
  }

  /**
   * Each variant has to live on in one of the new ones; a schema without variants is its own only one.
   *
   * @param {Node} old
   * @param {Node} now
   * @param {Direction} direction
   * @param {string} place
   */
  #variants(old, now, direction, place) {
    const before = variantsOf(old);
    const after = variantsOf(now);
    if (before.length === 0 && after.length === 0) return [];
    return (before.length === 0 ? [old] : before).flatMap((variant) => {
      const attempts = (after.length === 0 ? [now] : after).map((candidate) =>
        this.#schemas(variant, candidate, direction, place),
      );
      return attempts.reduce((best, each) => (each.length < best.length ? each : best));
    });
  }

  /**
   * @param {Node} old
   * @param {Node} now
   * @param {Direction} direction
   * @param {string} place
   */
  #members(old, now, direction, place) {
    const [before, after] = [node(old.properties), node(now.properties)];
    const [oldNeeds, newNeeds] = [list(old.required), list(now.required)];
    const changes = [];
    for (const [name, member] of Object.entries(before)) {
      const kept = after[name];
      if (kept === undefined) changes.push(`${place}/${name} is gone`);
      else changes.push(...this.#schemas(member, kept, direction, `${place}/${name}`));
      if (
        direction === 'answer' &&
        kept !== undefined &&
        oldNeeds.includes(name) &&
        !newNeeds.includes(name)
      ) {
        changes.push(`${place}/${name} may now be missing`);
      }
    }
    if (direction === 'request' && isNode(old.properties)) {
      for (const name of newNeeds)
        if (!oldNeeds.includes(name)) changes.push(`${place}/${name} is now needed`);
    }
    return changes;
  }
}

/**
 * What was sent has to be accepted still; what is answered has to be of a type that was known.
 *
 * @param {Node} old
 * @param {Node} now
 * @param {Direction} direction
 * @param {string} place
 */
function types(old, now, direction, place) {
  const [before, after] = [old.type, now.type].map((type) => (type === undefined ? [] : [type].flat()));
  if (before === undefined || after === undefined || before.length + after.length === 0) return [];
  const [sent, known] = direction === 'request' ? [before, after] : [after, before];
  if (known.length === 0) return [];
  const strange = sent.filter(
    (type) => !known.includes(type) && !(type === 'integer' && known.includes('number')),
  );
  if (strange.length === 0 && sent.length > 0) return [];
  return [`${place} was ${before.join(' or ') || 'anything'} and is ${after.join(' or ') || 'anything'}`];
}

/**
 * @param {Node} old
 * @param {Node} now
 * @param {string} place
 */
function values(old, now, place) {
  const [before, after] = [old, now].map((each) => ('const' in each ? [each.const] : each.enum));
  if (!Array.isArray(before))
    return Array.isArray(after) && isNode(old) && old.type !== undefined && variantsOf(old).length === 0
      ? [`${place} is now a closed list`]
      : [];
  if (!Array.isArray(after)) return [];
  return before
    .filter((value) => !after.includes(value))
    .map((value) => `${place} is no longer ${JSON.stringify(value)}`);
}

const upper = ['maxLength', 'maxItems', 'maximum', 'exclusiveMaximum', 'maxProperties'];
const lower = ['minLength', 'minItems', 'minimum', 'exclusiveMinimum', 'minProperties'];

/**
 * @param {Node} old
 * @param {Node} now
 * @param {string} place
 */
function bounds(old, now, place) {
  const changes = [];
  for (const [names, side] of /** @type {const} */ ([
    [upper, 1],
    [lower, -1],
  ])) {
    for (const name of names) {
      const after = now[name];
      const before = old[name] ?? (side === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY);
      if (typeof after === 'number' && side * (Number(before) - after) > 0) {
        changes.push(`${place}: ${name} is now ${after}`);
      }
    }
  }
  if (now.pattern !== undefined && now.pattern !== old.pattern) changes.push(`${place}: another pattern`);
  if (now.format !== undefined && now.format !== old.format) changes.push(`${place}: another format`);
  return changes;
}

/** @param {unknown} document @returns {[name: string, path: string, method: string, operation: unknown][]} */
function operationsOf(document) {
  return Object.entries(node(at(document, ['paths']))).flatMap(([path, methods]) =>
    Object.entries(node(methods)).map(
      ([method, operation]) =>
        /** @type {[string, string, string, unknown]} */ ([
          String(at(operation, ['operationId'])),
          path,
          method,
          operation,
        ]),
    ),
  );
}

/** @param {Node} schema @returns {unknown[]} */
function variantsOf(schema) {
  return [...list(schema.anyOf), ...list(schema.oneOf)];
}

/**
 * @param {unknown} document
 * @param {unknown} schema
 * @returns {Node}
 */
function resolved(document, schema) {
  const reference = at(schema, ['$ref']);
  if (typeof reference !== 'string') return node(schema);
  return node(at(document, reference.replace('#/', '').split('/')));
}

/**
 * @param {unknown} value
 * @param {readonly string[]} path
 */
function at(value, path) {
  let found = value;
  for (const key of path) found = isNode(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}

/** @param {unknown} value @returns {value is Node} */
function isNode(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {unknown} value @returns {Node} */
function node(value) {
  return isNode(value) ? value : {};
}

/** @param {unknown} value @returns {unknown[]} */
function list(value) {
  return Array.isArray(value) ? value : [];
}

/**
 * @param {unknown} one
 * @param {unknown} other
 */
function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
