/** What a typed word is from a known one: to the whole of it, and to the nearest of its beginnings. */
export interface Distance {
  readonly whole: number;
  readonly beginning: number;
}

/**
 * How many letters have to be put in, left out, changed or swapped with their neighbour to make `known` of `typed`
 * (optimal string alignment), as far as `most`; what is further counts as `most + 1`.
 */
export function distance(typed: string, known: string, most: number): Distance {
  const far = most + 1;
  const width = Math.min(known.length, typed.length + most);
  let before: number[] = [];
  let row = Array.from({ length: width + 1 }, (_, place) => place);
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= width; j += 1) {
      const same = typed.charCodeAt(i - 1) === known.charCodeAt(j - 1);
      let cost = Math.min(
        (row[j] ?? far) + 1,
        (next[j - 1] ?? far) + 1,
        (row[j - 1] ?? far) + (same ? 0 : 1),
      );
      const swapped =
        i > 1 &&
        j > 1 &&
        typed.charCodeAt(i - 1) === known.charCodeAt(j - 2) &&
        typed.charCodeAt(i - 2) === known.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? far) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return { whole: far, beginning: far };
    before = row;
    row = next;
  }
  return {
    whole: width < known.length ? far : Math.min(row[known.length] ?? far, far),
    beginning: Math.min(...row, far),
  };
}
