/**
 * What `serveDemo` of scripts/demo/serve.mjs gives.
 *
 * @typedef {{ page: string, staff: string, reference: string }} Links
 * @typedef {{ links: Links, close(): Promise<void> }} Demo
 */

/**
 * On Ctrl-C the terminal signals us, and npm passes its own signal on: two signals, one wish.
 * What comes within this time is the same keystroke.
 */
const sameKeystrokeMs = 400;

/** Longer than any request, shorter than a person's patience. */
const closingLimitMs = 10_000;

/**
 * Starts the demo, says where it is, and waits for Ctrl-C or SIGTERM; then closes it once. A second Ctrl-C
 * ends at once.
 *
 * @param {() => Promise<Demo>} serve
 * @param {(links: Links) => void} tell
 * @param {{ on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown, exit(code: number): void }} runtime
 *   the process, or what stands for it in a test
 * @param {() => number} now milliseconds
 */
export async function serveUntilStopped(serve, tell, runtime = process, now = Date.now) {
  /** @type {number | undefined} */
  let askedAt;
  /** @type {() => void} */
  let stop;
  const stopped = new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
    stop = resolve;
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    runtime.on(signal, () => {
      if (askedAt === undefined) {
        askedAt = now();
        stop();
      } else if (now() - askedAt > sameKeystrokeMs) {
        runtime.exit(130);
      }
    });
  }
  const demo = await serve();
  tell(demo.links);
  await stopped;
  const limit = setTimeout(() => {
    console.error('Closing takes too long: stopped without waiting.');
    runtime.exit(1);
  }, closingLimitMs);
  await demo.close();
  clearTimeout(limit);
  runtime.exit(0);
}
