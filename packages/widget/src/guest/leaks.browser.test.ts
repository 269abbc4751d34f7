/// <reference types="@vitest/browser-playwright" />
import { expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { FakeApi } from '../testing/fake-api.js';
import { embed } from '../testing/widget.js';

/** Tells what is listened to there and not let go, from now on. */
function watchListeners(target: EventTarget): { kept(): string[]; end(): void } {
  const kept = new Map<unknown, Set<string>>();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const release = (type: string, listener: unknown) => kept.get(listener)?.delete(type);
  Object.assign(target, {
    addEventListener(...[type, listener, options]: Parameters<EventTarget['addEventListener']>) {
      kept.set(listener, (kept.get(listener) ?? new Set()).add(type));
      if (typeof options === 'object')
        options.signal?.addEventListener('abort', () => release(type, listener), { once: true });
      addEventListener.call(target, type, listener, options);
    },
    removeEventListener(...[type, listener, options]: Parameters<EventTarget['removeEventListener']>) {
      release(type, listener);
      removeEventListener.call(target, type, listener, options);
    },
  });
  return {
    kept: () => [...kept.values()].flatMap((types) => [...types]),
    end: () => {
      kept.clear();
      for (const name of ['addEventListener', 'removeEventListener']) Reflect.deleteProperty(target, name);
    },
  };
}

test('two hundred widgets that are mounted, opened and taken away leave nothing behind', {
  timeout: 120_000,
}, async () => {
  localStorage.clear();
  const listeners = [window, document].map(watchListeners);
  const gone: WeakRef<Element>[] = [];
  const mount = async () => {
    const widget = embed(new FakeApi());
    await widget.open();
    const panel = widget.shadowRoot?.querySelector('teo-support-panel');
    if (panel === null || panel === undefined) throw new Error('The panel is not there.');
    if (panel.shadowRoot?.querySelector('.type') == null) throw new Error('There is nothing in it.');
    gone.push(new WeakRef(widget), new WeakRef(panel));
    widget.remove();
    // The same one may come back.
    document.body.append(widget);
    widget.remove();
  };
  for (let mounts = 0; mounts < 200; mounts += 1) await mount();
  expect(document.body.querySelector('teo-support')).toBeNull();
  expect(listeners.map((watched) => watched.kept())).toEqual([[], []]);
  for (const watched of listeners) watched.end();
  await expect
    .poll(
      async () => {
        await cdp().send('HeapProfiler.collectGarbage');
        return gone.filter((element) => element.deref() !== undefined).length;
      },
      { timeout: 30_000 },
    )
    // The last one may still be held by what has just run.
    .toBeLessThanOrEqual(4);
  expect(gone).toHaveLength(400);
});
