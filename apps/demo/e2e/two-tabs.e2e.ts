import type { Page } from '@playwright/test';
import { file, filings } from './filing.js';
import { openDesk, openTeo, ticketPath } from './people.js';
import { expect, expectAccessible, test } from './watched-page.js';

const subject = 'Les relances partent deux fois';

async function openMyTickets(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Aide', exact: true }).click();
  await page.getByRole('tab', { name: /^Mes tickets/ }).click();
  await expect(page.getByRole('button', { name: subject })).toBeVisible();
}

const inList = (page: Page) => page.getByRole('button', { name: subject });

test('two tabs of a person have one stream, agree on what is unread, and go on when one is closed', async ({
  page,
  browser,
  watched,
}) => {
  test.slow();
  await openTeo(page, 'u-pascal-lemoine');
  await file(page, filings.malfunction(subject));
  await page.reload();
  const streams: string[] = [];
  page.context().on('request', (request) => {
    if (new URL(request.url()).pathname === '/v1/live') streams.push(request.url());
  });
  await openMyTickets(page);
  const other = await page.context().newPage();
  await other.goto('/teo');
  await openMyTickets(other);
  const desk = await openDesk(browser, watched, 'hugo.meyer@teo.example.fr');
  const path = await ticketPath(desk, subject);
  const answer = async (text: string) => {
    const headers = { origin: new URL(desk.url()).origin, 'idempotency-key': crypto.randomUUID() };
    const answered = await desk.request.post(`${path}/answers`, {
      data: { text, awaitsRequester: false },
      headers,
    });
    expect(answered.ok(), await answered.text()).toBe(true);
  };

  await test.step('an answer is unread in both, told over one stream', async () => {
    await answer('Nous regardons.');
    for (const tab of [page, other]) {
      await expect(inList(tab)).toContainText('Non lu');
      await expect(tab.getByRole('tab', { name: /^Mes tickets \d+ tickets? non lus?$/ })).toBeVisible();
    }
    expect(streams).toHaveLength(1);
    await expectAccessible(page);
  });

  await test.step('read in one, it is read in the other', async () => {
    await inList(other).click();
    await expect(other.getByText('Nous regardons.')).toBeVisible();
    await expect(inList(page)).not.toContainText('Non lu');
  });

  await test.step('the tab that had the stream is closed, and the other one goes on', async () => {
    await page.close();
    await expect.poll(() => streams.length).toBe(2);
    await answer('C’est corrigé dans la version 8.7.');
    await expect(other.getByText('C’est corrigé dans la version 8.7.')).toBeVisible();
  });
});
