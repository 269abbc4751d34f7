import { isWritten } from '../text/written.js';
import type { Json } from './canonical-json.js';

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
  /** The event to the letter as it is when it was stored and read again: what unsealing gives. */
  readonly stored: Json;
}

/** What stands in a payload in place of words. */
const digestKey = 'digest_of_words';

/**
 * The digest that binds words to the chain. The salt keeps short texts from being guessed from it; the two are
 * quoted, so that nothing can be moved from one to the other.
 */
export function digestOf(text: string, salt: string, sha256: Sha256): string {
  // The canonical JSON of a list of two texts.
  return sha256(JSON.stringify([salt, text]));
}

/** A part of an event, without words and with them. */
interface SealedPart {
  readonly payload: Json;
  readonly stored: Json;
}

/**
 * Takes the words out of an event. The members of the payload stand in the order of their names, as they do in its
 * canonical JSON.
 * @param makeSalt gives a fresh unguessable text for each call
 */
export function seal(event: object, sha256: Sha256, makeSalt: () => string): Sealed {
  const texts: SealedText[] = [];
  const part = (value: unknown, path: string): SealedPart => {
    if (typeof value !== 'object' || value === null) return unchanged(plainOf(value));
    if (isWritten(value)) {
      const { written: text } = value;
      if (text === null) return { payload: { [digestKey]: null }, stored: { written: null } };
      const salt = makeSalt();
      texts.push({ path, salt, text });
      return { payload: { [digestKey]: digestOf(text, salt, sha256) }, stored: { written: text } };
    }
    if (Array.isArray(value)) {
      const parts = value.map((item, index) => part(item, `${path}/${index}`));
      return { payload: parts.map(({ payload }) => payload), stored: parts.map(({ stored }) => stored) };
    }
    const members: Record<string, unknown> = { ...value };
    const [payload, stored]: [Record<string, Json>, Record<string, Json>] = [{}, {}];
    for (const key of Object.keys(members).sort()) {
      const member = part(members[key], below(path, key));
      setMember(payload, key, member.payload);
      setMember(stored, key, member.stored);
    }
    return { payload, stored };
  };
  return { texts, ...part(event, '') };
}

function plainOf(value: unknown): Json {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function unchanged(value: Json): SealedPart {
  return { payload: value, stored: value };
}

/** Puts the words back; those that are no longer there (erased) become `{ written: null }`. */
export function unseal(payload: Json, texts: ReadonlyMap<string, string>): Json {
  const visit = (value: Json, path: string): Json => {
    if (value === null || typeof value !== 'object') return value;
    if (isList(value)) return value.map((item, index) => visit(item, `${path}/${index}`));
    const keys = Object.keys(value);
    if (keys.length === 1 && keys[0] === digestKey) return { written: texts.get(path) ?? null };
    const object: Record<string, Json> = {};
    for (const key of keys) setMember(object, key, visit(value[key] ?? null, below(path, key)));
    return object;
  };
  return visit(payload, '');
}

function setMember(object: Record<string, Json>, key: string, value: Json): void {
  // Set like any other, it would become what the object inherits from.
  if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, writable: true });
  else object[key] = value;
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
