import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

/**
 * A page that is watched: what a Content-Security-Policy refuses, an error that nobody caught, or a message in the
 * console at the level of an error fails the test at its end. `expected` names those that a test provokes.
 */
export interface Watched {
  readonly complaints: string[];
  /** From now on, messages that match are what the test is about. */
  expect(pattern: RegExp): void;
}

export const test = base.extend<{ watched: Watched }>({
  watched: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      const patterns: RegExp[] = [];
      const complain = (text: string) => complaints.push(text);
      await context.exposeFunction('complainOfPolicy', complain);
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          const { complainOfPolicy } = window as unknown as { complainOfPolicy(text: string): void };
          complainOfPolicy(
            `policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
          );
        });
      });
      const watch = (page: Page) => {
        page.on('pageerror', (error) => complain(`error: ${error.message}`));
        page.on('console', (message) => {
          if (message.type() === 'error') complain(`console: ${message.text()}`);
        });
      };
      for (const page of context.pages()) watch(page);
      context.on('page', watch);
      await use({ complaints, expect: (pattern) => patterns.push(pattern) });
      const unexpected = complaints.filter((text) => !patterns.some((pattern) => pattern.test(text)));
      expect(unexpected).toEqual([]);
    },
    { auto: true },
  ],
});

/** Nothing that axe knows of is wrong with the page as it stands (WCAG 2.2 A and AA, and best practices). */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([]);
}

export { expect };
