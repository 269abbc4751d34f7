/**
 * How the browser tests and the end-to-end tests start Chromium. `npm test` finds one and names it in
 * CHROMIUM_PATH; without it Playwright's own is used.
 */
export const chromiumLaunch = {
  ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  args: [
    // Chromium refuses its sandbox to root, which is who CI containers run as.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // The rest keeps it from talking to anybody but the tests.
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
