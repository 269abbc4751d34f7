import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import type { Destination } from '../launcher/settings.js';
import type { TeoSupport } from '../launcher/teo-support.js';
import { FakeApi, problem } from './fake-api.js';
import { aTicket } from './tickets.js';
import { embed } from './widget.js';

/** A refusal after which the client need not wait long before it tries again. */
function refusal(status: number, code: string): Response {
  const response = problem(status, code, 'Pas maintenant.');
  response.headers.set('retry-after', '0');
  return response;
}

/** What can go wrong between the widget and the server. */
export const lineFaults: readonly (readonly [what: string, answer: () => Response | Promise<Response>])[] = [
  ['a line that is cut', () => Promise.reject(new TypeError('cut'))],
  ['401', () => refusal(401, 'not-signed-in')],
  ['409', () => refusal(409, 'wrong-status')],
  ['413', () => refusal(413, 'too-large')],
  ['429', () => refusal(429, 'too-many-requests')],
  ['503', () => refusal(503, 'busy-try-again')],
  ['bad JSON', () => new Response('oops', { status: 200 })],
];

/** A call that somebody waits for. */
export interface Call {
  readonly what: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: RegExp;
  readonly ticket?: () => ReturnType<typeof aTicket>;
  /** What the server has beside it. */
  readonly there?: (api: FakeApi) => void;
  /** Before anything goes wrong. */
  readonly first?: (widget: TeoSupport) => Promise<void>;
  /** Makes the call. */
  readonly call: (widget: TeoSupport) => Promise<void>;
  /** Makes it once more. */
  readonly again: () => Promise<void>;
  /** What the person had written, which has to be there still. */
  readonly kept?: readonly [field: () => Locator, text: string];
  /** Shown before the server has answered, and taken back if it refuses. */
  readonly isShownAtOnce?: true;
  /** Where it is said that it did not work; without it, an alert. */
  readonly said?: (fault: string) => Locator;
  /** There once the call has succeeded, and not before. */
  readonly done: () => Locator;
  /** What else holds in the end. */
  readonly after?: (api: FakeApi, fault: string) => void;
}

/** Begins at once, as a person does: a click of the test's own begins when it is waited for. */
export const press = (name: string | RegExp) => async () => {
  await page.getByRole('button', { name }).click();
};
export const retry = press('Réessayer');
export const open = (destination: Destination) => (widget: TeoSupport) => widget.open(destination);

export async function onTicket(widget: TeoSupport): Promise<void> {
  await widget.openTicket('t-1');
  await expect.element(page.getByRole('region', { name: 'Suivi' })).toBeVisible();
}

/** What has come to the page's own watch over errors since the test began. */
export const heard: string[] = [];
const listen = (event: ErrorEvent | PromiseRejectionEvent) =>
  void heard.push(event instanceof ErrorEvent ? event.message : String(event.reason));

/** Begins each test with nothing kept and nothing heard. */
export function watchErrors(): void {
  beforeEach(() => {
    localStorage.clear();
    heard.length = 0;
    addEventListener('error', listen);
    addEventListener('unhandledrejection', listen);
  });
  afterEach(() => {
    removeEventListener('error', listen);
    removeEventListener('unhandledrejection', listen);
    document.body.replaceChildren();
  });
}

/** Lets each of the calls meet each of the faults, and one slow line. */
export function meetFaults(calls: readonly Call[]): void {
  describe.each(calls)(
    '$what',
    ({
      method,
      path,
      ticket = aTicket,
      there,
      first,
      call,
      again,
      kept,
      said,
      isShownAtOnce = false,
      done,
      after,
    }) => {
      async function prepared(): Promise<{ api: FakeApi; widget: TeoSupport }> {
        const api = new FakeApi(ticket());
        there?.(api);
        const widget = embed(api);
        await first?.(widget);
        return { api, widget };
      }

      test.each(lineFaults)(
        'that meets %s is told, keeps what was written, and works when tried again',
        async (fault, answer) => {
          const { api, widget } = await prepared();
          api.override = (sent) => (sent.method === method && path.test(sent.path) ? answer() : undefined);
          await call(widget);
          const where = said?.(fault) ?? page.getByRole('alert').first();
          await expect.element(where).toBeVisible();
          expect(where.element().textContent?.trim()).not.toBe('');
          expect(done().query()).toBeNull();
          if (kept !== undefined) await expect.element(kept[0]()).toHaveValue(kept[1]);
          api.override = () => undefined;
          await again();
          await expect.element(done()).toBeVisible();
          after?.(api, fault);
          expect(heard).toEqual([]);
        },
      );

      test('that is slow holds nothing up, and is there when it has come', async () => {
        const { api, widget } = await prepared();
        let arrive = () => {};
        const arrived = new Promise<undefined>((resolve) => {
          arrive = () => resolve(undefined);
        });
        api.override = (sent) => (sent.method === method && path.test(sent.path) ? arrived : undefined);
        const sentBefore = api.sent.length;
        const calling = call(widget);
        await expect
          .poll(() =>
            api.sent.slice(sentBefore).some((sent) => sent.method === method && path.test(sent.path)),
          )
          .toBe(true);
        if (!isShownAtOnce) expect(done().query()).toBeNull();
        expect(page.getByRole('alert').query()).toBeNull();
        await page.getByRole('button', { name: 'Fermer' }).click();
        expect(widget.isOpen).toBe(false);
        arrive();
        await calling;
        await widget.open();
        await expect.element(done()).toBeVisible();
        expect(heard).toEqual([]);
      });
    },
  );
}
