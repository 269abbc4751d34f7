import { declarationOf, type FileRef, fileId, type Impact, write } from '@teo-support/core';
import type { Draft, DraftAnswer } from './draft.js';

/** The two facts, once both are known. A type that does not ask for them counts as the least of all. */
export function impactOf(draft: Draft): Impact | null {
  if (!declarationOf(draft.type).asksImpact) return { usable: true };
  if (draft.usable === true) return { usable: true };
  if (draft.usable === null || draft.alternative === null) return null;
  return { usable: false, alternative: draft.alternative };
}

/** The answers as the rules and the API take them. */
export function answersOf(
  draft: Draft,
): Record<string, string | string[] | { files: string[]; noneBecause?: string }> {
  return Object.fromEntries(Object.entries(draft.answers).map(([name, answer]) => [name, inputOf(answer)]));
}

function inputOf(answer: DraftAnswer) {
  switch (answer.kind) {
    case 'text':
      return answer.text;
    case 'steps':
      return [...answer.steps];
    case 'images':
      return { files: answer.files.map((file) => file.id), noneBecause: answer.noneBecause };
  }
}

/** The uploads of a draft, as the rules know files. */
export function uploadsOf(draft: Draft): FileRef[] {
  return Object.values(draft.answers).flatMap((answer) =>
    answer.kind === 'images'
      ? answer.files.map((file) => ({ ...file, id: fileId(file.id), name: write(file.name ?? '') }))
      : [],
  );
}
