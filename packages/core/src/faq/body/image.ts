import type { Block } from './body.js';

type ImageBlock = Extract<Block, { readonly kind: 'image' }>;

/** As long as the words for a picture may be, in UTF-16 code units. */
export const longestAlt = 300;

/** A file is named by its id alone: no address of anywhere can stand here. */
const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const line = new RegExp(String.raw`^!\[([^[\]]{1,${longestAlt}})\]\(file:(${id})\)$`);
const addresses = new RegExp(String.raw`(!\[[^[\]]{1,${longestAlt}}\])\(file:${id}\)`, 'g');

/** The picture that a line of a body is; `null` for any other line, and for a picture without words for it. */
export function imageIn(text: string): ImageBlock | null {
  const [, words = '', file] = line.exec(text) ?? [];
  const alt = words.trim();
  return file === undefined || alt === '' ? null : { kind: 'image', file, alt };
}

/**
 * The line that shows a file as a picture. What would end the words early is left out of them.
 * @param alt what the picture shows, for those who do not see it
 */
export function imageLine(file: string, alt: string): string {
  const words = alt.replace(/[[\]]/g, '').replace(/\s+/g, ' ').trim().slice(0, longestAlt);
  return `![${words}](file:${file})`;
}

/** A body without the ids of its pictures, whose figures tell of nobody. */
export function withoutFileIds(markdown: string): string {
  return markdown.replace(addresses, '$1');
}
