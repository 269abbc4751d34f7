import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

/**
 * Watches pages: what a Content-Security-Policy refuses, an error that nobody caught, or a message in the
 * console at the level of an error fails the test at its end. `expected` names those that a test provokes.
 */
export interface Watched {
  /** Watches the pages of a further browser context as well. Before it has any. */
  watch(context: BrowserContext): Promise<void>;
  /** From now on, messages that match are what the test is about. */
  expect(pattern: RegExp): void;
}

export const test = base.extend<{ watched: Watched }>({
  watched: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      // Who is not signed in yet is told so by a 401, which the browser notes as an error.
      const patterns: RegExp[] = [/status of 401/];
      const watch = async (watchedContext: BrowserContext) => {
        await watchedContext.exposeFunction('complainOfPolicy', (text: string) => complaints.push(text));
        await watchedContext.addInitScript(() => {
          document.addEventListener('securitypolicyviolation', (event) => {
            const { complainOfPolicy } = window as unknown as { complainOfPolicy(text: string): void };
            complainOfPolicy(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
          });
        });
        watchedContext.on('page', (page) => {
          page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
          page.on('console', (message) => {
            if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
          });
        });
      };
      await watch(context);
      await use({ watch, expect: (pattern) => patterns.push(pattern) });
      const unexpected = complaints.filter((text) => !patterns.some((pattern) => pattern.test(text)));
      expect(unexpected).toEqual([]);
    },
    { auto: true },
  ],
});

/** Nothing that axe knows of is wrong with the page as it stands (WCAG 2.2 A and AA, and best practices). */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([]);
}

export { expect };
