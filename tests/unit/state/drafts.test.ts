import { describe, expect, it } from 'vitest';
import type { Draft, DraftStore } from '../../../state/draft-ports.ts';
import { Drafts } from '../../../state/drafts.ts';

const DAY = 24 * 60 * 60 * 1000;
const content = (text: string) => ({ name: text, text, arrived: '', typed: '' });

/** Drafts on a disk that a test can fill, make slow and look at. */
function onDisk(left: readonly Draft[] = []) {
  const disk = new Map(left.map((draft) => [draft.id, draft]));
  const state = {
    time: 100 * DAY,
    isFull: (_: Draft) => false,
    spends: 0,
    rests: [] as (() => void)[],
    free: [] as unknown[],
  };
  let ids = 0;
  const store: DraftStore = {
    begin: () => `d${++ids}`,
    open: async () => ({ drafts: [...disk.values()], notices: [] }),
    async keep(draft) {
      state.time += state.spends;
      if (state.isFull(draft)) return { outcome: 'failed', reason: 'Full.' };
      disk.set(draft.id, draft);
      return { outcome: 'done' };
    },
    async remove(id) {
      disk.delete(id);
      return { outcome: 'done' };
    },
    letGo: (id) => void state.free.push([id, disk.has(id)]),
  };
  const after = (_: number, run: () => void) => {
    state.rests.push(run);
    return () => {};
  };
  const model = new Drafts({ store, clock: { now: () => state.time, after } });
  return { model, disk, state };
}
const tick = () => new Promise((done) => setTimeout(done, 5));

describe('drafts in a window', () => {
  it('says what is on no disk until it is, whatever else is stored meanwhile', async () => {
    const { model, state } = onDisk();
    state.isFull = ({ text }) => text.startsWith('large');
    model.put(content('large'));
    model.lay('small', 'small');
    await model.settled();
    expect([model.trouble.value, model.isHeld.value]).toEqual(['Full.', false]);
    model.put(content('shorter'));
    await model.settled();
    expect([model.trouble.value, model.isHeld.value]).toEqual(['', true]);
  });

  it('rests after a slow write, but not when the page may be gone soon', async () => {
    const { model, disk, state } = onDisk();
    state.spends = 200;
    model.put(content('one'));
    await Promise.resolve();
    model.put(content('two'));
    await tick();
    model.put(content('three'));
    await tick();
    const texts = () => [...disk.values()].map(({ text }) => text);
    expect([texts(), state.rests.length]).toEqual([['one'], 1]);
    model.flush();
    await model.settled();
    expect([texts(), state.rests.length]).toEqual([['three'], 1]);
  });

  it('lets go of what is gone for good, once it is off the disk', async () => {
    const { model, state } = onDisk();
    model.put(content('one'));
    model.throwAway(content('one'));
    model.put(content('two'));
    await model.settled();
    expect(state.free).toEqual([]);
    model.forget('d1');
    model.done();
    await model.settled();
    model.throwAway(content(''));
    expect(state.free).toEqual([
      ['d1', false],
      ['d2', false],
      ['d3', false],
    ]);
  });

  it('clears away what was thrown away a week ago or is too much, but nothing that was left behind', async () => {
    const left = (id: string, thrownAt: number | null): Draft => ({ id, ...content(id), at: 1, thrownAt });
    const { model, disk } = onDisk([left('new', 99 * DAY), left('old', 92 * DAY), left('unkept', null)]);
    await model.open();
    await model.settled();
    expect(model.aside.value.map(({ id }) => id)).toEqual(['new', 'unkept']);
    for (let n = 0; n < 3; n++) model.lay(`big ${n}`, 'x'.repeat(700_000));
    await model.settled();
    expect(model.aside.value.map(({ name }) => name)).toEqual(['big 2', 'big 1', 'unkept']);
    expect(disk.size).toBe(3);
  });
});
