/** « Bonjour Claire, », « Hello all »: a greeting and whom it is for, and nothing else on the line. */
const greeting =
  /^(?:(?:re-?)?bonjour|bonsoir|salut|ch[eè]re?s?|hello|hi|dear|good (?:morning|afternoon|evening))(?: (?:\p{Lu}[\p{L}’'-]*|à|a|tous|toutes|et|and|l[’']équipe|all|team|everyone|madame|monsieur)){0,5}[\s,.!:]*$/u;
const farewell =
  /^(?:(?:bien |très )?cordialement|(?:bien )?à vous|belle journée|bonne (?:journée|soirée|fin de journée|semaine)|excellente journée|merci(?: (?:beaucoup|d[’']avance|par avance|encore|à vous))?|sincères salutations|(?:kind|best|warm) regards|regards|thanks?(?: (?:you|again|a lot|in advance))?|have a (?:nice|good) day|many thanks|sincerely)[\s,.!]*$/iu;

/** What a message says without its greeting at the beginning, and without its farewell and what is signed below. */
export function withoutCourtesies(message: string): string {
  const lines = message.split(/\r\n?|\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const greets = greeting.test(
    (lines[first] ?? '').trim().replace(/^\p{L}/u, (letter) => letter.toLowerCase()),
  );
  const begun = greets ? lines.slice(first + 1) : lines;
  // Only near the end: somebody may thank in the middle of what they say.
  const last = begun.findIndex((line, place) => farewell.test(line.trim()) && begun.length - place <= 6);
  return (last === -1 ? begun : begun.slice(0, last)).join('\n').trim();
}
