/** What is wrong, by place: `description`, `steps/2`, `usable`. In the order of the form. */
export type FieldProblems = ReadonlyMap<string, string>;

export const noProblems: FieldProblems = new Map();

/** The problem of a field as a whole: its own, or the first of what it consists of. */
export function problemAt(problems: FieldProblems, field: string): string | undefined {
  const own = problems.get(field);
  if (own !== undefined) return own;
  for (const [place, text] of problems) if (place.startsWith(`${field}/`)) return text;
  return undefined;
}
