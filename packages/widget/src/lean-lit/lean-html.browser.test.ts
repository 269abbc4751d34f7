import * as lit from 'lit';
import { afterEach, describe, expect, test } from 'vitest';
import * as lean from './lean-html.js';

type Tag = (strings: TemplateStringsArray, ...values: unknown[]) => unknown;

/** Templates of either kind, and how one is drawn into a place. */
interface Kind {
  readonly html: Tag;
  readonly svg: Tag;
  readonly nothing: unknown;
  into(root: HTMLElement, host: object): (value: unknown) => void;
}

const kinds: readonly (readonly [string, Kind])[] = [
  ['Lit', { ...lit, into: (root, host) => (value) => void lit.render(value, root, { host }) }],
  [
    'what stands in its place in the script',
    {
      ...lean,
      into(root, host) {
        const place = new lean.Place(root.appendChild(document.createComment('')), null, host);
        return (value) => place.draw(value);
      },
    },
  ],
];

afterEach(() => document.body.replaceChildren());

/** Without the comments that hold places. */
function markup(root: Element): string {
  return root.innerHTML.replace(/<!--.*?-->/g, '');
}

describe.each(kinds)('%s', (name, { html, svg, nothing, into }) => {
  function place() {
    const root = document.body.appendChild(document.createElement('div'));
    const host = {};
    return { root, host, draw: into(root, host) };
  }

  test.each([
    ['text', 'a < b & c', 'a &lt; b &amp; c'],
    ['a number', 0, '0'],
    ['no', false, 'false'],
    ['null', null, ''],
    ['undefined', undefined, ''],
    ['nothing', nothing, ''],
    ['an empty text', '', ''],
    ['an empty list', [], ''],
    ['a list of lists', [['a', nothing], 'b', []], 'ab'],
  ])('draws %s', (_what, value, expected) => {
    const { root, draw } = place();
    draw(html`<p>${value}!</p>`);
    expect(markup(root)).toBe(`<p>${expected}!</p>`);
    draw(html`<p>${'before'}!</p>`);
    draw(html`<p>${value}!</p>`);
    expect(markup(root)).toBe(`<p>${expected}!</p>`);
  });

  test('draws one thing after any other in the same place', () => {
    const values = ['one', nothing, ['a', html`<b>c</b>`], html`<i>${'x'}</i>`, '', 'two', [], html`<hr />`];
    const alone = values.map((value) => {
      const { root, draw } = place();
      draw(html`<p>(${value})</p>`);
      return markup(root);
    });
    const { root, draw } = place();
    const one = (value: unknown) => draw(html`<p>(${value})</p>`);
    for (const from of values.keys()) {
      for (const to of values.keys()) {
        one(values[from]);
        one(values[to]);
        expect(markup(root)).toBe(alone[to]);
      }
    }
  });

  test('changes the text and keeps the elements of a template that is drawn again', () => {
    const { root, draw } = place();
    const greeting = (who: string, title: string) => html`<p title=${title}>Bonjour <b>${who}</b></p>`;
    draw(greeting('Lou', 'a'));
    const [paragraph, text] = [root.querySelector('p'), root.querySelector('b')?.lastChild];
    draw(greeting('Sam', 'b'));
    expect(markup(root)).toBe('<p title="b">Bonjour <b>Sam</b></p>');
    expect([root.querySelector('p'), root.querySelector('b')?.lastChild]).toEqual([paragraph, text]);
  });

  test('makes another element for another template', () => {
    const { root, draw } = place();
    draw(html`<p>a</p>`);
    const first = root.querySelector('p');
    draw(html`<p>a</p>`);
    expect(root.querySelector('p')).not.toBe(first);
    expect(markup(root)).toBe('<p>a</p>');
  });

  test('lets lists grow and shrink, and keeps what stays', () => {
    const { root, draw } = place();
    const list = (...items: string[]) =>
      draw(html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul><hr />`);
    list('a', 'b');
    const first = root.querySelector('li');
    for (const items of [['a', 'b', 'c'], ['z'], [], ['y', 'x'], ['y', 'x', 'w', 'v']]) {
      list(...items);
      expect(markup(root)).toBe(`<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul><hr>`);
    }
    expect(root.querySelector('li')).not.toBe(first);
    const kept = root.querySelector('li');
    list('y');
    expect(root.querySelector('li')).toBe(kept);
  });

  test('draws several things between the same tags, each in its own place', () => {
    const { root, draw } = place();
    const three = (...values: unknown[]) => draw(html`<p>${values[0]}${values[1]} ${values[2]}</p>`);
    three(nothing, 'b', html`<i>c</i>`);
    expect(markup(root)).toBe('<p>b <i>c</i></p>');
    three(['a', 'A'], nothing, 'c');
    expect(markup(root)).toBe('<p>aA c</p>');
    three('a', html`<b>b</b>`, nothing);
    expect(markup(root)).toBe('<p>a<b>b</b> </p>');
  });

  test('keeps to its place where a template begins or ends with a hole', () => {
    const { root, draw } = place();
    const bare = (value: unknown) => html`${value}`;
    const ending = (value: unknown) => html`<i>i</i>${value}`;
    const both = (first: unknown, last: unknown) =>
      draw(html`<p>${bare(first)}${ending(last)}<b>b</b></p>${bare(last)}`);
    both('a', 'z');
    expect(markup(root)).toBe('<p>a<i>i</i>z<b>b</b></p>z');
    both(html`<u>a</u>`, ['y', bare('z')]);
    expect(markup(root)).toBe('<p><u>a</u><i>i</i>yz<b>b</b></p>yz');
    both(nothing, bare(nothing));
    expect(markup(root)).toBe('<p><i>i</i><b>b</b></p>');
    draw([bare('a'), ending(bare('b')), 'c']);
    expect(markup(root)).toBe('a<i>i</i>bc');
    draw([ending(nothing), bare(['d', 'e'])]);
    expect(markup(root)).toBe('<i>i</i>de');
  });

  test('sets attributes, alone, among words, and among others', () => {
    const { root, draw } = place();
    const link = (kind: unknown, id: unknown, label: unknown) =>
      draw(
        html`<a class="link ${kind} x" id=${id} href="/a?b=${id}&c=${kind}" aria-label=${label} hidden>t</a>`,
      );
    link('quiet', 7, 'In "quotes" <and> more');
    const made = root.querySelector('a');
    expect(made?.className).toBe('link quiet x');
    expect(made?.getAttribute('href')).toBe('/a?b=7&c=quiet');
    expect([made?.id, made?.getAttribute('aria-label'), made?.hidden]).toEqual([
      '7',
      'In "quotes" <and> more',
      true,
    ]);
    expect(made?.getAttributeNames().toSorted()).toEqual(['aria-label', 'class', 'hidden', 'href', 'id']);
    link('', undefined, nothing);
    expect(made?.className).toBe('link  x');
    expect(made?.getAttributeNames().toSorted()).toEqual(['class', 'hidden', 'href', 'id']);
    expect([made?.id, made?.getAttribute('href')]).toEqual(['', '/a?b=&c=']);
    link(nothing, nothing, null);
    expect(made?.getAttributeNames().toSorted()).toEqual(['aria-label', 'hidden']);
    expect(made?.getAttribute('aria-label')).toBe('');
    link('a', 'b', 'c');
    expect([made?.className, made?.id, made?.getAttribute('aria-label')]).toEqual(['link a x', 'b', 'c']);
  });

  test('sets attributes that are only there or not', () => {
    const { root, draw } = place();
    for (const value of [true, false, 'a', '', nothing, 1, undefined]) {
      draw(html`<button ?disabled=${value} type="button">b</button>`);
      expect(root.querySelector('button')?.disabled, String(value)).toBe(
        value === true || value === 'a' || value === 1,
      );
    }
  });

  test('sets properties under their own names, before an element is in the page', () => {
    const met: unknown[] = [];
    const tag = `given-${kinds.findIndex(([known]) => known === name)}`;
    customElements.define(
      tag,
      class extends HTMLElement {
        maxItems: unknown = 'not given';
        connectedCallback(): void {
          met.push(this.maxItems);
        }
      },
    );
    const { root, draw } = place();
    const both = (most: unknown, text: string) =>
      draw(
        tag === 'given-0'
          ? html`<given-0 .maxItems=${most}></given-0><textarea .value=${text}></textarea>`
          : html`<given-1 .maxItems=${most}></given-1><textarea .value=${text}></textarea>`,
      );
    const list = [1];
    both(list, 'a\nb');
    expect(met).toEqual([list]);
    expect(root.querySelector('textarea')?.value).toBe('a\nb');
    both(nothing, 'c');
    expect(Reflect.get(root.querySelector(tag) ?? {}, 'maxItems')).toBeUndefined();
    expect(root.querySelector('textarea')?.value).toBe('c');
  });

  test('leaves what was typed when nothing has changed', () => {
    const { root, draw } = place();
    const field = (value: string) => draw(html`<input .value=${value} />`);
    field('a');
    const input = root.querySelector('input');
    if (input !== null) input.value = 'typed';
    field('a');
    expect(input?.value).toBe('typed');
    field('b');
    expect(input?.value).toBe('b');
  });

  test('calls the listener of the last drawing, on the host', () => {
    const { root, host, draw } = place();
    const said: unknown[] = [];
    const button = (listener: unknown) => draw(html`<button @some-press=${listener}>b</button>`);
    const press = () => root.querySelector('button')?.dispatchEvent(new CustomEvent('some-press'));
    button(function (this: unknown, { type }: Event) {
      said.push(this, type);
    });
    press();
    button(() => said.push('second'));
    press();
    button(nothing);
    press();
    expect(said).toEqual([host, 'some-press', 'second']);
  });

  test('draws pictures as pictures', () => {
    const { root, draw } = place();
    const shape = (path: string) =>
      svg`<svg viewBox="0 0 ${24} 24" class="icon"><path d=${path}></path>${[1, 2].map((r) => svg`<circle r=${r}></circle>`)}</svg>`;
    for (const path of ['M1 1', 'M2 2']) {
      draw(html`<p>${shape(path)}</p>`);
      const [picture, line] = [root.querySelector('svg'), root.querySelector('path')];
      expect(picture?.getAttribute('viewBox')).toBe('0 0 24 24');
      expect(line?.getAttribute('d')).toBe(path);
      for (const part of root.querySelectorAll('svg, svg *'))
        expect(part.namespaceURI).toBe('http://www.w3.org/2000/svg');
      expect(root.querySelectorAll('circle')).toHaveLength(2);
    }
  });

  test('takes no markup from values, and no template from what merely looks like one', () => {
    const { root, draw } = place();
    draw(html`<p title=${'"><img>'}>${'<img>'}${JSON.parse('{"strings":["<img>"],"values":[]}')}</p>`);
    expect(root.querySelector('img')).toBeNull();
  });
});
