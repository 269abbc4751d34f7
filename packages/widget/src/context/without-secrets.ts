/** What is taken out of what goes along by itself, and what stands in its place. A person may still write all of it. */
const secrets: readonly (readonly [shape: RegExp, instead: string])[] = [
  // Addresses keep their path: what follows it may hold anything.
  [/([a-z][a-z0-9+.-]*:\/\/[^\s?#"'<>]*|\/[^\s?#"'<>]+)[?#][^\s"'<>)]*/gi, '$1'],
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1'],
  [/[\p{L}\p{N}._%+-]+(?:@|%40)[\p{L}\p{N}.-]+\.\p{L}{2,}/gu, '[@]'],
  // Tokens and keys: signed ones, those that are named, and long ones of letters and digits.
  [/\beyJ[\w-]+\.[\w-]*(?:\.[\w-]*)*/g, '[…]'],
  [/\b(bearer|basic)\s+(?!\[)[^\s"',;)}]{4,}/gi, '$1 […]'],
  [
    /\b(token|password|passwd|secret|api[_-]?key|session(?:id)?)(["']?\s*[:=]\s*["']?)(?!\[)[^\s"',;)}]+/gi,
    '$1$2[…]',
  ],
  [/\b(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{24,}\b/gi, '[…]'],
  // Numbers of telephones, accounts and people: nine digits and more, in groups or not.
  [/\b(?:[A-Z]{2}\d{2}[ ]?)?\d(?:[ .-]?\d){8,}\b/g, '[#]'],
];

/** The same text without tokens, keys, e-mail addresses, long numbers, and what stands behind `?` or `#` in addresses. */
export function withoutSecrets(text: string): string {
  return secrets.reduce((left, [shape, instead]) => left.replace(shape, instead), text);
}
