import type { ImprovementSupport } from '@teo-support/core/contract';
import type { Improvements } from '@teo-support/sdk';
import { describe, expect, test } from 'vitest';
import { Supports } from './supports.js';

const before = {
  id: 'r-1',
  votes: 4,
  organizations: 2,
  voted: false,
  votedInOrganization: 0,
  followed: false,
};

/** A server that answers when the test says so. */
function server() {
  const calls: {
    readonly step: string;
    readonly answer: (support: ImprovementSupport) => void;
    readonly fail: (why: Error) => void;
  }[] = [];
  const take = (step: string) => () =>
    new Promise<ImprovementSupport>((answer, fail) => calls.push({ step, answer, fail }));
  const improvements: Pick<Improvements, 'vote' | 'withdrawVote' | 'follow' | 'unfollow'> = {
    vote: take('vote'),
    withdrawVote: take('withdrawVote'),
    follow: take('follow'),
    unfollow: take('unfollow'),
  };
  return { calls, supports: new Supports(improvements) };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a vote', () => {
  test('counts at once, the person and their organization', () => {
    const { supports } = server();
    void supports.change(before, { voted: true });
    expect(supports.of(before)).toEqual({
      votes: 5,
      organizations: 3,
      voted: true,
      votedInOrganization: 1,
      followed: false,
    });
  });

  test('of a second person of an organization does not count the organization again', () => {
    const { supports } = server();
    const ours = { ...before, votedInOrganization: 1 };
    void supports.change(ours, { voted: true });
    expect(supports.of(ours)).toMatchObject({ votes: 5, organizations: 2, votedInOrganization: 2 });
  });

  test('is what the server says, once it does', async () => {
    const { calls, supports } = server();
    const changed = supports.change(before, { voted: true });
    calls[0]?.answer({ votes: 9, organizations: 4, voted: true, votedInOrganization: 2, followed: false });
    await changed;
    expect(supports.of(before)).toMatchObject({ votes: 9, organizations: 4 });
    expect(calls).toHaveLength(1);
  });

  test('that does not arrive is taken back, and can be given again', async () => {
    const { calls, supports } = server();
    const changed = supports.change(before, { voted: true });
    calls[0]?.fail(new Error('cut'));
    await expect(changed).rejects.toThrow('cut');
    expect(supports.of(before)).toMatchObject({ votes: 4, voted: false });
    void supports.change(before, { voted: true });
    expect(calls.map(({ step }) => step)).toEqual(['vote', 'vote']);
  });

  test('pressed twice while it is on its way is one that is taken back, one call after the other', async () => {
    const { calls, supports } = server();
    const first = supports.change(before, { voted: true });
    const second = supports.change(before, { voted: false });
    expect(supports.of(before)).toMatchObject({ votes: 4, voted: false });
    expect(calls.map(({ step }) => step)).toEqual(['vote']);
    calls[0]?.answer({ ...before, votes: 5, organizations: 3, voted: true, votedInOrganization: 1 });
    await settled();
    expect(calls.map(({ step }) => step)).toEqual(['vote', 'withdrawVote']);
    calls[1]?.answer(before);
    await Promise.all([first, second]);
    expect(supports.of(before)).toMatchObject({ votes: 4, voted: false });
  });

  test('that the server does not take is not sent for ever', async () => {
    const { calls, supports } = server();
    const changed = supports.change(before, { voted: true });
    calls[0]?.answer(before);
    await changed;
    expect(calls).toHaveLength(1);
    expect(supports.of(before)).toMatchObject({ voted: false });
  });
});

test('a list that was asked for before a vote does not take it back on the screen', async () => {
  const { calls, supports } = server();
  const changed = supports.change(before, { voted: true });
  supports.learn([before]);
  expect(supports.of(before).voted).toBe(true);
  calls[0]?.answer({ ...before, votes: 5, voted: true });
  await changed;
  supports.learn([{ ...before, votes: 7, voted: true }]);
  expect(supports.of(before).votes).toBe(7);
});

test('following and voting go one after the other, and whoever listens hears of each', async () => {
  const { calls, supports } = server();
  let heard = 0;
  const stop = supports.listen(() => {
    heard += 1;
  });
  const changed = supports.change(before, { followed: true });
  void supports.change(before, { voted: true });
  expect(calls.map(({ step }) => step)).toEqual(['follow']);
  calls[0]?.answer({ ...before, followed: true });
  await settled();
  expect(calls.map(({ step }) => step)).toEqual(['follow', 'vote']);
  calls[1]?.answer({ ...before, votes: 5, voted: true, followed: true });
  await changed;
  expect(supports.of(before)).toMatchObject({ voted: true, followed: true });
  stop();
  expect(heard).toBeGreaterThanOrEqual(3);
});
