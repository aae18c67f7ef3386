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

  it('stay until there is room for them', async () => {
    const { store, id, left, deps } = await made();
    store.leave(id, 'one two', 1);
    const area = { ...deps.area, set: () => Promise.reject(new Error('quota exceeded')) };
    const { notices } = await createLibraryStore({ ...deps, area }).list();
    expect([notices, left()]).toEqual([[expect.stringContaining('typed last in “A”')], [`leaving.${id}`]]);
    expect((await store.list()).notices).toEqual([]);
    expect(left()).toEqual([]);
  });

  it('that are damaged are set aside and said', async () => {
    const { store, id, stored, left } = await made();
    stored[`leaving.${id}`] = { version: 9 };
    expect((await store.list()).notices.join()).toContain(`leaving.${id}.unreadable`);
    expect(left()).toEqual([`leaving.${id}.unreadable`]);
  });

  it('are checked', () => {
    const sound = { version: 1, text: 'a', basedOn: 1, saving: { length: 1, sum: 2 } };
    expect(understand(leavingItem('a'), sound)).toEqual({
      text: 'a',
      basedOn: 1,
      saving: { length: 1, sum: 2 },
    });
    expect(understand(leavingItem('a'), { ...sound, saving: 'x' })?.saving).toBeNull();
    expect(understand(leavingItem('a'), { ...sound, basedOn: '1' })).toBeUndefined();
  });
});
