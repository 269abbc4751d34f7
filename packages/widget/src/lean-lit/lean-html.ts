/**
 * What the widget uses of Lit's templates, and no more: text, lists and templates between tags; attributes, properties,
 * yes-or-no attributes and listeners in them. There are no directives, and no `<` or `>` in the attributes of a template.
 * `lean-html.browser.test.ts` holds it to what Lit does.
 */

import { ours } from '../panel/apart.js';

/** Stands where nothing is to be: no text, no attribute. */
export const nothing = Symbol();

/** A template with the values for its holes. */
class Drawing {
  readonly strings: TemplateStringsArray;
  readonly values: readonly unknown[];
  readonly isSvg: boolean;

  constructor(strings: TemplateStringsArray, values: readonly unknown[], isSvg: boolean) {
    this.strings = strings;
    this.values = values;
    this.isSvg = isSvg;
  }
}

export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): Drawing {
  return new Drawing(strings, values, false);
}

export function svg(strings: TemplateStringsArray, ...values: readonly unknown[]): Drawing {
  return new Drawing(strings, values, true);
}

/** A hole of a template: a comment between tags, or an attribute with what stands around its values. */
interface Hole {
  /** Which of the template's nodes has it. */
  readonly node: number;
  readonly attribute: { readonly name: string; readonly around: readonly string[] } | null;
}

interface Template {
  readonly content: DocumentFragment;
  readonly holes: readonly Hole[];
}

/** Stands for a value in the markup of a template. */
const mark = '⁂';
/** The attribute, and the beginning of its value, that a piece of a template ends in. */
const openAttribute = /([^\s"=]+)=("[^"]*)?$/;
/** A browser that may have Trusted Types. */
interface Page {
  readonly document: Document;
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createHTML(text: string): string },
    ): { createHTML(text: string): unknown };
  };
}

const page: Page = globalThis;
/** A name of our own: a policy can be made once per page by its name, and a host page that uses Lit has made Lit's. */
const policy = page.trustedTypes?.createPolicy('teo-support', { createHTML: (text) => text });
const templates = new WeakMap<TemplateStringsArray, Template>();

/** Each template is taken apart once. */
function templateOf({ strings, isSvg }: Drawing): Template {
  const known = templates.get(strings);
  if (known !== undefined) return known;
  // A parser makes names small, and acts on some attributes: they are put away under others.
  const names: string[] = [];
  let markup = isSvg ? '<svg>' : '';
  let quoted = false;
  strings.forEach((piece, index) => {
    quoted &&= !piece.includes('"');
    const isLast = index === strings.length - 1;
    const isInTag = `${markup}${piece}`.lastIndexOf('<') > `${markup}${piece}`.lastIndexOf('>');
    // What is drawn at the end of a template needs a node behind it: one more hole, for which there is no value.
    if (isLast) markup += piece || '<!---->';
    else if (quoted || !isInTag) markup += piece + (isInTag ? mark : '<!---->');
    else {
      markup += piece.replace(openAttribute, (_, name: string, begun: string | undefined) => {
        names.push(name);
        quoted = begun !== undefined;
        return `${name}$=${begun ?? '"'}${mark}${quoted ? '' : '"'}`;
      });
    }
  });
  const element = document.createElement('template');
  Reflect.set(element, 'innerHTML', policy?.createHTML(markup) ?? markup);
  const { content } = element;
  if (isSvg) content.firstChild?.replaceWith(...content.firstChild.childNodes);
  const holes = nodesOf(content).flatMap((node, place): Hole[] =>
    node instanceof Element
      ? node
          .getAttributeNames()
          .filter((name) => name.endsWith('$'))
          .map((put) => {
            const around = node.getAttribute(put)?.split(mark) ?? [];
            node.removeAttribute(put);
            return { node: place, attribute: { name: names.shift() ?? '', around } };
          })
      : [{ node: place, attribute: null }],
  );
  const template = { content, holes };
  templates.set(strings, template);
  return template;
}

/** Its elements and comments, in their order. */
function nodesOf(content: DocumentFragment): Node[] {
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
  const nodes: Node[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node);
  return nodes;
}

/** Puts a value in its place. */
type Put = (value: unknown) => void;

function putInAttribute(element: Element, name: string, host: object): Put {
  const own = name.slice(1);
  let last: unknown = nothing;
  const changed = (put: Put): Put => {
    return (value) => {
      if (value === last) return;
      last = value;
      put(value);
    };
  };
  switch (name[0]) {
    case '.':
      return changed((value) => Reflect.set(element, own, value === nothing ? undefined : value));
    case '?':
      return changed((value) => element.toggleAttribute(own, value !== nothing && Boolean(value)));
    case '@':
      element.addEventListener(
        own,
        ours((event) => typeof last === 'function' && last.call(host, event)),
      );
      return changed(() => {});
    default:
      return changed((value) => {
        if (value === nothing) element.removeAttribute(name);
        else element.setAttribute(name, String(value ?? ''));
      });
  }
}

/** A template that is drawn. */
class Drawn {
  readonly template: Template;
  readonly content: DocumentFragment;
  /** Each takes its values from the front. */
  readonly #puts: readonly ((values: unknown[]) => void)[];

  constructor(template: Template, host: object) {
    this.template = template;
    // Elements are made what they are here, before their properties are set.
    this.content = document.importNode(template.content, true);
    const nodes = nodesOf(this.content);
    this.#puts = template.holes.flatMap(({ node: place, attribute }) => {
      const node = nodes[place];
      if (node === undefined) return [];
      if (attribute === null || !(node instanceof Element)) {
        const inside = new Place(node, node.nextSibling, host);
        return [(values) => inside.draw(values.shift())];
      }
      const { name, around } = attribute;
      const put = putInAttribute(node, name, host);
      if (around.join('') === '' && around.length === 2) return [(values) => put(values.shift())];
      return [
        (values) => {
          const given = values.splice(0, around.length - 1);
          const text = around.map((part, index) => part + String(given[index] ?? '')).join('');
          put(given.includes(nothing) ? nothing : text);
        },
      ];
    });
  }

  fill(values: readonly unknown[]): void {
    const left = [...values];
    for (const put of this.#puts) put(left);
  }
}

/** A place between two nodes, or to the end of their parent, and what is drawn there. */
export class Place {
  readonly #start: Node;
  readonly #end: Node | null;
  readonly #host: object;
  #shown: string | Drawn | Place[] = '';

  /** @param host what listeners are called on */
  constructor(start: Node, end: Node | null, host: object) {
    this.#start = start;
    this.#end = end;
    this.#host = host;
  }

  draw(value: unknown): void {
    if (value instanceof Drawing) this.#drawTemplate(value);
    else if (Array.isArray(value)) this.#drawList(value);
    else this.#drawText(value === nothing ? '' : String(value ?? ''));
  }

  #drawTemplate(drawing: Drawing): void {
    const template = templateOf(drawing);
    if (this.#shown instanceof Drawn && this.#shown.template === template) {
      this.#shown.fill(drawing.values);
      return;
    }
    const drawn = new Drawn(template, this.#host);
    drawn.fill(drawing.values);
    this.#clear();
    this.#add(drawn.content);
    this.#shown = drawn;
  }

  #drawList(values: readonly unknown[]): void {
    if (!Array.isArray(this.#shown)) {
      this.#clear();
      this.#shown = [];
    }
    const places = this.#shown;
    let used = 0;
    let before = this.#start;
    for (const value of values) {
      const place = places[used] ?? new Place(before, this.#add(document.createComment('')), this.#host);
      places[used] = place;
      place.draw(value);
      before = place.#end ?? before;
      used += 1;
    }
    this.#clear(before);
    places.length = used;
  }

  #drawText(text: string): void {
    if (this.#shown === text) return;
    const node = this.#start.nextSibling;
    if (typeof this.#shown === 'string' && this.#shown !== '' && text !== '' && node instanceof Text)
      node.data = text;
    else {
      this.#clear();
      if (text !== '') this.#add(document.createTextNode(text));
    }
    this.#shown = text;
  }

  #add<N extends Node>(node: N): N {
    return this.#start.parentNode?.insertBefore(node, this.#end) ?? node;
  }

  #clear(after = this.#start): void {
    while (after.nextSibling !== null && after.nextSibling !== this.#end) after.nextSibling.remove();
  }
}
