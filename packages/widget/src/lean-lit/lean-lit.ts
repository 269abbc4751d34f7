/**
 * What the widget uses of Lit, and no more: the build of the script puts it in the place of `lit`. Its element knows no
 * attributes, no converters, no controllers and no browsers without constructable style sheets; its templates are in
 * `lean-html`. `lean-lit.browser.test.ts` holds it to what Lit does.
 */
import { ours } from '../panel/apart.js';
import { Place } from './lean-html.js';

export { html, nothing, svg } from './lean-html.js';

class StyleText {
  readonly cssText: string;
  #sheet: CSSStyleSheet | undefined;

  constructor(cssText: string) {
    this.cssText = cssText;
  }

  /** One sheet for every element that has this style. */
  get styleSheet(): CSSStyleSheet {
    if (this.#sheet === undefined) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.replaceSync(this.cssText);
    }
    return this.#sheet;
  }
}

export function unsafeCSS(text: string): StyleText {
  return new StyleText(text);
}

export function css([text = '']: TemplateStringsArray): StyleText {
  return unsafeCSS(text);
}

type Changes = Map<PropertyKey, unknown>;

/** The kinds of elements whose properties are made. */
const made = new WeakSet<typeof LitElement>();

/** An element that is drawn anew, once, after any number of its properties have changed. */
export class LitElement extends HTMLElement {
  static styles: readonly StyleText[] = [];
  static properties: Readonly<Record<string, unknown>> = {};

  renderRoot!: HTMLElement | DocumentFragment;
  hasUpdated = false;
  isUpdatePending = false;
  readonly #values: Changes = new Map();
  #changed: Changes = new Map();
  #place: Place | null = null;
  /** What a template has given to it before its code had come. */
  readonly #given: Changes = new Map();
  #connect: () => void = () => {};
  #updated: Promise<unknown> = new Promise<void>((resolve) => {
    this.#connect = resolve;
  });

  constructor() {
    super();
    if (!made.has(new.target)) LitElement.#make(new.target);
    for (const name of Object.keys(new.target.properties)) {
      const given = Object.getOwnPropertyDescriptor(this, name);
      if (given === undefined) continue;
      this.#given.set(name, given.value);
      Reflect.deleteProperty(this, name);
    }
    this.requestUpdate();
  }

  /** Once for each kind of element, as the first of it is made. */
  static #make(kind: typeof LitElement): void {
    made.add(kind);
    for (const name of Object.keys(kind.properties)) {
      Object.defineProperty(kind.prototype, name, {
        get(this: LitElement) {
          return this.#values.get(name);
        },
        set(this: LitElement, value: unknown) {
          const old = this.#values.get(name);
          if (Object.is(value, old)) return;
          this.#values.set(name, value);
          this.requestUpdate(name, old);
        },
      });
    }
  }

  /** After the update that is under way, if one is. */
  get updateComplete(): Promise<boolean> {
    return this.#updated.then(() => !this.isUpdatePending);
  }

  connectedCallback(): void {
    if (this.renderRoot === undefined) {
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = (this.constructor as typeof LitElement).styles.map(
        ({ styleSheet }) => styleSheet,
      );
      this.renderRoot = root;
    }
    this.#connect();
  }

  disconnectedCallback(): void {}

  requestUpdate(name?: PropertyKey, old?: unknown): void {
    if (name !== undefined && !this.#changed.has(name)) this.#changed.set(name, old);
    if (this.isUpdatePending) return;
    this.isUpdatePending = true;
    // What went wrong in one update is told there, and the next one is made all the same.
    this.#updated = this.#updated.catch(() => {}).then(ours(() => this.#update()));
  }

  #update(): void {
    const changed = this.#changed;
    for (const [name, value] of this.#given) Reflect.set(this, name, value);
    this.#given.clear();
    try {
      this.willUpdate(changed);
    } finally {
      // What changes from here on is drawn next time.
      this.#changed = new Map();
      this.isUpdatePending = false;
    }
    const drawn = this.render();
    this.#place ??= new Place(this.renderRoot.appendChild(document.createComment('')), null, this);
    this.#place.draw(drawn);
    if (!this.hasUpdated) {
      this.hasUpdated = true;
      this.firstUpdated(changed);
    }
    this.updated(changed);
  }

  protected willUpdate(_changed: Changes): void {}

  protected render(): unknown {
    return undefined;
  }

  protected firstUpdated(_changed: Changes): void {}

  protected updated(_changed: Changes): void {}
}
