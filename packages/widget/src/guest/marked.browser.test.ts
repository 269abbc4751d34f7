import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as lean from '../lean-lit/lean-lit.js';
import * as lit from '../lean-lit/marked-lit.js';
import { apart, ours } from '../panel/apart.js';
import { define } from '../panel/define.js';

const heard: unknown[] = [];
const listen = (event: ErrorEvent | PromiseRejectionEvent) => {
  heard.push(event instanceof ErrorEvent ? event.error : event.reason);
  event.preventDefault();
  event.stopImmediatePropagation();
};

beforeEach(() => {
  heard.length = 0;
  // Before the test runner's own.
  addEventListener('error', listen, true);
  addEventListener('unhandledrejection', listen, true);
});
afterEach(() => {
  removeEventListener('error', listen, true);
  removeEventListener('unhandledrejection', listen, true);
  document.body.replaceChildren();
});

const wrong = () => {
  throw new TypeError('x is undefined');
};
const messages = () => heard.map((error) => (error instanceof Error ? error.message : error));

/** What a test needs of either base. */
interface Base {
  new (): HTMLElement & {
    readonly renderRoot: HTMLElement | DocumentFragment;
    readonly updateComplete: Promise<boolean>;
  };
}
type Html = (strings: TemplateStringsArray, ...values: unknown[]) => unknown;

const bases: readonly (readonly [string, string, Base, Html])[] = [
  ['the package for bundlers', 'marked-lit', lit.LitElement, lit.html],
  ['the script', 'marked-lean', lean.LitElement, lean.html],
];

describe.each(bases)('in %s', (_name, tag, Element, html) => {
  class Drawn extends Element {
    static properties = { press: { attribute: false }, draw: { attribute: false } };
    declare press: () => void;
    declare draw: () => void;

    constructor() {
      super();
      this.press = () => {};
      this.draw = () => {};
    }

    render(): unknown {
      this.draw();
      return html`<button @click=${this.press} .given=${this.press}></button>`;
    }
  }
  customElements.define(tag, Drawn);

  async function drawn(): Promise<{ element: Drawn; button: HTMLButtonElement }> {
    const element = new Drawn();
    document.body.append(element);
    await element.updateComplete;
    const button = element.renderRoot.querySelector('button');
    if (button === null) throw new Error('There is nothing to press.');
    return { element, button };
  }

  test.each([
    ['at once', wrong],
    ['later', () => Promise.resolve().then(wrong)],
  ])('what goes wrong in a listener, %s, reaches the page marked, each time', async (_when, press) => {
    const { element, button } = await drawn();
    element.press = press;
    await element.updateComplete;
    button.click();
    button.click();
    await expect.poll(messages).toEqual(Array(2).fill('teo-support: x is undefined'));
  });

  test('a listener hears the element and the event, and what is given as a value is given as it is', async () => {
    const { element, button } = await drawn();
    const said: unknown[] = [];
    function press(this: unknown, ...given: unknown[]): void {
      said.push(this, ...given);
    }
    element.press = press;
    await element.updateComplete;
    const event = new MouseEvent('click');
    button.dispatchEvent(event);
    expect(said).toEqual([element, event]);
    expect(Reflect.get(button, 'given')).toBe(press);
    expect(heard).toEqual([]);
  });

  test('what goes wrong while it is drawn reaches the page marked', async () => {
    const { element } = await drawn();
    element.draw = wrong;
    await expect.poll(messages).toEqual(['teo-support: x is undefined']);
  });
});

test('what goes wrong as an element comes or goes reaches the page marked', async () => {
  class Comes extends HTMLElement {
    connectedCallback(): void {
      throw new TypeError('it came');
    }
    disconnectedCallback(): void {
      throw new TypeError('it went');
    }
  }
  define('marked-comes', Comes);
  const element = document.body.appendChild(new Comes());
  element.remove();
  await expect.poll(messages).toEqual(['teo-support: it came', 'teo-support: it went']);
});

test('what the page is to call runs at once, as what it is called on', async () => {
  const said: unknown[] = [];
  const button = document.createElement('button');
  button.addEventListener(
    'click',
    ours(function (this: unknown, event: Event) {
      said.push(this, event.type);
      wrong();
    }),
  );
  button.click();
  expect(said).toEqual([button, 'click']);
  await expect.poll(messages).toEqual(['teo-support: x is undefined']);
});

test('what goes wrong where nobody waits reaches the page marked', async () => {
  apart(Promise.resolve().then(wrong));
  apart(Promise.reject(new DOMException('gone', 'AbortError')));
  apart(undefined);
  await expect
    .poll(messages)
    .toEqual(expect.arrayContaining(['teo-support: x is undefined', 'teo-support: something failed']));
  expect(heard).toHaveLength(2);
});
