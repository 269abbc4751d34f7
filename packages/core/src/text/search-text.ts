const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };

/** Single spaces are left alone, as nearly all are: to replace each by itself takes as long as all the rest. */
const moreThanASpace = /\s\s+|[^\S ]/g;

/** One spelling for the index and for what is searched: no case, no accents, no ligatures, plain apostrophes. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[œæß]/g, (letter) => ligatures[letter] ?? letter)
    .replace(/[’‘ʼ′`]/g, "'")
    .replace(moreThanASpace, ' ')
    .trim();
}
