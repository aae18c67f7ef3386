import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LibraryStore } from '../../../state/library-ports.ts';
import { createLibraryStore } from '../../../storage/library-store.ts';
import { memoryLibrary } from '../../fixtures/library-store.ts';

const LEARNT = {
  version: 1,
  pairs: [{ question: 'a slow fog?', storyId: 'sea-fog', storyName: 'SEA - Fog' }],
  writer: 'panel',
};

function machine(prefix: string, initial: Record<string, unknown> = {}) {
  const memory = memoryLibrary(initial);
  let ids = 0;
  const store = createLibraryStore({ ...memory.deps, newId: () => `${prefix}${++ids}` });
  return { ...memory, store };
}

async function exported(store: LibraryStore): Promise<string> {
  const result = await store.exportAll(new Map());
  if (result.outcome === 'failed') throw new Error(result.reason);
  return result.json;
}

/** Every guide that is not deleted, with the texts of its history, newest first. */
async function everythingOf(store: LibraryStore) {
  const { list } = await store.list();
  const guides: Record<string, unknown[]> = {};
  for (const { id, name, deletedAt } of list.entries) {
    if (deletedAt !== null) continue;
    const states = await store.history(id);
    guides[name] = [];
    for (const state of states) {
      const read = await store.readState(id, state.id);
      guides[name].push([state.at, state.size, read.outcome === 'found' ? read.text : read.reason]);
    }
  }
  return guides;
}

async function filled() {
  const here = machine('here', { learnt: LEARNT });
  const made = await here.store.create('Acme', 'one');
  if (made.outcome !== 'made') throw new Error(made.reason);
  for (const [at, text] of ['two 😀', 'three'].entries()) {
    here.clock.time += 60_000;
    await here.store.save(made.entry.id, text, at + 1);
  }
  await here.store.create('Globex', 'other\r\n\tbyte for byte\u0000');
  await here.store.switchTo(made.entry.id);
  return here;
}

describe('everything', () => {
  it('comes back on another machine: guides, histories, what was learnt, which one is shown', async () => {
    const here = await filled();
    const there = machine('there');
    const json = await exported(here.store);
    expect(await there.store.applyImport(json, 'replace')).toEqual({ outcome: 'done' });
    expect(await everythingOf(there.store)).toEqual(await everythingOf(here.store));
    expect((await there.store.list()).list.currentId).toBe('here1');
    expect(there.stored.learnt).toEqual({ ...LEARNT, writer: 'import' });
  });

  it('merged twice is as merged once', async () => {
    const here = await filled();
    const there = machine('there');
    await there.store.create('Initech', 'mine');
    const json = await exported(here.store);
    await there.store.applyImport(json, 'merge');
    const once = await everythingOf(there.store);
    await there.store.applyImport(json, 'merge');
    expect(await everythingOf(there.store)).toEqual(once);
    expect(Object.keys(once)).toEqual(['Initech', 'Acme', 'Globex']);
  });

  it('merged keeps both where the one here differs, and the list of what was learnt of both', async () => {
    const here = await filled();
    const json = await exported(here.store);
    await here.store.save('here1', 'edited since', 3);
    const pair = { question: 'other?', storyId: 'x', storyName: 'X' };
    await here.deps.area.set({ learnt: { ...LEARNT, pairs: [pair] } });
    const preview = await here.store.previewImport(json);
    expect(preview.outcome === 'readable' && preview.guides).toEqual([
      {
        id: 'here1',
        name: 'Acme',
        size: 5,
        historyStates: 3,
        onMerge: 'copy',
        nameHere: 'Acme (imported)',
        statesAdded: 3,
      },
      {
        id: 'here2',
        name: 'Globex',
        size: 22,
        historyStates: 1,
        onMerge: 'same',
        nameHere: 'Globex',
        statesAdded: 0,
      },
    ]);
    await here.store.applyImport(json, 'merge');
    const guides = await everythingOf(here.store);
    expect(Object.keys(guides)).toEqual(['Acme', 'Globex', 'Acme (imported)']);
    expect(guides['Acme (imported)']?.length).toBe(3);
    expect(here.stored.learnt).toEqual({ version: 1, pairs: [pair, ...LEARNT.pairs], writer: 'import' });
  });

  it('replaced can be had back for a week', async () => {
    const here = await filled();
    const there = machine('there');
    await there.store.create('Initech', 'mine');
    const json = await exported(here.store);
    const preview = await there.store.previewImport(json);
    expect(preview.outcome === 'readable' && [preview.replaced, preview.others]).toEqual([
      ['Initech'],
      ['what was learnt'],
    ]);
    await there.store.applyImport(json, 'replace');
    expect(Object.keys(await everythingOf(there.store))).toEqual(['Acme', 'Globex']);
    await there.store.undelete('there1');
    expect(Object.keys(await everythingOf(there.store))).toContain('Initech');
  });

  it('names as taken away only what is not in the file as it is here', async () => {
    const here = await filled();
    const json = await exported(here.store);
    await here.store.create('Initech', 'mine');
    const preview = await here.store.previewImport(json);
    expect(preview.outcome === 'readable' && preview.replaced).toEqual(['Initech']);
  });

  it('that does not fit changes nothing and says so', async () => {
    const json = await exported((await filled()).store);
    const there = machine('there');
    await there.store.create('Initech', 'mine');
    const before = structuredClone(there.stored);
    const area = { ...there.deps.area, set: () => Promise.reject(new Error('quota exceeded')) };
    const result = await createLibraryStore({ ...there.deps, area }).applyImport(json, 'replace');
    expect(result.outcome === 'failed' && result.reason).toContain('nothing was changed');
    expect(there.stored).toEqual(before);
  });

  it('is a backup only when it is said to be safe, and only of what was there then', async () => {
    const here = await filled();
    const times = async () => {
      const { list } = await here.store.list();
      return [list.exportedAt, list.unexportedSince];
    };
    const before = await times();
    const result = await here.store.exportAll(new Map());
    const at = result.outcome === 'exported' ? result.at : 0;
    expect(await times()).toEqual(before);
    here.clock.time += 500;
    await here.store.save('here1', 'changed while the file was being stored', 3);
    await here.store.noteExported(at);
    expect(await times()).toEqual([at, here.clock.time]);
    await here.store.noteExported(here.clock.time);
    expect(await times()).toEqual([here.clock.time, null]);
    await here.store.withdrawExport(here.clock.time, { exportedAt: null, unexportedSince: at });
    expect(await times()).toEqual([null, at]);
  });

  it('that is nowhere after all leaves the mark of later changes, and a later export of another window', async () => {
    const here = await filled();
    const list = async () => (await here.store.list()).list;
    const first = here.clock.time;
    await here.store.noteExported(first);
    const before = await list();
    here.clock.time += 500;
    const second = here.clock.time;
    await here.store.noteExported(second);
    here.clock.time += 500;
    await here.store.save('here1', 'changed since', 3);
    const changed = here.clock.time;
    await here.store.withdrawExport(second, before);
    expect(await list()).toMatchObject({ exportedAt: first, unexportedSince: changed });
    here.clock.time += 500;
    await here.store.noteExported(here.clock.time);
    await here.store.withdrawExport(second, before);
    expect(await list()).toMatchObject({ exportedAt: here.clock.time, unexportedSince: null });
  });

  it('has what stands in an editor and is not on disk, and what is on disk as the state before', async () => {
    const here = await filled();
    const result = await here.store.exportAll(new Map([['here1', 'typed and not saved']]));
    const there = machine('there');
    await there.store.applyImport(result.outcome === 'exported' ? result.json : '', 'merge');
    const { Acme } = await everythingOf(there.store);
    expect(Acme?.map((state) => (state as unknown[])[2])).toEqual([
      'typed and not saved',
      'three',
      'two 😀',
      'one',
    ]);
    expect((await everythingOf(here.store)).Acme?.length).toBe(3);
  });

  it('names what can’t be read, and has the newest state in the place of a text', async () => {
    const here = await filled();
    here.stored['guide.here1'] = { version: 99 };
    here.stored['history.here2'] = 'damaged';
    const result = await here.store.exportAll(new Map());
    expect(result.outcome === 'exported' && result.missing).toEqual([
      'the text of “Acme”, which can’t be read (the newest state of its history is there instead)',
      'the history of “Globex”, which can’t be read',
    ]);
    const there = machine('there');
    await there.store.applyImport(result.outcome === 'exported' ? result.json : '', 'merge');
    expect(
      (await there.store.read('here1')).outcome === 'found' && (await there.store.read('here1')),
    ).toMatchObject({
      text: 'two 😀',
    });
  });
});

describe('a file that is no export', () => {
  it('is refused in words', async () => {
    const { store } = machine('here');
    const files: [string, string][] = [
      ['', 'no export'],
      ['# A guide', 'no export'],
      ['{"a":1}', 'no export'],
      ['{"hookline":"everything","version":2,"guides":[]}', 'newer Hookline'],
      ['{"hookline":"everything","version":1,"guides":[{"entry":{}}]}', 'Guide 1 is damaged and left out'],
    ];
    for (const [json, words] of files) {
      const preview = await store.previewImport(json);
      expect(preview.outcome === 'failed' && preview.reason).toContain(words);
      expect((await store.applyImport(json, 'replace')).outcome).toBe('failed');
    }
  });

  it('or is damaged anywhere never throws, and has every guide come in or named', async () => {
    const json = await exported((await filled()).store);
    await fc.assert(
      fc.asyncProperty(fc.nat(json.length - 1), fc.string({ maxLength: 3 }), async (at, damage) => {
        const { store, stored } = machine('there');
        const result = await store.applyImport(json.slice(0, at) + damage + json.slice(at + 1), 'merge');
        if (result.outcome === 'failed') {
          expect(stored).toEqual({});
          return;
        }
        const preview = await machine('other').store.previewImport(
          json.slice(0, at) + damage + json.slice(at + 1),
        );
        const left =
          preview.outcome === 'readable'
            ? preview.remarks.filter((each) => each.includes('left out: its'))
            : [];
        expect(Object.keys(await everythingOf(store)).length + left.length).toBe(2);
      }),
      { numRuns: 200 },
    );
  });

  it('has damaged states of a history left out, and says how many', async () => {
    const json = await exported((await filled()).store);
    const damaged = json.replace('"body":"one"', '"body":"One"');
    expect(damaged).not.toBe(json);
    const { store } = machine('there');
    const preview = await store.previewImport(damaged);
    expect(preview.outcome === 'readable' && preview.remarks.join()).toContain('left out: 2');
    await store.applyImport(damaged, 'merge');
    expect((await everythingOf(store)).Acme?.length).toBe(1);
  });
});
