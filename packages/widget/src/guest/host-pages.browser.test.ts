/// <reference types="@vitest/browser-playwright" />
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { TeoSupport } from '../launcher/teo-support.js';
import { FakeApi } from '../testing/fake-api.js';
import { embed, expectAccessible, expectFocus, inside } from '../testing/widget.js';

const heading = () => page.getByRole('heading', { name: 'Service clients téo' });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const question = () => page.getByRole('textbox', { name: /Votre question en une phrase/ });

/** A part of the host page. */
function put<K extends keyof HTMLElementTagNameMap>(tag: K, markup = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.innerHTML = markup;
  document.body.append(made);
  return made;
}

function panelOf(widget: TeoSupport): HTMLElement {
  // In a frame it is an element of another window.
  const panel = widget.shadowRoot?.querySelector<HTMLElement>('teo-support-panel') ?? null;
  if (panel === null) throw new Error('The panel is not there.');
  return panel;
}

/** The panel, and what stands in the middle of it, is in the window and on top of everything. */
function expectInSight(widget: TeoSupport): void {
  const { left, right, top, bottom } = panelOf(widget).getBoundingClientRect();
  expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
  expect([right <= innerWidth, bottom <= innerHeight]).toEqual([true, true]);
  expect(document.elementFromPoint((left + right) / 2, (top + bottom) / 2)).toBe(widget);
}

async function emulate(...features: { name: string; value: string }[]): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features });
}

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1280, 860);
});
afterEach(async () => {
  document.documentElement.removeAttribute('dir');
  document.documentElement.removeAttribute('style');
  document.body.removeAttribute('style');
  document.body.replaceChildren();
  await emulate();
  await cdp().send('Emulation.setEmulatedMedia', { media: '' });
});

describe('in a dialog of the page', () => {
  test('it is used, and Escape closes the panel before the dialog', async () => {
    const dialog = put('dialog', '<button>Enregistrer</button>');
    const widget = embed(new FakeApi());
    dialog.append(widget);
    dialog.showModal();
    await button('Aide').click();
    await expectFocus(heading());
    expectInSight(widget);
    await button(/^Question d’utilisation/).click();
    await question().fill('Comment faire ?');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => widget.isOpen).toBe(false);
    expect(dialog.open).toBe(true);
    await expectFocus(button('Aide'));
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => dialog.open).toBe(false);
  });

  test('a page that keeps the focus in its dialog does not take it out of the panel', async () => {
    const trapped = put('div', '<button id="in-trap">Dans la fenêtre</button>');
    const trap = ({ target }: FocusEvent) => {
      if (target instanceof Node && !trapped.contains(target)) trapped.querySelector('button')?.focus();
    };
    document.addEventListener('focusin', trap);
    const widget = embed(new FakeApi());
    await widget.compose('usage_question');
    await expectFocus(page.getByRole('heading', { name: 'Question d’utilisation' }));
    await question().click();
    await userEvent.keyboard('Une question');
    await expect.element(question()).toHaveValue('Une question');
    document.removeEventListener('focusin', trap);
  });

  test('while the page is inert nothing is reached, and afterwards all is as it was', async () => {
    const part = put('main');
    const widget = embed(new FakeApi());
    part.append(widget);
    await widget.compose('usage_question');
    await question().fill('Comment faire ?');
    part.inert = true;
    const field = question().element();
    await expect.poll(() => field.matches(':focus')).toBe(false);
    field.focus();
    expect(field.matches(':focus')).toBe(false);
    part.inert = false;
    await question().click();
    await expectFocus(question());
    await expect.element(question()).toHaveValue('Comment faire ?');
  });

  test('it is used in a part of the page that fills the screen', async () => {
    const full = put('div', '<button>Plein écran</button>');
    const widget = embed(new FakeApi());
    full.append(widget);
    full.querySelector('button')?.addEventListener('click', () => void full.requestFullscreen());
    await button('Plein écran').click();
    await expect.poll(() => document.fullscreenElement).toBe(full);
    await widget.open();
    await expect.element(heading()).toBeVisible();
    expectInSight(widget);
    await document.exitFullscreen();
  });
});

describe('keys', () => {
  test('that are pressed in the panel are none of the page, wherever the focus is in it', async () => {
    const heard: string[] = [];
    const listen = ({ type, key }: KeyboardEvent) => heard.push(`${type} ${key}`);
    const kinds = ['keydown', 'keyup', 'keypress'] as const;
    for (const kind of kinds) addEventListener(kind, listen);
    const widget = embed(new FakeApi());
    await widget.open();
    await expectFocus(heading());
    await userEvent.keyboard('c');
    page.getByRole('tab', { name: 'FAQ' }).element().focus();
    await userEvent.keyboard('/');
    await widget.compose('usage_question');
    await question().click();
    await userEvent.keyboard('ns{Escape}');
    await expect.poll(() => widget.isOpen).toBe(false);
    for (const kind of kinds) removeEventListener(kind, listen);
    expect(heard.filter((said) => !said.startsWith('keyup'))).toEqual([]);
  });

  test('that are pressed in the page do nothing in the panel', async () => {
    const field = put('input');
    const widget = embed(new FakeApi());
    await widget.open();
    await expectFocus(heading());
    field.focus();
    await userEvent.keyboard('{ArrowRight}{Enter}{Escape}a');
    expect([widget.isOpen, field.value]).toEqual([true, 'a']);
    await expect.element(page.getByRole('tab', { name: 'Nouveau ticket', selected: true })).toBeVisible();
  });
});

describe('several', () => {
  test('two widgets of a page open, speak and close apart', async () => {
    const [one, other] = [embed(new FakeApi()), embed(new FakeApi(), { lang: 'en' })];
    await one.open();
    await other.open();
    await expect.element(heading()).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'téo customer service' })).toBeVisible();
    one.close();
    await expect.element(heading()).not.toBeInTheDocument();
    expect([one.isOpen, other.isOpen]).toEqual([false, true]);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => other.isOpen).toBe(false);
  });

  test('what is asked for after an element is gone waits for the next', async () => {
    const first = embed(new FakeApi());
    await first.open();
    first.remove();
    globalThis.teoSupport?.push(['open']);
    expect(first.isOpen).toBe(false);
    const next = embed(new FakeApi());
    await expect.poll(() => next.isOpen).toBe(true);
  });

  test('one lives in a frame', async () => {
    const frame = put('iframe');
    frame.setAttribute('style', 'width: 600px; height: 700px');
    const inner = frame.contentDocument;
    if (inner === null) throw new Error('The frame has no document.');
    // What stands around dynamic imports in tests, and in no page.
    const runner = '__vitest_browser_runner__';
    Reflect.set(frame.contentWindow ?? {}, runner, Reflect.get(globalThis, runner));
    const script = inner.createElement('script');
    script.type = 'module';
    script.src = new URL('../teo-support.ts', import.meta.url).href;
    inner.head.append(script);
    const widget = inner.createElement('teo-support');
    widget.setAttribute('base-url', 'http://api.test');
    inner.body.append(widget);
    await expect.poll(() => 'open' in widget, { timeout: 10_000 }).toBe(true);
    widget.getToken = () => Promise.resolve('token');
    widget.fetch = new FakeApi().fetch;
    await widget.open();
    const panel = panelOf(widget);
    await expect.poll(() => panel.shadowRoot?.querySelectorAll('.type').length).toBeGreaterThan(3);
    const { right, bottom, width } = panel.getBoundingClientRect();
    expect([right <= 600, bottom <= 700, width > 300]).toEqual([true, true, true]);
  });
});

describe('whatever the page looks like', () => {
  test.each<[string, () => void]>([
    ['that is zoomed', () => document.body.setAttribute('style', 'zoom: 1.5')],
    ['that is zoomed as a whole', () => document.documentElement.setAttribute('style', 'zoom: 1.5')],
    ['that is made small', () => document.body.setAttribute('style', 'zoom: 0.6')],
    ['that is read from right to left', () => document.documentElement.setAttribute('dir', 'rtl')],
    ['with small letters', () => document.documentElement.setAttribute('style', 'font-size: 6px')],
    ['with large letters', () => document.documentElement.setAttribute('style', 'font-size: 40px')],
    [
      'that is moved, cut and turned',
      () =>
        document.body.setAttribute(
          'style',
          'transform: translateX(300px); overflow: hidden; height: 10px; filter: blur(0)',
        ),
    ],
    [
      'with something above everything',
      () =>
        put('div').setAttribute('style', 'position: fixed; inset: 0; z-index: 2147483647; background: red'),
    ],
  ])('the panel is in sight on a page %s', async (_what, dress) => {
    dress();
    for (const [width, height] of [
      [1280, 860],
      [390, 700],
    ] as const) {
      await page.viewport(width, height);
      const widget = embed(new FakeApi());
      await widget.open();
      await expect.element(button(/^Dysfonctionnement/)).toBeVisible();
      expectInSight(widget);
      await expectAccessible(widget);
      widget.remove();
    }
  });

  test('letters are as large as they are meant to be', async () => {
    const sizes: string[][] = [];
    for (const size of ['16px', '6px', '40px']) {
      document.documentElement.setAttribute(
        'style',
        `font-size: ${size}; line-height: 3; letter-spacing: 9px`,
      );
      const widget = embed(new FakeApi());
      await widget.open();
      await expect.element(button(/^Dysfonctionnement/)).toBeVisible();
      sizes.push(
        inside(widget).map((element) => {
          const { fontSize, lineHeight, letterSpacing } = getComputedStyle(element);
          return `${element.localName} ${fontSize} ${lineHeight} ${letterSpacing}`;
        }),
      );
      widget.remove();
    }
    expect(sizes[1]).toEqual(sizes[0]);
    expect(sizes[2]).toEqual(sizes[0]);
  });

  test('from right to left it stands at the other side', async () => {
    document.documentElement.setAttribute('dir', 'rtl');
    const widget = embed(new FakeApi());
    await widget.open();
    await expect.element(heading()).toBeVisible();
    expect(panelOf(widget).getBoundingClientRect().left).toBe(20);
  });

  test('nothing of it is printed', async () => {
    const widget = embed(new FakeApi());
    await widget.open();
    await expect.element(heading()).toBeVisible();
    await cdp().send('Emulation.setEmulatedMedia', { media: 'print' });
    expect(matchMedia('print').matches).toBe(true);
    expect(panelOf(widget).checkVisibility()).toBe(false);
    expect(widget.shadowRoot?.querySelector('button')?.checkVisibility()).toBe(false);
  });

  test('in forced colours what is chosen and what has the focus is seen', async () => {
    await emulate({ name: 'forced-colors', value: 'active' });
    const widget = embed(new FakeApi());
    await widget.open();
    const chosen = page.getByRole('tab', { selected: true });
    await expect.element(chosen).toBeVisible();
    expect(getComputedStyle(chosen.element()).outlineStyle).toBe('solid');
    await userEvent.keyboard('{Tab}');
    const focused = inside(widget).find((element) => element.matches(':focus-visible'));
    if (focused === undefined) throw new Error('Nothing has the focus.');
    expect(getComputedStyle(focused).outlineStyle).toBe('solid');
  });

  test('a page without any of it moves nothing, and has no global but its own', async () => {
    const text = put('p', 'Un texte de la page');
    const before = text.getBoundingClientRect();
    const names = new Set(Object.getOwnPropertyNames(globalThis));
    const sheets = [document.styleSheets.length, document.adoptedStyleSheets.length];
    const widget = embed(new FakeApi());
    await widget.open();
    await expect.element(heading()).toBeVisible();
    expect(text.getBoundingClientRect()).toEqual(before);
    expect(
      Object.getOwnPropertyNames(globalThis).filter((name) => !names.has(name) && name !== 'teoSupport'),
    ).toEqual([]);
    expect([document.styleSheets.length, document.adoptedStyleSheets.length]).toEqual(sheets);
  });
});
