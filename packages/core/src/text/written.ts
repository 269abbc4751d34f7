/**
 * Something that a person wrote. It travels inside events but is stored apart from the log, which
 * keeps only a salted digest of it: that is what lets one person's words be erased while the chain
 * of evidence still holds. `written` is `null` once erased.
 */
export interface Written {
  readonly written: string | null;
}

/** Wraps a person's words, with the white space around them removed. */
export function write(text: string): Written {
  return { written: text.trim() };
}

/** Tells words of a person apart from the plain values that stand beside them in an event. */
export function isWritten(value: unknown): value is Written {
  if (typeof value !== 'object' || value === null || !('written' in value)) return false;
  return Object.keys(value).length === 1 && (value.written === null || typeof value.written === 'string');
}
