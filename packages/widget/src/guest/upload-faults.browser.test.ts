import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { FakeApi } from '../testing/fake-api.js';
import { heard, lineFaults, watchErrors } from '../testing/fault-matrix.js';
import { forgetKeptFiles, keptFiles } from '../testing/kept-files.js';
import { embed, expectFocus } from '../testing/widget.js';

watchErrors();
beforeEach(forgetKeptFiles);

const silence = () => new Promise<Response>(() => {});
const faults = [...lineFaults, ['a line that says nothing', silence] as const];

const button = (name: string | RegExp) => page.getByRole('button', { name });
const question = () => page.getByRole('textbox', { name: /Votre question en une phrase/ });
const aFile = (bytes: number) => new File(['x'.repeat(bytes)], 'guide.pdf', { type: 'application/pdf' });
const small = aFile(3);
const large = aFile(1.5 * 1024 * 1024);

interface Call {
  readonly method: string;
  readonly path: string;
}

/** Where a file that is on its way can be as it is taken out. */
const stages: readonly (readonly [where: string, file: File, isThere: (call: Call) => boolean])[] = [
  ['while it is sent at once', small, ({ method, path }) => method === 'POST' && path === '/v1/files'],
  ['while its upload begins', large, ({ path }) => path === '/v1/uploads'],
  ['while its parts are sent', large, ({ method }) => method === 'PATCH'],
  ['while a file is made of its parts', large, ({ path }) => path.endsWith('/completion')],
];
/** Those at which the server has something of it that it is told to throw away. */
const begun = stages.slice(2);

const isDiscard = ({ method, path }: Call) => method === 'DELETE' && path.startsWith('/v1/uploads/');

function drop(file: File): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  const event = new DragEvent('drop', { dataTransfer, bubbles: true, composed: true, cancelable: true });
  button('Choisir des fichiers').element().dispatchEvent(event);
}

/** A form with words and a file on its way, whose calls are answered by `override`. */
async function onItsWay(file: File, override: FakeApi['override']): Promise<FakeApi> {
  const api = new FakeApi();
  const widget = embed(api);
  await widget.compose('usage_question');
  await question().fill('Ma question');
  await expect.element(page.getByRole('region', { name: 'Avant d’envoyer' })).toBeVisible();
  api.override = override;
  drop(file);
  return api;
}

/** It is out of the form and of the browser, nothing is said to be wrong, and the same file gets through once in its place. */
async function expectOut(api: FakeApi, file: File): Promise<void> {
  await expect.element(button(/ guide\.pdf$/)).not.toBeInTheDocument();
  await expectFocus(button('Choisir des fichiers'));
  await expect.poll(keptFiles).toEqual([]);
  await expect.element(question()).toHaveValue('Ma question');
  expect(page.getByRole('alert').query()).toBeNull();
  api.override = () => undefined;
  drop(file);
  await expect.element(button('Retirer guide.pdf')).toBeVisible();
  expect(api.files.stored.map(({ bytes }) => bytes)).toEqual([file.size]);
  expect(heard).toEqual([]);
}

describe.each(stages)('a file that is taken out %s', (_where, file, isThere) => {
  test.each(faults)('after %s is out, and its discard may meet the same', async (_fault, answer) => {
    const api = await onItsWay(file, (call) => (isThere(call) || isDiscard(call) ? answer() : undefined));
    await expect.poll(() => api.sent.some(isThere)).toBe(true);
    await button(/^(?:Arrêter l’envoi de|Retirer) guide\.pdf$/).click();
    await expectOut(api, file);
  });
});

describe.each(begun)('the discard of a file that is taken out %s', (_where, file, isThere) => {
  test('throws away what had arrived', async () => {
    const api = await onItsWay(file, (call) => (isThere(call) ? silence() : undefined));
    await expect.poll(() => api.sent.some(isThere)).toBe(true);
    expect(api.files.underWay).toBe(1);
    await button('Arrêter l’envoi de guide.pdf').click();
    await expect.poll(() => api.files.underWay).toBe(0);
    await expectOut(api, file);
  });

  test.each(faults)('that meets %s is not missed', async (_fault, answer) => {
    const api = await onItsWay(file, (call) =>
      isThere(call) ? silence() : isDiscard(call) ? answer() : undefined,
    );
    await expect.poll(() => api.sent.some(isThere)).toBe(true);
    await button('Arrêter l’envoi de guide.pdf').click();
    await expect.poll(() => api.sent.some(isDiscard)).toBe(true);
    await expectOut(api, file);
  });
});
