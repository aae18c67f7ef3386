import { describe, expect, it } from 'vitest';
import type { LibraryStore } from '../../../state/library-ports.ts';
import { understand } from '../../../storage/item.ts';
import { createLibraryStore } from '../../../storage/library-store.ts';
import { replacedItem } from '../../../storage/replaced-item.ts';
import { memoryLibrary } from '../../fixtures/library-store.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;

function machine(prefix: string, initial: Record<string, unknown> = {}) {
  const memory = memoryLibrary(initial);
  let ids = 0;
  const store = createLibraryStore({ ...memory.deps, newId: () => `${prefix}${++ids}` });
  return { ...memory, store };
}

async function made(store: LibraryStore, name: string, ...texts: readonly string[]): Promise<string> {
  const guide = await store.create(name, texts[0] ?? '');
  const id = guide.outcome === 'made' ? guide.entry.id : '';
  for (const [at, text] of texts.slice(1).entries()) await store.save(id, text, at + 1, true);
  return id;
}

async function exported(store: LibraryStore): Promise<string> {
  const result = await store.exportAll(new Map());
  return result.outcome === 'exported' ? result.json : '';
}

const namesIn = async (store: LibraryStore) =>
  (await store.list()).list.entries.filter(({ deletedAt }) => deletedAt === null).map(({ name }) => name);

async function textsOf(store: LibraryStore, id: string) {
  const reads = (await store.history(id)).map((state) => store.readState(id, state.id));
  return (await Promise.all(reads)).map((read) => (read.outcome === 'found' ? read.text : read.reason));
}

const pair = (question: string) => ({ question, storyId: 's', storyName: 'S' });
const learnt = (...questions: string[]) => ({ version: 1, pairs: questions.map(pair), writer: 'panel' });
const session = (query: string) => ({
  version: 2,
  query,
  pick: null,
  open: null,
  hook: 0,
  said: null,
  rescue: null,
  asked: null,
  writer: 'panel',
  countdown: { storyId: 's', storyName: 'S', from: 45, to: 45, runningSince: 5, spent: 0, asked: null },
});

describe('merging a guide that is here already, letter by letter', () => {
  it('adds its history to the one here, once, and says so before', async () => {
    const there = machine('there');
    await made(there.store, 'Acme', 'one, whole and long enough for a patch', 'one, whole and long', 'same');
    const json = await exported(there.store);
    const here = machine('here');
    const id = await made(here.store, 'Mine', 'mine before', 'same');
    const preview = await here.store.previewImport(json);
    expect(preview.outcome === 'readable' && preview.guides).toMatchObject([
      { name: 'Acme', onMerge: 'same', nameHere: 'Mine', statesAdded: 2 },
    ]);
    await here.store.applyImport(json, 'merge');
    const all = await textsOf(here.store, id);
    expect(all[0]).toBe('same');
    expect(all.slice(1).sort()).toEqual([
      'mine before',
      'one, whole and long',
      'one, whole and long enough for a patch',
    ]);
    await here.store.applyImport(json, 'merge');
    expect(await textsOf(here.store, id)).toEqual(all);
    expect(await namesIn(here.store)).toEqual(['Mine']);
  });

  it('adds the histories of all guides of a file that have its text', async () => {
    const there = machine('there');
    await made(there.store, 'Alpha', 'the first before', 'same');
    await made(there.store, 'Alpha (copy)', 'the second before', 'the second, later', 'same');
    const json = await exported(there.store);
    const here = machine('here');
    const id = await made(here.store, 'Alpha', 'same');
    const preview = await here.store.previewImport(json);
    expect(preview.outcome === 'readable' && preview.guides).toMatchObject([
      { onMerge: 'same', statesAdded: 1 },
      { onMerge: 'same', statesAdded: 2 },
    ]);
    await here.store.applyImport(json, 'merge');
    const all = await textsOf(here.store, id);
    expect(all.slice(1).sort()).toEqual(['the first before', 'the second before', 'the second, later']);
    await here.store.applyImport(json, 'merge');
    expect(await textsOf(here.store, id)).toEqual(all);
  });

  it('adds nothing of an export of this very library', async () => {
    const here = machine('here');
    const id = await made(here.store, 'Acme', 'one', 'two', 'three');
    const before = await textsOf(here.store, id);
    await here.store.applyImport(await exported(here.store), 'merge');
    expect(await textsOf(here.store, id)).toEqual(before);
  });
});

describe('what comes in', () => {
  it('has a name of its own, of a bearable length', async () => {
    const there = machine('there');
    await made(there.store, 'My guide', 'theirs');
    await made(there.store, 'x'.repeat(5000), 'long name');
    const here = machine('here');
    await made(here.store, 'My guide', 'mine');
    await here.store.applyImport(await exported(there.store), 'merge');
    expect(await namesIn(here.store)).toEqual(['My guide', 'My guide 2', 'x'.repeat(200)]);
  });

  it('is all that is sound; what is damaged is named', async () => {
    const there = machine('there');
    for (const name of ['Acme', 'Globex', 'Initech', 'Umbrella'])
      await made(there.store, name, `${name} text`);
    const file = JSON.parse(await exported(there.store));
    file.guides[0].entry.name = '';
    delete file.guides[1].text;
    file.guides[2].entry.id = 'unreadable';
    file.guides[3].entry.id = file.guides[0].entry.id;
    file.exportedAt = 1e300;
    const here = machine('here');
    const preview = await here.store.previewImport(JSON.stringify(file));
    expect(preview.outcome === 'readable' && [preview.exportedAt, ...preview.remarks]).toEqual([
      null,
      'Guide 1 has no name in the file and comes in as “My guide”.',
      'Guide 2, “Globex”, is damaged and left out: its text is missing. Look for it in another export; the rest of this one is sound.',
    ]);
    await here.store.applyImport(JSON.stringify(file), 'merge');
    expect(await namesIn(here.store)).toEqual(['My guide', 'Initech', 'Umbrella']);
    const ids = (await here.store.list()).list.entries.map(({ id }) => id);
    expect(ids).not.toContain('unreadable');
    expect(new Set(ids).size).toBe(3);
  });

  it('has the newest state of its history where its text is missing', async () => {
    const there = machine('there');
    await made(there.store, 'Acme', 'one', 'two', 'three');
    const file = JSON.parse(await exported(there.store));
    delete file.guides[0].text;
    const here = machine('here');
    await here.store.applyImport(JSON.stringify(file), 'merge');
    expect(await textsOf(here.store, 'there1')).toEqual(['two', 'two', 'one']);
  });

  it('is no session on merging, and no running countdown on replacing', async () => {
    const json = await exported(machine('there', { session: session('old question') }).store);
    const here = machine('here');
    const preview = await here.store.previewImport(json);
    expect(preview.outcome === 'readable' && preview.onlyReplacing).toEqual(['the open session']);
    await here.store.applyImport(json, 'merge');
    expect(here.stored.session).toBeUndefined();
    await here.store.applyImport(json, 'replace');
    expect(here.stored.session).toMatchObject({ query: 'old question', countdown: null });
  });
});

describe('replacing what is here', () => {
  async function replaced() {
    const there = machine('there', { learnt: learnt('theirs?') });
    await made(there.store, 'Acme', 'theirs');
    const here = machine('here', { learnt: learnt('mine?', 'mine too?'), session: session('mine') });
    const id = await made(here.store, 'Mine', 'mine');
    await here.store.switchTo(id);
    const json = await exported(there.store);
    const preview = await here.store.previewImport(json);
    await here.store.applyImport(json, 'replace');
    return { here, id, preview };
  }

  it('says before exactly what goes', async () => {
    const { preview } = await replaced();
    expect(preview.outcome === 'readable' && [preview.replaced, preview.othersReplaced]).toEqual([
      ['Mine'],
      ['what was learnt (2)'],
    ]);
  });

  it('can be undone, and that in turn', async () => {
    const { here, id } = await replaced();
    expect(await here.store.replaced()).toEqual({
      at: here.clock.time,
      guides: ['Mine'],
      others: ['what was learnt (2)'],
    });
    here.clock.time += 1000;
    expect(await here.store.undoReplace(here.clock.time - 1000)).toEqual({ outcome: 'done' });
    expect(await namesIn(here.store)).toEqual(['Mine']);
    expect((await here.store.list()).list.currentId).toBe(id);
    expect(here.stored.learnt).toEqual({ ...learnt('mine?', 'mine too?'), writer: 'import' });
    expect(await here.store.replaced()).toMatchObject({ guides: ['Acme'], others: ['what was learnt (1)'] });
    await here.store.undoReplace(here.clock.time);
    expect(await namesIn(here.store)).toEqual(['Acme']);
    expect(here.stored.learnt).toEqual({ ...learnt('theirs?'), writer: 'import' });
  });

  it('is undone once, also where a second window still offers it', async () => {
    const { here } = await replaced();
    const shown = (await here.store.replaced())?.at ?? 0;
    here.clock.time += 1000;
    await here.store.undoReplace(shown);
    here.clock.time += 1000;
    const again = await here.store.undoReplace(shown);
    expect(again.outcome === 'failed' && again.reason).toContain('another window');
    expect(await namesIn(here.store)).toEqual(['Mine']);
  });

  it('leaves a guide that came with it and was changed since', async () => {
    const { here } = await replaced();
    here.clock.time += 1000;
    await here.store.save('there1', 'theirs, mended', 1);
    await here.store.undoReplace(here.clock.time - 1000);
    expect(await namesIn(here.store)).toEqual(['Mine', 'Acme']);
  });

  it('leaves nothing of a guide that was cleared away, and has the rest back', async () => {
    const { here } = await replaced();
    await here.store.discardDeleted();
    expect(JSON.stringify(here.stored.replaced)).not.toContain('Mine');
    expect(await here.store.replaced()).toMatchObject({ guides: [], others: ['what was learnt (2)'] });
  });

  it('leaves a guide that came from a computer whose clock is ahead no longer than another', async () => {
    const there = machine('there');
    there.clock.time += 60_000;
    await made(there.store, 'Acme', 'theirs');
    const here = machine('here');
    await made(here.store, 'Mine', 'mine');
    await here.store.applyImport(await exported(there.store), 'replace');
    here.clock.time += 1000;
    await here.store.undoReplace((await here.store.replaced())?.at ?? 0);
    expect(await namesIn(here.store)).toEqual(['Mine']);
  });

  it('is kept for a week', async () => {
    const { here } = await replaced();
    here.clock.time += WEEK + 1;
    expect(await here.store.replaced()).toBeNull();
    expect((await here.store.undoReplace(here.clock.time - WEEK - 1)).outcome).toBe('failed');
    await here.store.list();
    expect(here.stored.replaced).toBeUndefined();
  });

  it('is stored in a shape that is checked', () => {
    const sound = {
      version: 1,
      at: 1,
      entries: [{ id: '' }],
      currentId: 3,
      came: ['a', 2],
      others: { learnt: null },
    };
    expect(understand(replacedItem, sound)).toEqual({
      at: 1,
      entries: [],
      currentId: null,
      came: ['a'],
      others: { learnt: null },
    });
    expect(understand(replacedItem, { ...sound, others: 1 })).toBeUndefined();
  });
});
