/** What is typed and not on disk yet, while its guide is deleted, copied, opened again, or its window closed. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Library, type LibraryModel } from '../../../state/library.ts';
import type { LibraryStore } from '../../../state/library-ports.ts';
import { systemClock } from '../../../state/system-clock.ts';
import { createLibraryStore } from '../../../storage/library-store.ts';
import { memoryLibrary } from '../../fixtures/library-store.ts';

let memory: ReturnType<typeof memoryLibrary>;
beforeEach(() => {
  memory = memoryLibrary();
});
const settle = () => new Promise((done) => setTimeout(done, 5));

/** A window whose saves fail while `isFull` says so. */
async function openWindow(isFull: () => boolean = () => false, followsCurrent = false) {
  const store = createLibraryStore(memory.deps);
  const library = new Library({
    store: {
      ...store,
      save: (...given) =>
        isFull() ? Promise.resolve({ outcome: 'failed', reason: 'No room.' }) : store.save(...given),
    },
    clock: { now: () => memory.clock.time, after: systemClock.after },
    sampleText: 'the sample',
    followsCurrent,
  });
  await library.start();
  return library;
}

async function made(library: LibraryModel, name: string, text: string): Promise<string> {
  const result = await library.create(name, text);
  if (result.outcome === 'failed') throw new Error(result.reason);
  return result.entry.id;
}

async function textOf(store: Pick<LibraryStore, 'read'>, id: string) {
  const read = await store.read(id);
  return read.outcome === 'found' ? read.text : read.reason;
}

describe('deleting a guide', () => {
  it('right after typing saves first: it stays deleted, with the last letter', async () => {
    const library = await openWindow();
    const id = await made(library, 'A', 'a');
    library.edit('a, and more');
    await library.delete(id);
    await settle();
    expect(library.deleted.value.map((entry) => entry.id)).toEqual([id]);
    expect(library.justDeleted.value).toEqual([{ id, name: 'A', wasCurrent: true }]);
    expect(await textOf(createLibraryStore(memory.deps), id)).toBe('a, and more');
  });

  it('is refused while its last changes are only here', async () => {
    let isFull = false;
    const library = await openWindow(() => isFull);
    const id = await made(library, 'A', 'a');
    isFull = true;
    library.edit('a, and more');
    expect((await library.delete(id)).outcome).toBe('failed');
    expect(library.notices.value.join()).toContain('“A” was not deleted');
    expect([library.entries.value.length, library.text.value]).toEqual([1, 'a, and more']);
    isFull = false;
    expect((await library.delete(id)).outcome).toBe('done');
    expect(await textOf(createLibraryStore(memory.deps), id)).toBe('a, and more');
  });

  it('while another window types is not said any more when that brings it back, also to the panel', async () => {
    const a = await openWindow();
    const id = await made(a, 'A', 'a');
    const b = await openWindow();
    const panel = await openWindow(undefined, true);
    // Nobody may change anything for a moment: the deletion waits, and then the save behind it.
    let release = () => {};
    const held = memory.deps.locks.request(
      'hookline-library',
      () =>
        new Promise<void>((done) => {
          release = done;
        }),
    );
    const gone = b.delete(id);
    await settle();
    a.edit('a, longer');
    await settle();
    release();
    await Promise.all([held, gone, a.settled()]);
    await settle();
    expect(a.status.value.kind).toBe('saved');
    expect([b.justDeleted.value, b.entries.value.map((entry) => entry.id)]).toEqual([[], [id]]);
    expect([b.currentId.value, panel.text.value]).toEqual([id, 'a, longer']);
  });

  it('and another offers to undo both', async () => {
    const library = await openWindow();
    const a = await made(library, 'A', 'a');
    const b = await made(library, 'B', 'b');
    await library.delete(b);
    await library.delete(a);
    expect(library.justDeleted.value.map(({ name }) => name)).toEqual(['B', 'A']);
    await library.undelete(b);
    expect(library.justDeleted.value.map(({ name }) => name)).toEqual(['A']);
    await library.undelete(a);
    expect(library.entries.value.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(library.notices.value).toEqual([]);
  });
});

it('replacing everything right after typing saves first: the guide makes way, and comes back with the last letter', async () => {
  const library = await openWindow();
  const id = await made(library, 'A', 'a');
  library.edit('a, and more');
  await library.applyImport('{"hookline":"everything","version":1,"guides":[]}', 'replace');
  await settle();
  expect(library.entries.value).toEqual([]);
  await library.undoReplace((await library.replaced())?.at ?? 0);
  expect(library.entries.value.map((entry) => entry.id)).toEqual([id]);
  expect(await textOf(createLibraryStore(memory.deps), id)).toBe('a, and more');
});

it('a copy has what was typed last, also where it could not be saved', async () => {
  let isFull = false;
  const library = await openWindow(() => isFull);
  const id = await made(library, 'A', 'a');
  library.edit('a, and more');
  const first = await library.duplicate(id);
  isFull = true;
  library.edit('a, and not saved');
  const second = await library.duplicate(id);
  const store = createLibraryStore(memory.deps);
  const texts = [first, second].map((each) => (each.outcome === 'made' ? textOf(store, each.entry.id) : ''));
  expect(await Promise.all(texts)).toEqual(['a, and more', 'a, and not saved']);
});

it('a guide that could not be saved is said to be so, whichever is open', async () => {
  let isFull = false;
  const library = await openWindow(() => isFull);
  const id = await made(library, 'A', 'a');
  isFull = true;
  library.edit('a, and more');
  await library.settled();
  await library.open(null);
  expect(library.troubled.value).toEqual([{ id, name: 'A', reason: 'No room.' }]);
});

it('a guide that is opened again while it is typed into is no conflict with itself', async () => {
  const library = await openWindow();
  const id = await made(library, 'A', 'a');
  const again = library.open(id);
  library.edit('a, and');
  await again;
  library.edit('a, and more');
  await library.settled();
  await library.open(null);
  const back = library.open(id);
  await back;
  expect([library.status.value.kind, library.text.value]).toEqual(['saved', 'a, and more']);
  expect(await textOf(createLibraryStore(memory.deps), id)).toBe('a, and more');
});

describe('a window that is closed', () => {
  it('leaves what it had not saved, and the next one has it', async () => {
    const library = await openWindow();
    const id = await made(library, 'A', 'a');
    library.edit('a, and more');
    library.leave();
    // Nothing else of that window runs.
    const next = createLibraryStore(memory.deps);
    expect((await next.list()).notices).toEqual([]);
    expect(await textOf(next, id)).toBe('a, and more');
    expect(Object.keys(memory.stored).filter((key) => key.startsWith('leaving'))).toEqual([]);
  });

  it('leaves it to one that is open meanwhile, or both texts where that one saved something else', async () => {
    const gone = await openWindow();
    const id = await made(gone, 'A', 'a');
    const open = await openWindow();
    createLibraryStore(memory.deps).leave(id, 'a, and more', 1);
    await settle();
    expect([open.text.value, open.notices.value]).toEqual(['a, and more', []]);
    createLibraryStore(memory.deps).leave(id, 'a, and other things', 1);
    await settle();
    expect(open.entries.value.map(({ name }) => name)).toEqual(['A', 'A (copy)']);
    expect([...open.notices.value, ...gone.notices.value].join()).toContain('kept as “A (copy)”');
  });

  it('leaves nothing when all was saved', async () => {
    const library = await openWindow();
    await made(library, 'A', 'a');
    library.edit('a, and more');
    await library.settled();
    const before = structuredClone(memory.stored);
    library.leave();
    expect(memory.stored).toEqual(before);
  });
});
