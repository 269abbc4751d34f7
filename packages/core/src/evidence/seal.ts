import { isWritten } from '../text/written.js';
import { canonicalJson, type Json } from './canonical-json.js';

/** SHA-256 of a UTF-8 text, in hexadecimal. Handed in, as this package brings no cryptography of its own. */
export type Sha256 = (text: string) => string;

/** A person's words taken out of an event. `path` is the JSON pointer (RFC 6901) to where they stood. */
export interface SealedText {
  readonly path: string;
  readonly salt: string;
  readonly text: string;
}

/** An event without a word of what people wrote: in their places stand salted digests. */
export interface Sealed {
  readonly payload: Json;
  readonly texts: readonly SealedText[];
}

/** What stands in a payload in place of words. */
const digestKey = 'digest_of_words';

/**
 * The digest that binds words to the chain. The salt keeps short texts from being guessed from it; the two are
 * quoted, so that nothing can be moved from one to the other.
 */
export function digestOf(text: string, salt: string, sha256: Sha256): string {
  return sha256(canonicalJson([salt, text]));
}

/**
 * Takes the words out of an event. The members of the payload stand in the order of their names, as they do in its
 * canonical JSON: unsealed at once, an event is to the letter what it is when it was stored and read again.
 * @param makeSalt gives a fresh unguessable text for each call
 */
export function seal(event: object, sha256: Sha256, makeSalt: () => string): Sealed {
  const texts: SealedText[] = [];
  const visit = (value: unknown, path: string): Json => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    if (typeof value !== 'object' || value === null) return null;
    if (isWritten(value)) {
      if (value.written === null) return { [digestKey]: null };
      const salt = makeSalt();
      texts.push({ path, salt, text: value.written });
      return { [digestKey]: digestOf(value.written, salt, sha256) };
    }
    if (Array.isArray(value)) return value.map((item, index) => visit(item, `${path}/${index}`));
    const members: Record<string, unknown> = { ...value };
    return objectOf(Object.keys(members).sort(), (key) => visit(members[key], below(path, key)));
  };
  return { payload: visit(event, ''), texts };
}

/** Puts the words back; those that are no longer there (erased) become `{ written: null }`. */
export function unseal(payload: Json, texts: ReadonlyMap<string, string>): Json {
  const visit = (value: Json, path: string): Json => {
    if (value === null || typeof value !== 'object') return value;
    if (isList(value)) return value.map((item, index) => visit(item, `${path}/${index}`));
    const keys = Object.keys(value);
    if (keys.length === 1 && keys[0] === digestKey) return { written: texts.get(path) ?? null };
    return objectOf(keys, (key) => visit(value[key] ?? null, below(path, key)));
  };
  return visit(payload, '');
}

function objectOf(keys: readonly string[], memberOf: (key: string) => Json): Json {
  const object: Record<string, Json> = {};
  for (const key of keys) {
    const value = memberOf(key);
    // Set like any other, it would become what the object inherits from.
    if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, writable: true });
    else object[key] = value;
  }
  return object;
}

/** Every digest that a payload holds, by its path: what `verify` compares the stored words with. */
export function digestsIn(payload: Json): ReadonlyMap<string, string> {
  const digests = new Map<string, string>();
  const visit = (value: Json, path: string): void => {
    if (value === null || typeof value !== 'object') return;
    for (const [key, member] of Object.entries(value)) {
      if (key === digestKey && typeof member === 'string') digests.set(path, member);
      else visit(member, below(path, key));
    }
  };
  visit(payload, '');
  return digests;
}

/** `Array.isArray` for lists that cannot be written to, too. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** The pointer to a member of what another pointer leads to. */
function below(path: string, key: string): string {
  return `${path}/${/[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key}`;
}
