import { readFile } from 'node:fs/promises';
import { openDesk } from './people.js';
import { expect, test } from './watched-page.js';

test('the team takes its queue home as a file, as it is narrowed down', async ({ browser, watched }) => {
  const desk = await openDesk(browser, watched, 'julien.marchetti@teo.example.fr');
  await desk.getByLabel('Service', { exact: true }).selectOption({ label: 'Service technique' });
  await expect(desk).toHaveURL(/service=technical/);
  const coming = desk.waitForEvent('download');
  await desk.getByRole('button', { name: 'Exporter en CSV' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^tickets-\d{4}-\d\d-\d\d-\d{4}\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.startsWith('\uFEFFRéférence;Sujet;Type;')).toBe(true);
  const listed = await desk.request.get('/v1/staff/tickets', {
    params: { service: 'technical', limit: 100 },
  });
  const { items }: { items: { reference: string }[] } = await listed.json();
  expect(items.length).toBeGreaterThan(1);
  const written = [...text.matchAll(/^TEO-\d+/gm)].map(([reference]) => reference);
  expect(written).toEqual(items.map(({ reference }) => reference));
  await expect(desk.getByText(`${items.length} tickets exportés dans`).first()).toBeVisible();
  await desk.context().close();
});
