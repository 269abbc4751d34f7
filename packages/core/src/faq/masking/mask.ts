/** What a mask stands for. */
export const maskKinds = [
  'email',
  'address',
  'file',
  'phone',
  'course',
  'organization',
  'person',
  'figure',
] as const;
export type MaskKind = (typeof maskKinds)[number];

/** What was taken out of a text. `mark` stands in its place until somebody has settled it. */
export interface Mask {
  readonly mark: string;
  readonly kind: MaskKind;
  /** The words that it hides, as they were written. For the team alone. */
  readonly original: string;
}

/** Brackets that nobody types, so that a mark is never taken for words, nor words for a mark. */
const mark = /⟦(email|address|file|phone|course|organization|person|figure):\d{1,4}⟧/gu;

export function markOf(kind: MaskKind, number: number): string {
  return `⟦${kind}:${number}⟧`;
}

/** The kind that a mark names; null for anything else. */
export function kindOfMark(text: string): MaskKind | null {
  const name = /^⟦([a-z]+):\d{1,4}⟧$/u.exec(text)?.[1];
  return maskKinds.find((kind) => kind === name) ?? null;
}

/** The marks of a text in their order, each as often as it stands there. */
export function marksIn(text: string): string[] {
  return [...text.matchAll(mark)].map(([found]) => found);
}

/** A stretch between two marks, or a mark. */
export interface Piece {
  readonly text: string;
  /** Where it begins, in UTF-16 code units. */
  readonly start: number;
  readonly marked: boolean;
}

/** A text in pieces: what is masked, and what stands between. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let place = 0;
  const say = (until: number) => {
    if (until > place) pieces.push({ text: text.slice(place, until), start: place, marked: false });
  };
  for (const { 0: found, index } of text.matchAll(mark)) {
    say(index);
    pieces.push({ text: found, start: index, marked: true });
    place = index + found.length;
  }
  say(text.length);
  return pieces;
}

/** Words as they came, without the brackets of marks: nobody writes one by hand. */
export function withoutBrackets(text: string): string {
  return text.replaceAll('⟦', '[').replaceAll('⟧', ']');
}
