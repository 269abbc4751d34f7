import * as lit from 'lit';
import { afterEach, describe, expect, test } from 'vitest';
import * as lean from './lean-lit.js';

/** What the elements of the widget rely on, of whichever base. */
interface Base {
  new (): HTMLElement & {
    readonly renderRoot: HTMLElement | DocumentFragment;
    readonly hasUpdated: boolean;
    readonly updateComplete: Promise<boolean>;
    requestUpdate(): void;
    connectedCallback(): void;
  };
}

type Changes = Map<PropertyKey, unknown>;

type Html = (strings: TemplateStringsArray, ...values: unknown[]) => unknown;

const bases: readonly (readonly [string, Base, Html, (text: string) => object])[] = [
  ['Lit', lit.LitElement, lit.html, lit.unsafeCSS],
  ['what stands in its place in the script', lean.LitElement, lean.html, lean.unsafeCSS],
];

afterEach(() => document.body.replaceChildren());

describe.each(bases)('%s', (name, Element, html, style) => {
  const said: string[] = [];
  const tell = (what: string, changed: Changes) =>
    said.push(
      `${what} ${[...changed].map(([key, old]) => `${String(key)}:${String(old)}`).join(' ')}`.trim(),
    );

  class Speaking extends Element {
    static styles = [style('p { color: rgb(1, 2, 3); }')];
    static properties = { one: { attribute: false }, other: { state: true } };
    declare one: unknown;
    declare other: unknown;
    /** What is changed while an update is prepared, and after it. */
    whilePrepared: (element: Speaking) => void = () => {};
    afterwards: (element: Speaking) => void = () => {};

    constructor() {
      super();
      this.one = 'a';
      this.other = 'b';
    }

    willUpdate(changed: Changes): void {
      tell('will', changed);
      this.whilePrepared(this);
    }

    render(): unknown {
      said.push(`render ${String(this.one)} ${String(this.other)}`);
      if (this.one === 'bad') throw new Error('This cannot be drawn.');
      return html`<p @click=${this.pressed}>${this.one} ${this.other}</p>`;
    }

    firstUpdated(changed: Changes): void {
      tell('first', changed);
    }

    updated(changed: Changes): void {
      tell('updated', changed);
      this.afterwards(this);
    }

    pressed(): void {
      said.push(`pressed ${this.localName}`);
    }
  }
  const tag = name === 'Lit' ? 'speaking-lit' : 'speaking-lean';
  customElements.define(tag, Speaking);

  async function speaking(): Promise<Speaking> {
    const element = new Speaking();
    document.body.append(element);
    await element.updateComplete;
    said.length = 0;
    return element;
  }

  test('draws an element when it is in the page, not before', async () => {
    said.length = 0;
    const element = new Speaking();
    element.other = 'c';
    await Promise.resolve();
    expect([said, element.hasUpdated]).toEqual([[], false]);
    document.body.append(element);
    expect(await element.updateComplete).toBe(true);
    expect(said).toEqual([
      'will one:undefined other:undefined',
      'render a c',
      'first one:undefined other:undefined',
      'updated one:undefined other:undefined',
    ]);
    expect(element.renderRoot).toBe(element.shadowRoot);
    expect(element.renderRoot.textContent).toBe('a c');
  });

  test('takes what it was given before its code had come', async () => {
    const later = document.createElement(`${tag}-later`);
    Reflect.set(later, 'one', 'given');
    document.body.append(later);
    said.length = 0;
    class Later extends Speaking {}
    customElements.define(`${tag}-later`, Later);
    if (!(later instanceof Later)) throw new Error('It is not known yet.');
    await later.updateComplete;
    expect(said.slice(0, 2)).toEqual(['will one:undefined other:undefined', 'render given b']);
    later.one = 'anew';
    await later.updateComplete;
    expect(later.renderRoot.textContent).toBe('anew b');
  });

  test('draws once for any number of changes, and tells what each was before', async () => {
    const element = await speaking();
    element.one = 1;
    element.one = 2;
    element.other = 'd';
    await element.updateComplete;
    expect(said).toEqual(['will one:a other:b', 'render 2 d', 'updated one:a other:b']);
  });

  test('draws nothing when nothing has changed, and anew when it is asked to', async () => {
    const element = await speaking();
    element.one = 'a';
    await element.updateComplete;
    expect(said).toEqual([]);
    element.requestUpdate();
    await element.updateComplete;
    expect(said).toEqual(['will', 'render a b', 'updated']);
  });

  test('takes in what changes while it prepares, and what changes afterwards in the next turn', async () => {
    const element = await speaking();
    element.whilePrepared = ({ one }) => {
      element.other = `of ${String(one)}`;
    };
    element.afterwards = () => {
      if (element.one === 1) element.one = 2;
    };
    element.one = 1;
    expect(await element.updateComplete).toBe(false);
    expect(await element.updateComplete).toBe(true);
    expect(said).toEqual([
      'will one:a',
      'render 1 of 1',
      'updated one:a other:b',
      'will one:1',
      'render 2 of 2',
      'updated one:1 other:of 1',
    ]);
  });

  test('tells what cannot be drawn', async () => {
    const element = await speaking();
    element.one = 'bad';
    await expect(element.updateComplete).rejects.toThrow('This cannot be drawn.');
  });

  test('gives listeners the element, and every element of a kind the same style', async () => {
    const [one, other] = [await speaking(), await speaking()];
    one.renderRoot.querySelector('p')?.click();
    expect(said).toEqual([`pressed ${tag}`]);
    const paragraph = one.renderRoot.querySelector('p') ?? one;
    expect(getComputedStyle(paragraph).color).toBe('rgb(1, 2, 3)');
    expect(one.shadowRoot?.adoptedStyleSheets[0]).toBe(other.shadowRoot?.adoptedStyleSheets[0]);
  });

  test('keeps what it has drawn when it is moved', async () => {
    const element = await speaking();
    const paragraph = element.renderRoot.querySelector('p');
    document.body.append(document.createElement('hr'), element);
    await element.updateComplete;
    expect(element.renderRoot.querySelector('p')).toBe(paragraph);
    element.one = 'z';
    await element.updateComplete;
    expect(paragraph?.textContent).toBe('z b');
  });
});
