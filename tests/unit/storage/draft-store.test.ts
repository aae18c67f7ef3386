import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../state/draft-ports.ts';
import { memoryDrafts } from '../../fixtures/draft-store.ts';
import { memoryArea } from './memory-area.ts';

const draft = (id: string, more: Partial<Draft> = {}): Draft => ({
  id,
  name: 'Mine',
  text: '# Now',
  arrived: '# Then',
  typed: 'field',
  at: 5,
  thrownAt: null,
  ...more,
});

describe('drafts', () => {
  it('come back to the letter, the latest first, and are gone when they are removed', async () => {
    const { area, stored } = memoryArea();
    const { store } = memoryDrafts(area);
    const all = [
      draft('a'),
      draft('b', { at: 9, text: 'half \ud800', arrived: 'half \ud800', thrownAt: 9 }),
      draft('c', { at: 7, arrived: '' }),
    ];
    for (const each of all) expect(await store.keep(each)).toEqual({ outcome: 'done' });
    const read = await memoryDrafts(area).store.open();
    expect(read).toEqual({ drafts: [all[1], all[2], all[0]], notices: [] });
    for (const { id } of all) await store.remove(id);
    expect(stored).toEqual({});
  });

  it('do not store again what came in with each letter that is typed', async () => {
    const { area, stored } = memoryArea();
    const { store } = memoryDrafts(area);
    await store.keep(draft('a'));
    delete stored['arrival.a'];
    await store.keep(draft('a', { text: '# Now!' }));
    expect(Object.keys(stored)).toEqual(['draft.a']);
    await store.keep(draft('a', { arrived: '# Then and more' }));
    expect(stored['arrival.a']).toEqual({ version: 1, text: '# Then and more' });
  });

  it('belong to the window that has them', async () => {
    const { area } = memoryArea();
    await memoryDrafts(area).store.keep(draft('a'));
    await memoryDrafts(area).store.keep(draft('b'));
    const { drafts } = await memoryDrafts(area, ['draft.a']).store.open();
    expect(drafts.map(({ id }) => id)).toEqual(['b']);
  });

  it('wait for the window that had them and is loaded anew, which has its own at once', async () => {
    const { area } = memoryArea();
    await memoryDrafts(area).store.keep(draft('a', { at: 1 }));
    await memoryDrafts(area).store.keep(draft('b', { at: 2 }));
    const held: string[] = [];
    const { store, clock } = memoryDrafts(area, held, 1000);
    const ids = async (own?: string) => (await store.open(own)).drafts.map(({ id }) => id);
    expect(await ids('a')).toEqual(['a']);
    held.push('draft.a');
    clock.time += 999;
    expect(await ids('a')).toEqual([]);
    // Taken up again meanwhile: the time begins anew.
    held.push('draft.b');
    clock.time += 1;
    expect(await ids('a')).toEqual([]);
    held.pop();
    expect(await ids('a')).toEqual([]);
    clock.time += 1000;
    expect(await ids('a')).toEqual(['b']);
  });

  it.each([
    ['damaged', { version: 1, name: 'x', text: 7, typed: '', at: 1, thrownAt: null }],
    ['from a newer version', { version: 2, name: 'x', text: 'y', typed: '', at: 1, thrownAt: null }],
    ['no object', 'y'],
  ])('that are %s are set aside and said, and the others are read', async (_, value) => {
    const { area, stored } = memoryArea({ 'draft.bad': value });
    await memoryDrafts(area).store.keep(draft('good'));
    const read = await memoryDrafts(area).store.open();
    expect(read.drafts.map(({ id }) => id)).toEqual(['good']);
    expect(read.notices).toEqual([expect.stringContaining('under “draft.bad.unreadable”')]);
    expect([stored['draft.bad'], stored['draft.bad.unreadable']]).toEqual([value, value]);
  });

  it('say what to do on a full disk, where the text counts for more than what came in', async () => {
    const { area, stored } = memoryArea();
    let room = 1;
    const { store } = memoryDrafts({
      ...area,
      set: (items) =>
        Object.keys(items).length > room ? Promise.reject(new Error('QuotaExceededError')) : area.set(items),
    });
    expect(await store.keep(draft('a'))).toEqual({ outcome: 'done' });
    expect(Object.keys(stored)).toEqual(['draft.a']);
    room = 0;
    expect(await store.keep(draft('a'))).toEqual({
      outcome: 'failed',
      reason: expect.stringMatching(/no room left.*Download the text/),
    });
  });
});
