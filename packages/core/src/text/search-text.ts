const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };

/** One spelling for the index and for what is searched: no case, no accents, no ligatures, plain apostrophes. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[œæß]/g, (letter) => ligatures[letter] ?? letter)
    .replace(/[’‘ʼ′`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}
