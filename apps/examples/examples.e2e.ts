import { expect, test } from '@playwright/test';

for (const [path, asks] of [
  ['plain', true],
  ['react', true],
  ['vue', true],
  ['server-rendered', false],
] as const) {
  test(`a ticket is filed from the example ${path}`, async ({ page }, { config }) => {
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(error.message));
    await page.goto(`${config.metadata.examples}/${path}/`);
    if (asks) await page.getByRole('button', { name: 'Ask about invoicing' }).click();
    else {
      await page.getByRole('button', { name: 'Help', exact: true }).click();
      await page.getByRole('button', { name: /^Usage question/ }).click();
    }
    await page.getByLabel('Your question in one sentence').fill('Where is the credit note?');
    await page.getByLabel('What is it about?').selectOption({ index: 1 });
    const module = page.getByLabel('In which téo module?');
    if (asks) await expect(module).toHaveValue('invoicing');
    else await module.selectOption('invoicing');
    await page.getByLabel('What would you like to do?').fill('To hand it to an accountant.');
    await page.getByRole('radio', { name: 'Yes, but it is inconvenient' }).check();
    await page.getByRole('button', { name: 'Send the ticket' }).click();
    await expect(page.getByRole('button', { name: 'See the ticket' })).toBeVisible();
    if (asks) await expect(page.getByRole('status').filter({ hasText: /Filed: TEO-\d{4}/ })).toBeVisible();
    expect(failures).toEqual([]);
  });
}
