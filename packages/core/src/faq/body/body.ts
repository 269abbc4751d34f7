/** Where a link leads: to another article, whose address never changes, or to a page over https. */
export type LinkTarget =
  | { readonly kind: 'article'; readonly id: string }
  | { readonly kind: 'page'; readonly address: string };

/** A stretch of text within a paragraph, a heading or an item. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly children: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly children: readonly Inline[] }
  /** What is typed as it stands: a merge field, a value, an address. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly to: LinkTarget; readonly children: readonly Inline[] };

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly children: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | {
      readonly kind: 'list';
      /** Whether the items are steps, in their order. */
      readonly ordered: boolean;
      /** The number of the first step where it is not 1: steps go on after a picture between them. */
      readonly start?: number | undefined;
      readonly items: readonly (readonly Inline[])[];
    }
  /** A picture among the files of the article. */
  | {
      readonly kind: 'image';
      readonly file: string;
      /** What it shows, for those who do not see it. Never empty. */
      readonly alt: string;
    };

/** The text of a body without its marks, block by block: what is searched, and what excerpts are cut from. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => (block.kind === 'image' ? block.alt : stretchesOf(block).map(textOf).join('\n')))
    .join('\n');
}

/** The articles that a body leads to, each once. */
export function linkedArticles(blocks: readonly Block[]): string[] {
  return [...new Set(blocks.flatMap(stretchesOf).flat().flatMap(articlesIn))];
}

/** The files that a body shows as pictures, each once. */
export function shownFiles(blocks: readonly Block[]): string[] {
  return [...new Set(blocks.flatMap((block) => (block.kind === 'image' ? [block.file] : [])))];
}

function stretchesOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'list':
      return block.items;
    case 'image':
      return [];
    default:
      return [block.children];
  }
}

function textOf(children: readonly Inline[]): string {
  return children.map((child) => ('children' in child ? textOf(child.children) : child.text)).join('');
}

function articlesIn(inline: Inline): string[] {
  const own = inline.kind === 'link' && inline.to.kind === 'article' ? [inline.to.id] : [];
  return 'children' in inline ? [...own, ...inline.children.flatMap(articlesIn)] : own;
}
