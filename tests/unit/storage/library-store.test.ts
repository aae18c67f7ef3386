import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understand, type WideArea } from '../../../storage/item.ts';
import { historyItem, libraryItem, stateItem, textItem } from '../../../storage/library-items.ts';
import { budgetFor, createLibraryStore } from '../../../storage/library-store.ts';
import { memoryLibrary } from '../../fixtures/library-store.ts';

const OLD = { version: 1, text: '# Netflix\n\n## Story 1: SEA - Fog\n' };

/** A store on what an older version left, or on anything else. */
function openOn(initial: Record<string, unknown>) {
  const memory = memoryLibrary(initial);
  return { ...memory, store: createLibraryStore(memory.deps) };
}

async function textsOf(store: ReturnType<typeof createLibraryStore>) {
  const { list } = await store.list();
  const reads = await Promise.all(list.entries.map(({ id }) => store.read(id)));
  return reads.map((read) => (read.outcome === 'found' ? read.text : undefined));
}

describe('a guide stored by an older version', () => {
  it('becomes a guide of the library, named by its heading, and is shown', async () => {
    const { store, stored } = openOn({ guide: OLD });
    const { list, notices } = await store.list();
    expect([list.entries.map(({ name }) => name), list.currentId, notices]).toEqual([['Netflix'], 'g1', []]);
    expect(await textsOf(store)).toEqual([OLD.text]);
    expect('guide' in stored).toBe(false);
  });

  it('is brought in once by two windows at once', async () => {
    const { store, deps } = openOn({ guide: OLD });
    await Promise.all([store.list(), createLibraryStore(deps).list(), store.list()]);
    expect(await textsOf(store)).toEqual([OLD.text]);
  });

  it('is brought in once and whole, wherever the browser dies', async () => {
    for (let steps = 0; steps < 12; steps++) {
      const { store, deps, stored } = openOn({ guide: OLD });
      let left = steps;
      const dying = async <T>(act: () => Promise<T>) => {
        if (left-- <= 0) throw new Error('dead');
        return act();
      };
      const area: WideArea = {
        get: (keys) => dying(() => deps.area.get(keys)),
        set: (items) => dying(() => deps.area.set(items)),
        remove: (keys) => dying(() => deps.area.remove(keys)),
      };
      await createLibraryStore({ ...deps, area }).list();
      expect(Object.keys(stored).some((key) => /^guide(\.g\d)?$/.test(key))).toBe(true);
      expect(await textsOf(store)).toEqual([OLD.text]);
      expect(Object.keys(stored).sort()).toEqual([expect.stringMatching(/^guide\.g\d$/), 'library']);
    }
  });

  it('stored again takes the place of the first, which stays in its history', async () => {
    const { store, deps } = openOn({ guide: OLD });
    await store.list();
    await deps.area.set({ guide: { version: 1, text: 'newer' } });
    expect(await textsOf(store)).toEqual(['newer']);
    const states = await store.history('g1');
    expect(states.length).toBe(2);
    expect(await store.readState('g1', states[1]?.id ?? '')).toEqual({ outcome: 'found', text: OLD.text });
  });

  it('stored again stands beside one that was edited here', async () => {
    const { store, deps } = openOn({ guide: OLD });
    await store.list();
    await store.save('g1', 'edited', 1);
    await deps.area.set({ guide: { version: 1, text: 'newer' } });
    expect(await textsOf(store)).toEqual(['edited', 'newer']);
    expect((await store.list()).list.currentId).toBe('g2');
  });

  it('stored while a window is open is brought in at once, and told', async () => {
    const { store, deps } = openOn({});
    const told: (string | null)[] = [];
    store.watch(({ list }) => {
      if (list !== undefined) told.push(list.currentId);
    });
    await deps.area.set({ guide: OLD });
    await store.list();
    expect(told).toContain('g1');
  });

  it('that can’t be read stays, is set aside and said', async () => {
    const { store, stored } = openOn({ guide: { version: 99, text: 'later' } });
    const { list, notices } = await store.list();
    expect(list.entries).toEqual([]);
    expect(notices.join()).toContain('guide.unreadable');
    expect(stored.guide).toEqual(stored['guide.unreadable']);
  });
});

describe('a list that can’t be read', () => {
  it('is set aside, and the guides are found again by their texts', async () => {
    const { store, stored } = openOn({});
    await store.create('Acme', '# Acme\n');
    await store.create('Globex', 'no heading');
    stored.library = { version: 7, entries: 'later' };
    const { list, notices } = await store.list();
    expect(list.entries.map(({ name }) => name).sort()).toEqual(['Acme', 'My guide']);
    expect(notices.join()).toContain('library.unreadable');
    expect(stored['library.unreadable']).toEqual({ version: 7, entries: 'later' });
    expect((await textsOf(store)).sort()).toEqual(['# Acme\n', 'no heading']);
  });

  it('is found again by whoever makes a guide, too', async () => {
    const { store, stored } = openOn({});
    await store.create('Acme', '# Acme\n');
    delete stored.library;
    await store.create('Globex', 'two');
    expect((await textsOf(store)).sort()).toEqual(['# Acme\n', 'two']);
  });
});

describe('clearing away for good', () => {
  /** A deleted guide with a history, and traces of it in other places. */
  async function deleted(forget: (id: string) => Promise<void>) {
    const memory = memoryLibrary();
    const store = createLibraryStore({ ...memory.deps, forget });
    await store.create('A', 'secret words');
    await store.save('g1', 'other words', 1);
    memory.stored['guide.g1.unreadable'] = { version: 9, text: 'secret words' };
    store.leave('g1', 'secret last words', 2);
    await store.delete('g1');
    return { ...memory, store };
  }

  it('leaves nothing of a guide, wherever it is kept', async () => {
    const forgotten: string[] = [];
    const { store, stored } = await deleted(async (id) => void forgotten.push(id));
    await store.discardDeleted();
    expect(forgotten).toEqual(['g1']);
    expect(Object.keys(stored)).toEqual(['library']);
  });

  it('is tried again where something could not be forgotten', async () => {
    let isBroken = true;
    const { store, stored } = await deleted(() =>
      isBroken ? Promise.reject(new Error('no')) : Promise.resolve(),
    );
    expect(await store.discardDeleted()).toEqual({ outcome: 'done' });
    expect(stored.library).toMatchObject({ clearing: ['g1'] });
    expect((await store.list()).notices).toEqual([]);
    isBroken = false;
    await store.list();
    expect(stored.library).toMatchObject({ clearing: [] });
  });
});

it('a list of an older version has no guide that was shown before', () => {
  const old = { version: 1, entries: [], currentId: null, revision: 3, clearing: [], adopted: null };
  expect(understand(libraryItem, old)).toMatchObject({ revision: 3, shownBefore: null });
});

describe('whatever is stored', () => {
  it('nothing of it throws, and what can’t be read is not overwritten unseen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.anything(), fc.anything(), async (a, b, c) => {
        understand(libraryItem, a);
        understand(textItem('x'), a);
        understand(historyItem('x'), a);
        understand(stateItem('x', '1'), a);
        const json = (value: unknown) =>
          JSON.parse(JSON.stringify({ value }, (_, v) => (typeof v === 'bigint' ? 1 : v))).value as unknown;
        const { store, stored } = openOn({});
        Object.assign(stored, { library: json(a), 'guide.x': json(b), 'history.x': json(c) });
        const before = structuredClone(stored);
        await store.list();
        await store.read('x');
        await store.history('x');
        await store.create('New', 'text');
        for (const [key, value] of Object.entries(before))
          if (value !== undefined) expect([stored[key], stored[`${key}.unreadable`]]).toContainEqual(value);
      }),
    );
  });
});

it('the budgets of all histories leave most of the 10 MB to the texts', () => {
  for (const guides of [1, 3, 10, 100])
    expect(budgetFor(guides).bytes * guides).toBeLessThanOrEqual(3_500_000);
});
