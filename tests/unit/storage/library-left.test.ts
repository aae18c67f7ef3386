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
      isOpen: false,
    });
    expect(understand(leavingItem({ id: 'a' }), { ...sound, saving: 'x' })?.saving).toBeNull();
    expect(understand(leavingItem({ id: 'a' }), { ...sound, basedOn: '1' })).toBeUndefined();
  });
});

describe('words that a window keeps apart', () => {
  /** Windows on one storage; `end` ends one as a crash does. */
  async function windows() {
    const one = await made();
    const names = new Map<string, string[]>();
    const held = async () => new Set([...names.values()].flat());
    const open = (window: string) => {
      const hold = async (name: string) => {
        names.set(window, [...(names.get(window) ?? []), name]);
        return true;
      };
      return createLibraryStore({ ...one.deps, windows: { hold, held } });
    };
    return { ...one, open, end: (window: string) => names.delete(window) };
  }

  it('are left alone while it is open, and taken in when it ended without a word', async () => {
    const { id, open, end, texts, left } = await windows();
    const [a, b] = [open('a'), open('b')];
    await b.save(id, 'theirs', 1);
    await a.keepApart(id, { text: 'mine', revision: 1 });
    await a.keepApart(id, { text: 'mine, and more', revision: 1 });
    for (const each of [a, b]) expect((await each.list()).notices).toEqual([]);
    expect(left()).toHaveLength(1);
    end('a');
    expect((await b.list()).notices.join()).toContain('kept as “A (copy)”');
    expect([await texts(), left()]).toEqual([{ A: 'theirs', 'A (copy)': 'mine, and more' }, []]);
  });

  it('are left alone where the browser does not say which windows are open', async () => {
    const { id, deps, open, left } = await windows();
    await open('a').keepApart(id, { text: 'mine', revision: 1 });
    const silent = { hold: async () => true, held: () => Promise.reject(new Error('no answer')) };
    const { list, notices } = await createLibraryStore({ ...deps, windows: silent }).list();
    expect([list.entries.length, notices, left().length]).toEqual([1, [], 1]);
  });

  it('go when they are saved, or chosen against', async () => {
    const { id, open, end, texts, left } = await windows();
    const a = open('a');
    await a.keepApart(id, { text: 'mine', revision: 1 });
    await a.keepApart(id, null);
    end('a');
    expect([await texts(), left()]).toEqual([{ A: 'one' }, []]);
  });

  it('are its last words once it goes in good order, and taken in at once', async () => {
    const { id, open, texts, left } = await windows();
    const a = open('a');
    await a.keepApart(id, { text: 'mine', revision: 1 });
    a.leave(id, 'mine at last', 1);
    expect([await texts(), left()]).toEqual([{ A: 'mine at last' }, []]);
  });

  it('stay when another window clears their guide away, and become one', async () => {
    const { id, open, end, texts, left } = await windows();
    const [a, b] = [open('a'), open('b')];
    await a.keepApart(id, { text: 'mine', revision: 1 });
    await b.delete(id);
    await b.discardDeleted();
    expect([(await b.list()).list.entries, left().length]).toEqual([[], 1]);
    end('a');
    await b.list();
    expect([Object.values(await texts()), left()]).toEqual([['mine'], []]);
  });

  it('that can not be stored are no failure', async () => {
    const { id, deps, left } = await made();
    const area = { ...deps.area, set: () => Promise.reject(new Error('quota exceeded')) };
    const free = { hold: async () => true, held: async () => new Set<string>() };
    await createLibraryStore({ ...deps, area, windows: free }).keepApart(id, { text: 'a', revision: 1 });
    const none = { ...free, hold: async () => false };
    await createLibraryStore({ ...deps, windows: none }).keepApart(id, { text: 'a', revision: 1 });
    expect(left()).toEqual([]);
  });
});
