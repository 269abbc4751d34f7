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
      readonly items: readonly (readonly Inline[])[];
    };

/** The text of a body without its marks, block by block: what is searched, and what excerpts are cut from. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => (block.kind === 'list' ? block.items.map(textOf).join('\n') : textOf(block.children)))
    .join('\n');
}

/** The articles that a body leads to, each once. */
export function linkedArticles(blocks: readonly Block[]): string[] {
  const stretches = blocks.flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.children));
  return [...new Set(stretches.flatMap(articlesIn))];
}

function textOf(children: readonly Inline[]): string {
  return children.map((child) => ('children' in child ? textOf(child.children) : child.text)).join('');
}

function articlesIn(inline: Inline): string[] {
  const own = inline.kind === 'link' && inline.to.kind === 'article' ? [inline.to.id] : [];
  return 'children' in inline ? [...own, ...inline.children.flatMap(articlesIn)] : own;
}
