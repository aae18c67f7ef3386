import { describe, expect, it } from 'vitest';
import { understand } from '../../../storage/item.ts';
import { leavingItem } from '../../../storage/leaving-item.ts';
import { createLibraryStore } from '../../../storage/library-store.ts';
import { memoryLibrary } from '../../fixtures/library-store.ts';

async function made() {
  const memory = memoryLibrary();
  const store = createLibraryStore(memory.deps);
  const guide = await store.create('A', 'one');
  const id = guide.outcome === 'made' ? guide.entry.id : '';
  const texts = async () => {
    const { list } = await store.list();
    const reads = list.entries.map(async ({ id: each, name }) => {
      const read = await store.read(each);
      return [name, read.outcome === 'found' ? read.text : read.reason];
    });
    return Object.fromEntries(await Promise.all(reads));
  };
  const left = () => Object.keys(memory.stored).filter((key) => key.startsWith('leaving.'));
  return { ...memory, store, id, texts, left };
}

describe('the last words of a window', () => {
  it('become the text of the guide that nobody changed since', async () => {
    const { store, id, texts, left } = await made();
    store.leave(id, 'one two', 1);
    expect(await texts()).toEqual({ A: 'one two' });
    expect(left()).toEqual([]);
  });

  it('follow on the save that was under way, whether that came to its end or not', async () => {
    const { store, id, texts } = await made();
    await store.save(id, 'one t', 1);
    store.leave(id, 'one two', 1, 'one t');
    expect(await texts()).toEqual({ A: 'one two' });
    store.leave(id, 'one two three', 3, 'one two t');
    expect(await texts()).toEqual({ A: 'one two three' });
  });

  it('are a guide of their own where another window saved since', async () => {
    const { store, id, texts, left } = await made();
    await store.save(id, 'theirs', 1);
    store.leave(id, 'mine', 1);
    expect((await store.list()).notices.join()).toContain('kept as “A (copy)”');
    expect(await texts()).toEqual({ A: 'theirs', 'A (copy)': 'mine' });
    expect(left()).toEqual([]);
  });

  it('of several windows that go at once are all kept, each that came too late as a guide of its own', async () => {
    const { store, id, deps, texts, left } = await made();
    createLibraryStore(deps).leave(id, 'words of one window', 1);
    createLibraryStore(deps).leave(id, 'words of another', 1);
    createLibraryStore(deps).leave(id, 'words of a third', 1);
    expect((await store.list()).notices).toHaveLength(2);
    expect(await texts()).toEqual({
      A: 'words of one window',
      'A (copy)': 'words of another',
      'A (copy 2)': 'words of a third',
    });
    expect(left()).toEqual([]);
  });

  it('are found without reading all that is stored, where the browser can tell the keys', async () => {
    const { id, deps, stored, left } = await made();
    const area = {
      ...deps.area,
      get: (keys: string | string[] | null) =>
        keys === null ? Promise.reject(new Error('everything was read')) : deps.area.get(keys),
      getKeys: async () => Object.keys(stored),
    };
    const store = createLibraryStore({ ...deps, area });
    store.leave(id, 'one two', 1);
    expect((await store.list()).notices).toEqual([]);
    expect([await store.read(id), left()]).toEqual([expect.objectContaining({ text: 'one two' }), []]);
  });

  it('that an older Hookline left, under one key for all windows, are taken in', async () => {
    const { store, id, texts, stored, left } = await made();
    stored[`leaving.${id}`] = { version: 1, text: 'one two', basedOn: 1, saving: null };
    expect((await store.list()).notices).toEqual([]);
    expect([await texts(), left()]).toEqual([{ A: 'one two' }, []]);
  });

  it('about a guide that was cleared away become a guide', async () => {
    const { store, id, deps, texts, left } = await made();
    await store.delete(id);
    await store.discardDeleted();
    store.leave(id, '# Apples\n\nof one window', 1);
    createLibraryStore(deps).leave(id, '# Apples\n\nof another', 1);
    const { notices } = await store.list();
    expect(notices).toEqual([
      expect.stringContaining('kept as “Apples”'),
      expect.stringContaining('kept as “Apples 2”'),
    ]);
    expect(await texts()).toEqual({
      Apples: '# Apples\n\nof one window',
      'Apples 2': '# Apples\n\nof another',
    });
    expect(left()).toEqual([]);
  });

  it('about a guide that was cleared away stay until there is room for them', async () => {
    const { store, deps, left } = await made();
    store.leave('gone', 'words', 1);
    const area = { ...deps.area, set: () => Promise.reject(new Error('quota exceeded')) };
    const { notices } = await createLibraryStore({ ...deps, area }).list();
    expect([notices.join(), left()]).toEqual([expect.stringContaining('it is kept'), [expect.any(String)]]);
    expect((await store.list()).list.entries).toHaveLength(2);
    expect(left()).toEqual([]);
  });

  it('stay until there is room for them', async () => {
    const { store, id, left, deps } = await made();
    store.leave(id, 'one two', 1);
    const area = { ...deps.area, set: () => Promise.reject(new Error('quota exceeded')) };
    const { notices } = await createLibraryStore({ ...deps, area }).list();
    expect([notices, left()]).toEqual([
      [expect.stringContaining('typed last in “A”')],
      [expect.stringMatching(/^leaving\.g1\./)],
    ]);
    expect((await store.list()).notices).toEqual([]);
    expect(left()).toEqual([]);
  });

  it('that are damaged are set aside and said', async () => {
    const { store, id, stored, left } = await made();
    stored[`leaving.${id}`] = { version: 9 };
    stored[`leaving.${id}.w`] = { version: 9 };
    const aside = [`leaving.${id}.unreadable`, `leaving.${id}.w.unreadable`];
    const { notices } = await store.list();
    for (const key of aside) expect(notices.join()).toContain(key);
    expect(left().sort()).toEqual(aside);
    expect((await store.list()).notices).toEqual([]);
  });

  it('are checked', () => {
    const sound = { version: 1, text: 'a', basedOn: 1, saving: { length: 1, sum: 2 } };
    expect(understand(leavingItem({ id: 'a' }), sound)).toEqual({
      text: 'a',
      basedOn: 1,
      saving: { length: 1, sum: 2 },
    });
    expect(understand(leavingItem({ id: 'a' }), { ...sound, saving: 'x' })?.saving).toBeNull();
    expect(understand(leavingItem({ id: 'a' }), { ...sound, basedOn: '1' })).toBeUndefined();
  });
});
