/** @typedef {import('@playwright/test').Page} Page */

/**
 * A widget on a page, and how a person comes to its form.
 *
 * @typedef {object} Candidate
 * @property {string} name
 * @property {string} path of its page
 * @property {((page: Page) => Promise<void>) | null} load waits until the widget can be opened; null where there is none
 * @property {(page: Page) => Promise<void>} open clicks until there is the form, and types a letter into it
 * @property {(page: Page) => Promise<void>} close
 *
 * @typedef {object} Visit
 * @property {number} requests until nothing more came, the page itself left out
 * @property {number} kB that came over the wire with them
 * @property {number} loadMs of main thread until nothing more came
 * @property {number} idleMs of main thread in a second in which nobody does anything
 * @property {number} shift of the layout, as browsers count it
 * @property {number} formRequests from the first click until the form was ready to type in
 * @property {number} formKB
 * @property {number} formMs from the first click until a letter stood in it
 * @property {number} formMainMs of main thread meanwhile
 */

const idleSeconds = 2;

/** Runs in the page, before anything of it. */
const addUpShifts = `
  globalThis.shift = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) globalThis.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });`;

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} origin
 * @param {Candidate} candidate
 * @returns {Promise<Visit>}
 */
export async function visitOnce(browser, origin, candidate) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en' });
  try {
    const page = await context.newPage();
    const wire = await watchWire(page);
    await page.addInitScript({ content: addUpShifts });
    await page.goto(`${origin}${candidate.path}`, { waitUntil: 'networkidle' });
    await candidate.load?.(page);
    const loaded = { ...wire.count(), main: await wire.mainMs() };
    const shift = Number(await page.evaluate('shift'));
    await page.waitForTimeout(idleSeconds * 1000);
    const idle = await wire.mainMs();
    const begun = performance.now();
    await candidate.open(page);
    const formMs = performance.now() - begun;
    const opened = { ...wire.count(), main: await wire.mainMs() };
    return {
      requests: loaded.requests - 1,
      kB: loaded.kB - wire.pageKB(),
      loadMs: loaded.main,
      idleMs: (idle - loaded.main) / idleSeconds,
      shift,
      formRequests: opened.requests - loaded.requests,
      formKB: opened.kB - loaded.kB,
      formMs,
      formMainMs: opened.main - idle,
    };
  } finally {
    await context.close();
  }
}

/**
 * How much the heap has grown from the fifth opening to the last one.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} origin
 * @param {Candidate} candidate
 * @param {number} openings
 * @returns {Promise<number>} KiB
 */
export async function heapGrowth(browser, origin, candidate, openings) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en' });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}${candidate.path}`, { waitUntil: 'networkidle' });
    await candidate.load?.(page);
    const session = await context.newCDPSession(page);
    const used = async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    const warm = 5;
    let before = 0;
    for (let opening = 1; opening <= openings; opening += 1) {
      await candidate.open(page);
      await candidate.close(page);
      if (opening === warm) before = await used();
    }
    return ((await used()) - before) / 1024;
  } finally {
    await context.close();
  }
}

/** @param {Page} page */
async function watchWire(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  let requests = 0;
  let bytes = 0;
  let pageBytes = 0;
  session.on('Network.requestWillBeSent', () => {
    requests += 1;
  });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    if (pageBytes === 0) pageBytes = encodedDataLength;
    bytes += encodedDataLength;
  });
  return {
    count: () => ({ requests, kB: bytes / 1000 }),
    pageKB: () => pageBytes / 1000,
    async mainMs() {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
    },
  };
}
