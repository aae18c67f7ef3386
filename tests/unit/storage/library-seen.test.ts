import { describe, expect, it } from 'vitest';
import { understand } from '../../../storage/item.ts';
import { textItem } from '../../../storage/library-items.ts';
import { createLibraryStore } from '../../../storage/library-store.ts';
import { seenItem } from '../../../storage/seen-item.ts';
import { memoryLibrary } from '../../fixtures/library-store.ts';

async function madeWith(text: string) {
  const library = memoryLibrary();
  const store = createLibraryStore(library.deps);
  const made = await store.create('Acme', text);
  if (made.outcome !== 'made') throw new Error(made.reason);
  const { id } = made.entry;
  let revision = 1;
  /** Saves a text so many milliseconds later. */
  const save = async (next: string, later = 1000, keep = false) => {
    library.clock.time += later;
    const result = await store.save(id, next, revision, keep);
    if (result.outcome !== 'saved') throw new Error(result.outcome);
    revision = result.revision;
  };
  const texts = async () => {
    const all: string[] = [];
    for (const state of await store.history(id)) {
      const read = await store.readState(id, state.id);
      if (read.outcome === 'found') all.push(read.text);
    }
    return all;
  };
  return { ...library, store, id, save, texts };
}

describe('the text that a panel read last', () => {
  it('can be had until a later one was read, however fast it was typed over', async () => {
    const { store, id, save } = await madeWith('one');
    await save('two');
    expect(await store.seenBefore(id)).toBeUndefined();
    await store.noteSeen(id, 'two');
    expect(await store.seenBefore(id)).toBeUndefined();
    await save('three');
    await save('four');
    expect(await store.seenBefore(id)).toBe('two');
    await store.noteSeen(id, 'four');
    expect(await store.seenBefore(id)).toBeUndefined();
  });

  it('is noted only as long as it is the text of the guide', async () => {
    const { store, id, save, stored } = await madeWith('one');
    await save('two');
    expect((await store.noteSeen(id, 'one')).outcome).toBe('failed');
    expect((await store.noteSeen('nobody', 'one')).outcome).toBe('failed');
    expect(stored.seen).toBeUndefined();
  });

  it('stays while months of other states are thinned out', async () => {
    const { store, id, save } = await madeWith('one');
    await save('two', 60_000);
    await store.noteSeen(id, 'two');
    for (let count = 0; count < 50; count++) await save(`text ${count}`, 60_000);
    for (let count = 0; count < 20; count++) await save(`later ${count}`, 7 * 86_400_000);
    expect(await store.seenBefore(id)).toBe('two');
  });

  it('costs no state for each save while a panel is open', async () => {
    const { store, id, save, texts } = await madeWith('one');
    await store.noteSeen(id, 'one');
    for (let count = 0; count < 20; count++) await save(`one${' more'.repeat(count)}`);
    expect(await texts()).toEqual([`one${' more'.repeat(19)}`, 'one']);
  });

  it('is that of the copy as well, when a guide is duplicated', async () => {
    const { store, id } = await madeWith('one');
    const made = await store.duplicate(id);
    if (made.outcome !== 'made') throw new Error(made.reason);
    await store.save(made.entry.id, 'two', 1);
    expect(await store.seenBefore(made.entry.id)).toBe('one');
  });

  it('is forgotten with its guide', async () => {
    const { store, id, stored } = await madeWith('one');
    await store.noteSeen(id, 'one');
    await store.delete(id);
    await store.discardDeleted();
    const other = await store.create('Bolt', 'two');
    if (other.outcome !== 'made') throw new Error(other.reason);
    await store.noteSeen(other.entry.id, 'two');
    expect(understand(seenItem, stored.seen)?.guides.map((each) => each.id)).toEqual([other.entry.id]);
  });

  it('that is damaged or newer is set aside, and counts as none', async () => {
    for (const seen of [
      { version: 1, guides: [{ id: 1 }] },
      { version: 2, guides: [] },
    ]) {
      const { store, id, stored } = await madeWith('one');
      stored.seen = seen;
      expect(await store.seenBefore(id)).toBeUndefined();
      await store.noteSeen(id, 'one');
      expect(stored['seen.unreadable']).toEqual(seen);
      expect(understand(seenItem, stored.seen)?.guides).toHaveLength(1);
    }
  });
});

describe('a text that the user asked for', () => {
  it('is in the history when it was restored and typed over at once', async () => {
    const { save, texts } = await madeWith('one');
    await save('two', 60_000);
    await save('one', 1000, true);
    await save('one!', 1000);
    await save('one!!', 1000);
    expect(await texts()).toEqual(['one!!', 'one', 'two', 'one']);
  });

  it('is told apart in what is stored; what an older version stored is read as typed', () => {
    const old = { version: 1, text: 'one', revision: 3, savedAt: 5 };
    expect(understand(textItem('a'), old)).toEqual({
      text: 'one',
      revision: 3,
      savedAt: 5,
      isLasting: false,
    });
    expect(understand(textItem('a'), { ...old, version: 2, isLasting: true })?.isLasting).toBe(true);
    expect(understand(textItem('a'), { ...old, version: 3 })).toBeUndefined();
  });
});
