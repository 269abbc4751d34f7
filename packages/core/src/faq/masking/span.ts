import { type MaskKind, maskKinds } from './mask.js';

/** A stretch of a text that may tell of somebody: from `start` up to `end`, in UTF-16 code units. */
export interface Span {
  readonly kind: MaskKind;
  readonly start: number;
  readonly end: number;
}

/** Spans in their order, those that overlap as one: of the kind of the longest. */
export function merged(spans: readonly Span[]): Span[] {
  const inOrder = [...spans].sort((one, other) => one.start - other.start || other.end - one.end);
  const apart: Span[] = [];
  let longest = 0;
  for (const span of inOrder) {
    const last = apart.at(-1);
    const length = span.end - span.start;
    if (last === undefined || span.start >= last.end) {
      apart.push(span);
      longest = length;
      continue;
    }
    const wins = length > longest || (length === longest && rank(span.kind) < rank(last.kind));
    apart.splice(-1, 1, {
      kind: wins ? span.kind : last.kind,
      start: last.start,
      end: Math.max(last.end, span.end),
    });
    longest = Math.max(longest, length);
  }
  return apart;
}

function rank(kind: MaskKind): number {
  return maskKinds.indexOf(kind);
}
