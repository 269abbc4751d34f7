/**
 * The files that somebody pastes. Cells of a table and rich text come with a picture of themselves, which nobody means
 * who pastes into a field of words.
 */
export function pastedFiles({ clipboardData: data }: ClipboardEvent): readonly File[] {
  const rich = data?.types.includes('text/html') && data.types.includes('text/plain');
  return rich ? [] : [...(data?.files ?? [])];
}
