/** A value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One text for one value: keys sorted, no white space (after RFC 8785), so that its digest can be made again. */
export function canonicalJson(value: Json): string {
  // What stands in its order already, as sealed events do, is written at once.
  if (value === null || typeof value !== 'object' || isInOrder(value)) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let members = '';
  for (const [key, member] of Object.entries(value).sort(byKey)) {
    members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

function isInOrder(value: Json): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (isList(value)) return value.every(isInOrder);
  let before: string | null = null;
  for (const key of Object.keys(value)) {
    if (before !== null && key < before) return false;
    if (!isInOrder(value[key] ?? null)) return false;
    before = key;
  }
  return true;
}

/** `Array.isArray` for lists that cannot be written to, too. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function byKey([a]: readonly [string, Json], [b]: readonly [string, Json]): number {
  return a < b ? -1 : 1;
}
