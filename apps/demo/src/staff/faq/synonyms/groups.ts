/** The words of a group as they are typed, with commas between. */
export function wordsIn(line: string): string[] {
  return [...new Set(line.split(',').map((word) => word.trim()))].filter((word) => word !== '');
}

/** What two people made of the same groups: each line that somebody added is there, each that somebody took away is not. */
export function mergedGroups(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] {
  const kept = mine.filter((line) => !base.includes(line) || theirs.includes(line));
  return [...kept, ...theirs.filter((line) => !base.includes(line) && !kept.includes(line))];
}

/** What was stored of lines, or null when it is nothing of the kind. */
export function readLines(stored: unknown): string[] | null {
  return Array.isArray(stored) && stored.every((line) => typeof line === 'string') ? stored : null;
}
