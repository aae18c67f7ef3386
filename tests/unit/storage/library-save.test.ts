import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LibraryStore } from '../../../state/library-ports.ts';
import type { WideArea } from '../../../storage/item.ts';
import { createLibraryStore } from '../../../storage/library-store.ts';
import { memoryLibrary, memoryLocks } from '../../fixtures/library-store.ts';

/** What befalls one call of the storage: nothing, an error, a full disk, or the browser's end before or after. */
type Fate = 'ok' | 'fails' | 'full' | 'dies before' | 'dies after';
const fates = fc.array(
  fc.constantFrom<Fate>('ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'fails', 'full', 'dies before', 'dies after'),
  { minLength: 40, maxLength: 120 },
);
const texts = fc.array(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 40 })), {
  minLength: 1,
  maxLength: 20,
});

class Died extends Error {}

/** Lets each call of `area` meet its fate; once the browser died, every further call does. */
function fated(area: WideArea, fateOfNext: () => Fate): WideArea {
  let isDead = false;
  const meet = async <T>(act: () => Promise<T>): Promise<T> => {
    const fate = isDead ? 'dies before' : fateOfNext();
    if (fate.startsWith('dies')) isDead = true;
    if (fate === 'dies after') await act();
    if (isDead) throw new Died();
    if (fate === 'fails') throw new Error('IO error');
    if (fate === 'full') throw new Error('Resource::kQuotaBytes quota exceeded');
    return act();
  };
  return {
    get: (keys) => meet(() => area.get(keys)),
    set: (items) => meet(() => area.set(items)),
    remove: (keys) => meet(() => area.remove(keys)),
  };
}

async function madeWith(text: string) {
  const memory = memoryLibrary();
  const library = { ...memory, deps: { ...memory.deps, betweenStates: 0 } };
  const store = createLibraryStore(library.deps);
  const made = await store.create('Acme', text);
  if (made.outcome !== 'made') throw new Error(made.reason);
  return { ...library, store, id: made.entry.id };
}

async function textNow(store: LibraryStore, id: string) {
  const read = await store.read(id);
  if (read.outcome === 'failed') throw new Error(read.reason);
  return read;
}

describe('saving', () => {
  it('leaves, wherever the browser dies, a text reported as saved or a later one', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fates, async (all, plan) => {
        const { deps, id, clock, store: sound } = await madeWith('first');
        const left = [...plan];
        const area = fated(deps.area, () => left.shift() ?? 'ok');
        const store = createLibraryStore({ ...deps, area });
        const tried = ['first'];
        let reported = 0;
        let revision = 1;
        for (const text of all) {
          clock.time += 1000;
          tried.push(text);
          const result = await store.save(id, text, revision);
          // In a window that died nothing runs on; the fake tells it by a reason.
          if (result.outcome === 'failed') continue;
          if (result.outcome === 'conflict') {
            // A call that failed after it was stored: the text is one of ours, and later than the reported.
            expect(tried.slice(reported)).toContain(result.theirs.text);
            revision = result.theirs.revision;
            reported = tried.lastIndexOf(result.theirs.text);
            continue;
          }
          revision = result.revision;
          reported = tried.length - 1;
        }
        const after = await textNow(sound, id);
        expect(tried.slice(reported)).toContain(after.text);
        expect(after.revision).toBeGreaterThanOrEqual(revision);
        const states = await sound.history(id);
        for (const state of states) {
          const read = await sound.readState(id, state.id);
          expect(read.outcome === 'found' && tried.includes(read.text)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('from two windows at once overwrites nothing unseen: each saved text is current or in the history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), texts, texts, async (scheduler, mine, theirs) => {
        const { deps, id, clock, store: sound } = await madeWith('first');
        const area: WideArea = {
          get: (keys) => scheduler.schedule(Promise.resolve()).then(() => deps.area.get(keys)),
          set: (items) => scheduler.schedule(Promise.resolve()).then(() => deps.area.set(items)),
          remove: (keys) => scheduler.schedule(Promise.resolve()).then(() => deps.area.remove(keys)),
        };
        const saved: string[] = [];
        async function type(store: LibraryStore, each: readonly string[], name: string) {
          let { revision } = await textNow(sound, id);
          for (const [at, text] of each.entries()) {
            const own = `${name} ${at}: ${text}`;
            clock.time += 10;
            const result = await store.save(id, own, revision);
            if (result.outcome === 'saved') saved.push(own);
            if (result.outcome === 'failed') throw new Error(result.reason);
            revision = result.outcome === 'saved' ? result.revision : result.theirs.revision;
          }
        }
        const windows = Promise.all([
          type(createLibraryStore({ ...deps, area }), mine, 'A'),
          type(createLibraryStore({ ...deps, area }), theirs, 'B'),
        ]);
        await scheduler.waitFor(windows);
        const kept = [];
        for (const { id: stateId } of await sound.history(id)) {
          const read = await sound.readState(id, stateId);
          if (read.outcome === 'found') kept.push(read.text);
        }
        for (const text of saved) expect(kept).toContain(text);
        expect(kept.at(0)).toBe((await textNow(sound, id)).text);
      }),
      { numRuns: 60 },
    );
  });

  it('on an old revision gives the other text and writes nothing', async () => {
    const { store, id, stored } = await madeWith('first');
    expect(await store.save(id, 'second', 1)).toEqual({ outcome: 'saved', revision: 2 });
    const before = structuredClone(stored);
    expect(await store.save(id, 'late', 1)).toEqual({
      outcome: 'conflict',
      theirs: { text: 'second', revision: 2 },
    });
    expect(stored).toEqual(before);
  });

  it('what is stored already is saved, whoever stored it', async () => {
    const { store, id } = await madeWith('first');
    await store.save(id, 'second', 1);
    expect(await store.save(id, 'second', 1)).toEqual({ outcome: 'saved', revision: 2 });
  });

  it('says plainly that there is no room, and leaves the text before', async () => {
    const { deps, id } = await madeWith('first');
    const full = fated(deps.area, () => 'ok');
    const store = createLibraryStore({
      ...deps,
      area: { ...full, set: () => Promise.reject(new Error('Resource::kQuotaBytes quota exceeded')) },
    });
    const result = await store.save(id, 'second', 1);
    expect(result.outcome === 'failed' && result.reason).toContain('no room left');
    expect((await textNow(store, id)).text).toBe('first');
  });

  it('makes room of the history before it gives up', async () => {
    const { deps, id, store, stored, clock } = await madeWith('first');
    let revision = 1;
    for (let count = 0; count < 30; count++) {
      clock.time += 1000;
      const result = await store.save(id, `text ${count}`, revision);
      if (result.outcome === 'saved') revision = result.revision;
    }
    const size = () => JSON.stringify(stored).length;
    const limit = size() + 10;
    const tight = createLibraryStore({
      ...deps,
      area: {
        ...deps.area,
        async set(items) {
          if (JSON.stringify({ ...stored, ...items }).length > limit) throw new Error('quota exceeded');
          await deps.area.set(items);
        },
      },
    });
    expect((await tight.save(id, 'x'.repeat(800), revision)).outcome).toBe('saved');
    expect((await textNow(tight, id)).text).toBe('x'.repeat(800));
    expect(size()).toBeLessThanOrEqual(limit);
  });

  it('a text that could not be read can be replaced by a state of its history, and stays set aside', async () => {
    const { store, id, stored } = await madeWith('first');
    await store.save(id, 'second', 1);
    stored[`guide.${id}`] = { version: 9, text: 'from the future' };
    const read = await store.read(id);
    expect(read.outcome === 'failed' && read.reason).toContain(`guide.${id}.unreadable`);
    expect((await store.history(id)).map(({ size }) => size)).toEqual([5]);
    expect((await store.save(id, 'first', 0)).outcome).toBe('saved');
    expect(stored[`guide.${id}.unreadable`]).toEqual({ version: 9, text: 'from the future' });
    expect((await textNow(store, id)).text).toBe('first');
  });
});

describe('the history', () => {
  it('has every state of a day of edits, within its budget, to the letter', async () => {
    const { store, id, clock, stored } = await madeWith('start');
    const written = ['start'];
    let revision = 1;
    const long = 'A sentence that stands in the middle of the story. '.repeat(60);
    for (let count = 0; count < 120; count++) {
      clock.time += 60_000;
      const text = `# Guide ${count}\n${long}\nEnd ${'.'.repeat(count % 7)} 😀${count}`;
      const result = await store.save(id, text, revision);
      if (result.outcome === 'saved') revision = result.revision;
      written.push(text);
    }
    const states = await store.history(id);
    expect(states.map(({ at }) => at)).toEqual([...states.map(({ at }) => at)].sort((a, b) => b - a));
    const texts = [];
    for (const state of states) {
      const read = await store.readState(id, state.id);
      if (read.outcome === 'found') texts.push(read.text);
    }
    expect(texts.toReversed()).toEqual(written);
    expect(JSON.stringify(stored).length).toBeLessThan(200_000);
  });

  it('that is damaged says so, one state at a time', async () => {
    const { store, id, stored } = await madeWith('first');
    await store.save(id, 'second', 1);
    await store.save(id, 'third', 2);
    const key = `history.${id}.2`;
    stored[key] = { ...(stored[key] as object), sum: 1 };
    const outcomes = [];
    for (const state of await store.history(id)) outcomes.push((await store.readState(id, state.id)).outcome);
    expect(outcomes).toEqual(['found', 'failed', 'found']);
  });
});

it('locks of one process run acts in turn, also after one failed', async () => {
  const locks = memoryLocks();
  const seen: number[] = [];
  const failing = locks.request('a', async () => {
    seen.push(1);
    throw new Error('no');
  });
  const next = locks.request('a', async () => seen.push(2));
  await expect(failing).rejects.toThrow('no');
  await next;
  expect(seen).toEqual([1, 2]);
});
