import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { privateAreas } from './private-areas.js';
import { masked } from './tab-picture.js';

/** The colour of everything that is private in these pages, and of nothing else. */
const secret = '#ff0000';

const window_ = { width: 800, height: 600 };

/** Puts a page together without a line of HTML in strings, each element with its style. */
function element(
  name: string,
  style: Partial<CSSStyleDeclaration>,
  ...children: readonly (Node | string)[]
): HTMLElement {
  const made = document.createElement(name);
  Object.assign(made.style, style);
  made.append(...children);
  return made;
}

function marked<T extends HTMLElement>(made: T): T {
  made.setAttribute('data-teo-private', '');
  return made;
}

/** The areas, rounded, in the order of the page. */
function areas(): number[][] {
  return privateAreas(document)
    .flat()
    .map(({ left, top, right, bottom }) =>
      [left, top, right - left, bottom - top].map((value) => Math.round(value)),
    );
}

const box = (left: number, top: number, width: number, height: number) => ({
  position: 'absolute',
  left: `${left}px`,
  top: `${top}px`,
  width: `${width}px`,
  height: `${height}px`,
});

beforeEach(async () => {
  await page.viewport(window_.width, window_.height);
  document.body.style.margin = '0';
});
afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.removeAttribute('style');
  document.documentElement.scrollTop = 0;
});

describe('what is private', () => {
  test('is where the window shows it, also after scrolling', () => {
    document.body.append(
      element('div', { height: '2000px' }),
      marked(element('div', box(10, 700, 100, 20))),
      marked(element('div', box(10, 20, 100, 20))),
    );
    expect(areas()).toEqual([[10, 20, 100, 20]]);
    document.documentElement.scrollTop = 690;
    expect(areas()).toEqual([[10, 10, 100, 20]]);
    document.documentElement.scrollTop = 710;
    expect(areas()).toEqual([[10, 0, 100, 10]]);
  });

  test('is nothing that is not shown', () => {
    const hidden = marked(element('div', box(0, 0, 10, 10)));
    hidden.hidden = true;
    document.body.append(
      hidden,
      marked(element('div', { ...box(0, 20, 10, 10), visibility: 'hidden' })),
      marked(element('div', box(-50, 40, 40, 10))),
    );
    expect(areas()).toEqual([]);
  });

  test('is what is shown of a hidden element all the same', () => {
    document.body.append(
      marked(
        element(
          'div',
          { ...box(0, 20, 40, 40), visibility: 'hidden' },
          element('div', { ...box(5, 5, 10, 10), visibility: 'visible' }),
        ),
      ),
    );
    expect(areas()).toEqual([[5, 25, 10, 10]]);
  });

  test('ends where a scrolled area ends, unless it is placed outside of it', () => {
    const inScroller = (inner: HTMLElement, position = 'static') =>
      element(
        'div',
        { ...box(100, 100, 200, 100), position: 'absolute' },
        element('div', { position, overflow: 'auto', width: '200px', height: '100px' }, inner),
      );
    const long = () => marked(element('div', { height: '400px' }));
    document.body.append(inScroller(long()));
    expect(areas()[0]?.slice(1, 2)).toEqual([100]);
    expect(areas()[0]?.[3]).toBe(100);
    document.body.replaceChildren(inScroller(marked(element('div', box(0, 0, 50, 300)))));
    expect(areas()).toEqual([[100, 100, 50, 300]]);
    document.body.replaceChildren(inScroller(marked(element('div', box(0, 0, 50, 300))), 'relative'));
    expect(areas()).toEqual([[100, 100, 50, 100]]);
    document.body.replaceChildren(
      inScroller(marked(element('div', { ...box(5, 5, 50, 300), position: 'fixed' })), 'relative'),
    );
    expect(areas()).toEqual([[5, 5, 50, 300]]);
  });

  test('is every line of its words, and what hangs out of its box', () => {
    const word = 'Camille-Durand-que-rien-ne-coupe-et-qui-dépasse';
    document.body.append(
      marked(element('div', { ...box(10, 10, 60, 20), font: '16px monospace', whiteSpace: 'nowrap' }, word)),
    );
    const right = Math.max(...areas().map(([left = 0, , width = 0]) => left + width));
    expect(right).toBeGreaterThan(300);
    document.body.replaceChildren(
      element(
        'p',
        { width: '90px', font: '16px monospace' },
        'Bonjour ',
        marked(element('span', {}, 'Camille Durand')),
      ),
    );
    const tops = new Set(areas().map(([, top]) => top));
    expect(tops.size).toBe(2);
  });

  test('is found in shadow roots and slots', () => {
    const host = element('div', box(50, 60, 200, 100));
    host.attachShadow({ mode: 'open' }).append(marked(element('div', box(5, 5, 20, 20))));
    const slotted = element('div', { width: '30px', height: '20px' });
    const frame = element('div', box(300, 60, 200, 100));
    frame.append(slotted);
    frame
      .attachShadow({ mode: 'open' })
      .append(marked(element('div', { display: 'contents' }, document.createElement('slot'))));
    const whole = marked(element('div', { display: 'contents' }));
    whole.attachShadow({ mode: 'open' }).append(element('div', box(500, 300, 40, 30)));
    document.body.append(host, frame, whole);
    expect(areas()).toEqual([
      [55, 65, 20, 20],
      [300, 60, 30, 20],
      [500, 300, 40, 30],
    ]);
  });

  test('is found in frames of the same origin, and a marked frame is private as a whole', () => {
    const frame = document.createElement('iframe');
    Object.assign(frame.style, { ...box(100, 50, 300, 200), border: '4px solid black', padding: '6px' });
    document.body.append(frame);
    frame.contentDocument?.body.append(marked(element('div', box(20, 30, 60, 400))));
    expect(areas()).toEqual([[130, 90, 60, 180]]);
    frame.style.transformOrigin = '0 0';
    frame.style.transform = 'scale(0.5)';
    expect(areas()).toEqual([[115, 70, 30, 90]]);
    frame.style.transform = '';
    marked(frame);
    expect(areas()).toEqual([[100, 50, 320, 220]]);
  });

  test('is where a transformed or enlarged page shows it', () => {
    const turned = marked(element('div', { ...box(100, 100, 100, 20), transform: 'rotate(90deg)' }));
    document.body.append(turned);
    expect(areas()).toEqual([[140, 60, 20, 100]]);
    document.body.replaceChildren(marked(element('div', box(10, 20, 100, 20))));
    document.documentElement.style.setProperty('zoom', '2');
    expect(areas()).toEqual([[20, 40, 200, 40]]);
  });
});

describe('a picture of the window', () => {
  /** The window as it would be taken, `scale` pixels for one of CSS: only the boxes of what is private are red. */
  function taken(scale: number, width = innerWidth * scale, height = innerHeight * scale) {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No canvas.');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
    context.fillStyle = secret;
    for (const one of document.querySelectorAll('[data-teo-private]')) {
      const { left, top, width: across, height: down } = one.getBoundingClientRect();
      context.fillRect(left * scale, top * scale, across * scale, down * scale);
    }
    return canvas;
  }

  async function secretsIn(picture: ImageBitmap): Promise<number> {
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No canvas.');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 0) - (data[at + 1] ?? 0) > 8) count += 1;
    return count;
  }

  test.each([1, 1.25, 1.5, 2, 3])('has nothing private in it at %s pixels for one', async (scale) => {
    document.body.append(
      marked(element('div', box(10.3, 20.7, 100.5, 20.2))),
      marked(element('div', box(400, 333.3, 7, 7))),
    );
    const source = taken(scale);
    const result = await masked(source, source.width, source.height, privateAreas(document));
    if (result.kind !== 'taken') throw new Error(result.kind);
    expect(result.masked).toBe(2);
    expect(await secretsIn(await createImageBitmap(source))).toBeGreaterThan(0);
    expect(await secretsIn(result.picture)).toBe(0);
    // And no more than that is gone.
    const canvas = new OffscreenCanvas(source.width, source.height);
    const context = canvas.getContext('2d');
    context?.drawImage(result.picture, 0, 0);
    const { data } = context?.getImageData(0, 0, source.width, source.height) ?? { data: [] };
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1;
    const most = [
      [101, 21],
      [7, 8],
    ].reduce((sum, [width = 0, height = 0]) => sum + (width * scale + 6) * (height * scale + 6), 0);
    expect(dark).toBeLessThanOrEqual(most);
  });

  test('masks both where something was before and where it is now', async () => {
    const moving = marked(element('div', box(10, 10, 100, 20)));
    document.body.append(moving);
    const before = privateAreas(document);
    const source = taken(1);
    moving.style.top = '300px';
    const result = await masked(source, source.width, source.height, before);
    if (result.kind !== 'taken') throw new Error(result.kind);
    expect(await secretsIn(result.picture)).toBe(0);
  });

  test('is not kept when it has not the shape of the window', async () => {
    document.body.append(marked(element('div', box(10, 10, 100, 20))));
    const source = taken(1, innerWidth, innerHeight + 60);
    expect(await masked(source, source.width, source.height, [])).toEqual({ kind: 'unclear' });
  });
});
