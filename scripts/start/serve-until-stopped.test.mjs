import { expect, it, vi } from 'vitest';
import { serveUntilStopped } from './serve-until-stopped.mjs';

const links = { page: 'http://a/', staff: 'http://a/staff', reference: 'http://a/reference' };

/** A process whose signals and clock the test holds. */
function heldProcess() {
  /** @type {Record<string, () => void>} */
  const listeners = {};
  const clock = { now: 0 };
  /** @type {number[]} */
  const exits = [];
  return {
    exits,
    clock,
    signal: (/** @type {string} */ name) => listeners[name]?.(),
    runtime: {
      on: (/** @type {string} */ name, /** @type {() => void} */ listener) => {
        listeners[name] = listener;
      },
      exit: (/** @type {number} */ code) => {
        exits.push(code);
      },
    },
    now: () => clock.now,
  };
}

it.each(['SIGINT', 'SIGTERM'])('tells the links, and on %s closes once and ends well', async (name) => {
  const { runtime, now, signal, exits } = heldProcess();
  const close = vi.fn(async () => {});
  const tell = vi.fn();
  const ended = serveUntilStopped(async () => ({ links, close }), tell, runtime, now);
  await vi.waitFor(() => expect(tell).toHaveBeenCalledWith(links));
  signal(name);
  await ended;
  expect(close).toHaveBeenCalledTimes(1);
  expect(exits).toEqual([0]);
});

it('takes the signal of the terminal and the one that npm passes on for one', async () => {
  const { runtime, now, signal, exits, clock } = heldProcess();
  const close = vi.fn(async () => {});
  const ended = serveUntilStopped(
    async () => ({ links, close }),
    () => {},
    runtime,
    now,
  );
  signal('SIGINT');
  clock.now = 30;
  signal('SIGINT');
  await ended;
  expect(close).toHaveBeenCalledTimes(1);
  expect(exits).toEqual([0]);
});

it('ends at once on a second Ctrl-C, while it is still closing', async () => {
  const { runtime, now, signal, exits, clock } = heldProcess();
  let closed = () => {};
  const close = () =>
    new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
      closed = resolve;
    });
  const ended = serveUntilStopped(
    async () => ({ links, close }),
    () => {},
    runtime,
    now,
  );
  signal('SIGINT');
  await Promise.resolve();
  clock.now = 2_000;
  signal('SIGINT');
  expect(exits).toEqual([130]);
  await vi.waitFor(() => {
    closed();
    expect(exits).toHaveLength(2);
  });
  await ended;
});

it('passes on why it could not start', async () => {
  const { runtime, now } = heldProcess();
  const taken = Object.assign(new Error('listen'), { code: 'EADDRINUSE' });
  await expect(
    serveUntilStopped(
      () => Promise.reject(taken),
      () => {},
      runtime,
      now,
    ),
  ).rejects.toBe(taken);
});
