import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { TeoSupport } from '../launcher/teo-support.js';
import { FakeApi } from '../testing/fake-api.js';
import { claire } from '../testing/tickets.js';
import { embed, expectAccessible } from '../testing/widget.js';

/** What the page calls: a spy, so that nothing is written during the tests. */
const spy = vi.fn<typeof console.error>();
const before = console.error;

beforeEach(() => {
  localStorage.clear();
  spy.mockReset();
  console.error = spy;
});
afterEach(() => {
  document.body.replaceChildren();
  console.error = before;
});

const button = (name: string) => page.getByRole('button', { name });
const told = () => page.getByRole('region', { name: 'Avant d’envoyer' });

/** The errors that would go along with a ticket, as they are shown. */
async function shown(widget: TeoSupport): Promise<string> {
  await widget.compose('rnd', {
    feature: claire.entitlements.trials[0]?.id ?? '',
    remark: 'bug',
    subject: 'Le bouton ne répond pas',
    description: 'Rien ne se passe.',
  });
  await expect.element(told()).toBeVisible();
  const term = told().getByText('Dernières erreurs de la page', { exact: true });
  return term.query()?.nextElementSibling?.textContent ?? '';
}

describe('what the page writes by console.error', () => {
  test('is shown in words, taken out and put back like the rest, and sent', async () => {
    const api = new FakeApi();
    const widget = embed(api);
    console.error('Saving failed for marie@exemple.fr', new TypeError('x is undefined'), 500, true, null);
    console.error('%s of %d rows, %csaid the server', 'Three', 7, 'color: red', 'token:', 'geheim');
    expect(await shown(widget)).toBe(
      'Saving failed for [@] TypeError: x is undefined 500 true null\nThree of 7 rows, said the server token: […]',
    );
    await button('Retirer : Dernières erreurs de la page').click();
    await expect.element(told().getByText(/Saving failed/)).not.toBeInTheDocument();
    await expectAccessible(widget);
    await button('Remettre : Dernières erreurs de la page').click();
    await page.getByRole('radio', { name: /^Oui, mais ce n’est pas pratique/ }).click();
    await button('Envoyer le ticket').click();
    await expect.poll(() => api.filings.length).toBe(1);
    expect(JSON.stringify(api.filings[0]?.body)).toContain('Three of 7 rows, said the server token: […]');
    expect(JSON.stringify(api.filings[0]?.body)).not.toMatch(/marie|geheim/);
  });

  test('was heard before anybody opened the widget, and is not once it has gone', async () => {
    const widget = embed(new FakeApi());
    console.error('before');
    widget.remove();
    console.error('meanwhile');
    document.body.append(widget);
    console.error('after');
    expect(await shown(widget)).toBe('before\nafter');
  });

  test('is bounded: the last five, each once, none of them long, and no half of what a cut went through', async () => {
    const widget = embed(new FakeApi());
    for (let index = 0; index < 7; index += 1) console.error(`n${index}`);
    for (let times = 0; times < 50; times += 1) console.error('again and again');
    console.error(`${'word '.repeat(118)}marie.durand@exemple.fr`);
    // It is cut in the middle of the address, and short once what stands behind `?` has gone.
    console.error(`GET https://a.example/x?${'q'.repeat(550)} for marie.durand@exemple.fr`);
    const words = (await shown(widget)).split('\n');
    expect(words.slice(0, 3)).toEqual(['n5', 'n6', 'again and again']);
    expect(words).toHaveLength(5);
    for (const line of words) expect(line.length).toBeLessThanOrEqual(301);
    expect(words.join()).not.toMatch(/marie|durand/);
    expect(words.slice(3)).toEqual([expect.stringMatching(/^word .*…$/), 'GET https://a.example/x for…']);
  });

  test('says nothing of the page’s objects, and runs nothing of theirs', async () => {
    const widget = embed(new FakeApi());
    const ran: string[] = [];
    class Telling extends Error {
      override get message(): string {
        ran.push('message');
        return 'secret';
      }
    }
    class Named extends Error {
      override name = 'Named';
    }
    const telling = {
      toString: () => ran.push('toString'),
      toJSON: () => ran.push('toJSON'),
      [Symbol.toPrimitive]: () => ran.push('toPrimitive'),
      get name() {
        return ran.push('name');
      },
    };
    const element = document.createElement('p');
    element.textContent = 'Madame Durand';
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    console.error(telling, element, [1, 2], () => ran, Symbol('s'), 7n);
    console.error(new Telling(), new Named('given'), new DOMException('gone', 'AbortError'));
    console.error(revoked.proxy, 'cannot be looked at');
    expect(await shown(widget)).toBe(
      '{…} {…} {…} {…} Symbol(s) 7\nError: undefined Named: given AbortError: gone',
    );
    expect(ran).toEqual([]);
    expect(spy).toHaveBeenCalledTimes(3);
  });

  test('is never ours, whoever writes it', async () => {
    const widget = embed(new FakeApi());
    console.error('teo-support: a part did not come');
    console.error(new Error('teo-support: x is undefined'));
    dispatchEvent(new ErrorEvent('error', { message: 'Uncaught TypeError: teo-support: x is undefined' }));
    console.error('the page’s own');
    expect(await shown(widget)).toBe('the page’s own');
  });

  test('does not go along where the page has switched that off: its console is left alone', async () => {
    const widget = embed(new FakeApi(), { 'without-console': '' });
    expect(console.error).toBe(spy);
    console.error('not heard');
    dispatchEvent(new ErrorEvent('error', { message: 'heard' }));
    expect(await shown(widget)).toBe('heard');
    widget.remove();
    expect(console.error).toBe(spy);
  });
});

describe('the console of the page', () => {
  test('is called as before, and is what it was in every other respect', () => {
    embed(new FakeApi());
    const self = { of: 'the page' };
    const given = { a: 1 };
    spy.mockReturnValueOnce(undefined);
    Reflect.apply(console.error, self, ['%s', given, 3]);
    expect(spy.mock.contexts).toEqual([self]);
    expect(spy.mock.calls).toEqual([['%s', given, 3]]);
    expect(spy.mock.calls[0]?.[1]).toBe(given);
    expect(Object.getOwnPropertyDescriptor(console, 'error')).toMatchObject({
      configurable: true,
      enumerable: true,
      writable: true,
    });
    expect([console.error.name, console.error.length]).toEqual([spy.name, spy.length]);
    // What a test of the page asks its own spy.
    expect(console.error).toHaveBeenCalledTimes(1);
    spy.mockImplementationOnce(() => {
      throw new RangeError('of the page');
    });
    expect(() => console.error('x')).toThrow(new RangeError('of the page'));
  });

  test('has one call of ours between its own and who called it, and no more', () => {
    let stack = '';
    console.error = () => {
      stack = new Error('where').stack ?? '';
    };
    embed(new FakeApi());
    function somewhereInThePage() {
      console.error('x');
    }
    somewhereInThePage();
    const calls = stack.split('\n').filter((line) => line.trim().startsWith('at '));
    const caller = calls.findIndex((line) => line.includes('somewhereInThePage'));
    expect(calls.slice(1, caller)).toEqual([expect.stringContaining('recent-errors')]);
  });

  test('is given back when the last widget goes', () => {
    const widgets = [embed(new FakeApi()), embed(new FakeApi())];
    const heard = console.error;
    expect(heard).not.toBe(spy);
    widgets[0]?.remove();
    expect(console.error).toBe(heard);
    widgets[1]?.remove();
    expect(console.error).toBe(spy);
  });

  test('is heard once, however many widgets there are', async () => {
    const [one, other] = [embed(new FakeApi()), embed(new FakeApi())];
    console.error('said once');
    expect(spy).toHaveBeenCalledTimes(1);
    expect(await shown(one)).toBe('said once');
    one.remove();
    expect(await shown(other)).toBe('said once');
  });

  test('may be wrapped by others, who stay where they are; ours is never there twice', async () => {
    const widget = embed(new FakeApi());
    const below = console.error;
    const heard: unknown[] = [];
    const theirs: typeof console.error = (...said) => {
      heard.push(...said);
      below.apply(console, said);
    };
    console.error = theirs;
    for (let times = 0; times < 3; times += 1) {
      widget.remove();
      expect(console.error).toBe(theirs);
      console.error(`gone ${times}`);
      document.body.append(widget);
      expect(console.error).toBe(theirs);
      console.error(`back ${times}`);
    }
    expect(heard).toHaveLength(6);
    expect(spy).toHaveBeenCalledTimes(6);
    expect(await shown(widget)).toBe('back 0\nback 1\nback 2');
    // They leave, and so may we.
    console.error = below;
    widget.remove();
    expect(console.error).toBe(spy);
  });

  test('may be replaced by others, and stays theirs', () => {
    const widget = embed(new FakeApi());
    const below = console.error;
    const theirs = vi.fn<typeof console.error>();
    console.error = theirs;
    console.error('to them');
    expect(theirs).toHaveBeenCalledWith('to them');
    expect(spy).not.toHaveBeenCalled();
    widget.remove();
    expect(console.error).toBe(theirs);
    console.error = below;
    document.body.append(widget);
    widget.remove();
    expect(console.error).toBe(spy);
  });

  test('may be closed: then it is not heard, and nothing breaks', async () => {
    Object.defineProperty(console, 'error', { value: spy, writable: false });
    const widget = embed(new FakeApi());
    expect(console.error).toBe(spy);
    console.error('not heard');
    expect(await shown(widget)).toBe('');
    widget.remove();
    Object.defineProperty(console, 'error', { value: spy, writable: true });
  });
});

test('whatever is thrown away unhandled is told in words, and never breaks the page’s watch', async () => {
  const widget = embed(new FakeApi());
  const heard: unknown[] = [];
  const listen = (event: ErrorEvent) => heard.push(event.error);
  addEventListener('error', listen);
  for (const reason of [Object.create(null), new Error('not caught'), 'a word'])
    dispatchEvent(
      new PromiseRejectionEvent('unhandledrejection', { promise: new Promise(() => {}), reason }),
    );
  removeEventListener('error', listen);
  expect(heard).toEqual([]);
  expect(await shown(widget)).toBe('{…}\nError: not caught\na word');
});
