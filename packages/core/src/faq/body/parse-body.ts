import type { Block, Inline, LinkTarget } from './body.js';
import { imageIn } from './image.js';

const heading = /^(#{2,3}) +(.+)$/;
const item = /^(?:([-*])|(\d{1,3})[.)]) +(.+)$/;

/** What the lines so far belong to. */
type Open =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly lines: readonly string[];
    };

/**
 * Reads a body in a safe subset of Markdown: paragraphs, headings of level 2 and 3, lists, `**strong**`, `*emphasis*`,
 * `` `code` ``, links to articles (`faq:an-article`) or pages (`https://…`), and pictures of its own, each on a line
 * (`![what it shows](file:…)`). Total: whatever is not one of these is text, HTML too, so that nothing an author writes
 * can become anything but words.
 */
export function parseBody(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: Open | null = null;
  for (const line of markdown.split(/\r\n?|\n/).map((raw) => raw.trim())) {
    const [, marks, title] = heading.exec(line) ?? [];
    const image = imageIn(line);
    if (line === '' || title !== undefined || image !== null) {
      blocks.push(...closed(open));
      open = null;
      if (image !== null) blocks.push(image);
      if (title !== undefined)
        blocks.push({ kind: 'heading', level: marks === '##' ? 2 : 3, children: parseInline(title) });
      continue;
    }
    const next = withLine(open, line);
    if (next === null) {
      blocks.push(...closed(open));
      open = withLine(null, line);
    } else open = next;
  }
  return [...blocks, ...closed(open)];
}

/** What is open with one more line; `null` when the line begins something else. */
function withLine(open: Open | null, line: string): Open | null {
  const [, bullet, number, words] = item.exec(line) ?? [];
  if (words !== undefined) {
    const ordered = bullet === undefined;
    if (open === null) return { kind: 'list', ordered, start: Number(number ?? 1), lines: [words] };
    return open.kind === 'list' && open.ordered === ordered
      ? { ...open, lines: [...open.lines, words] }
      : null;
  }
  if (open === null) return { kind: 'paragraph', lines: [line] };
  if (open.kind === 'paragraph') return { ...open, lines: [...open.lines, line] };
  return { ...open, lines: [...open.lines.slice(0, -1), `${open.lines.at(-1) ?? ''} ${line}`] };
}

function closed(open: Open | null): Block[] {
  if (open === null) return [];
  return open.kind === 'paragraph'
    ? [{ kind: 'paragraph', children: parseInline(open.lines.join(' ')) }]
    : [
        {
          kind: 'list',
          ordered: open.ordered,
          ...(open.start === 1 ? {} : { start: open.start }),
          items: open.lines.map(parseInline),
        },
      ];
}

/** One mark at a time; what is between its two ends holds no other of its kind, so that this stays linear. */
const mark =
  /\*\*([^*]+)\*\*|\*([^*\s](?:[^*]*[^*\s])?)\*|`([^`]+)`|\[([^[\]]+)\]\(([^()\s]+)\)|\\([\\*`[\]#-])/g;

function parseInline(text: string): Inline[] {
  const inlines: Inline[] = [];
  let place = 0;
  const say = (words: string) => {
    const last = inlines.at(-1);
    if (words === '') return;
    if (last?.kind === 'text') inlines.splice(-1, 1, { kind: 'text', text: last.text + words });
    else inlines.push({ kind: 'text', text: words });
  };
  for (const match of text.matchAll(mark)) {
    const [whole, strong, emphasis, code, label, address, escaped] = match;
    say(text.slice(place, match.index));
    place = match.index + whole.length;
    const to = address === undefined ? null : targetOf(address);
    if (strong !== undefined) inlines.push({ kind: 'strong', children: parseInline(strong) });
    else if (emphasis !== undefined) inlines.push({ kind: 'emphasis', children: parseInline(emphasis) });
    else if (code !== undefined) inlines.push({ kind: 'code', text: code });
    else if (label !== undefined && to !== null) {
      inlines.push({ kind: 'link', to, children: withoutLinks(parseInline(label)) });
    } else say(escaped ?? whole);
  }
  say(text.slice(place));
  return inlines;
}

/** Other addresses than these are words: no script, no mail, no host that a page of ours would trust. */
function targetOf(address: string): LinkTarget | null {
  const article = /^faq:([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(address)?.[1];
  if (article !== undefined) return { kind: 'article', id: article };
  return /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?(?:[/?#][\x21-\x7e]*)?$/i.test(address)
    ? { kind: 'page', address }
    : null;
}

function withoutLinks(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline) => (inline.kind === 'link' ? inline.children : [inline]));
}
