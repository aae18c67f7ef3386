import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understand } from '../../../storage/item.ts';
import { historyItem } from '../../../storage/library-items.ts';
import { createLibraryStore } from '../../../storage/library-store.ts';
import { memoryLibrary } from '../../fixtures/library-store.ts';

/** A guide in a store whose disk may hold `limit()` letters more than what is there. */
async function made(room: () => number) {
  const memory = memoryLibrary();
  const size = () => JSON.stringify(memory.stored).length;
  let limit = Number.POSITIVE_INFINITY;
  const store = createLibraryStore({
    ...memory.deps,
    area: {
      ...memory.deps.area,
      async set(items) {
        if (JSON.stringify({ ...memory.stored, ...items }).length > limit) throw new Error('quota exceeded');
        await memory.deps.area.set(items);
      },
    },
  });
  const guide = await store.create('A', 'first');
  const id = guide.outcome === 'made' ? guide.entry.id : '';
  const fill = () => {
    limit = size() + room();
  };
  const texts = async () => {
    const reads = (await store.history(id)).map((state) => store.readState(id, state.id));
    return (await Promise.all(reads)).map((read) => (read.outcome === 'found' ? read.text : read.reason));
  };
  return { ...memory, store, id, fill, texts };
}

describe('typing', () => {
  it('makes a state a minute, and one for a large change or when it is asked for', async () => {
    const { store, id, texts, clock } = await made(() => 0);
    let typed = 'first typed ';
    for (let at = 1; at <= 5; at++) {
      clock.time += 1000;
      typed += 'on';
      await store.save(id, typed, at);
    }
    expect(await texts()).toEqual([typed, 'first']);
    const long = `${typed} ${'x'.repeat(300)}`;
    await store.save(id, long, 6);
    expect(await texts()).toEqual([long, typed, 'first']);
    await store.save(id, `${long}y`, 7, true);
    expect((await texts()).length).toBe(4);
  });

  it('and taking out again, letter by letter, leaves what went in the history', async () => {
    const { store, id, texts, clock } = await made(() => 0);
    const sentence = ' One more sentence, of a good many letters, that is taken out again.';
    let revision = 1;
    const save = async (text: string) => {
      clock.time += 100;
      const saved = await store.save(id, text, revision);
      if (saved.outcome === 'saved') revision = saved.revision;
    };
    for (let length = 1; length <= sentence.length; length++) await save(`first${sentence.slice(0, length)}`);
    for (let length = sentence.length - 1; length >= 0; length--)
      await save(`first${sentence.slice(0, length)}`);
    expect(await texts()).toEqual(['first', `first${sentence}`, 'first']);
  });

  it('leaves no state of a slip that was put right', async () => {
    const { store, id, texts, clock, stored } = await made(() => 0);
    let revision = 1;
    for (const text of [
      'first I w',
      'first I wrok',
      'first I wr',
      'first I w',
      'first I work',
      'first I work.',
    ]) {
      clock.time += 100;
      const saved = await store.save(id, text, revision);
      if (saved.outcome === 'saved') revision = saved.revision;
    }
    expect(await texts()).toEqual(['first I work.', 'first']);
    expect(stored[`history.${id}`]).toMatchObject({ version: 2, passing: null });
  });

  it('leaves every word that was ever saved in the text or in a state of the day', async () => {
    const words = fc.constantFrom('zebra', 'lion', 'owl', '30%', 'apple');
    const acts = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.array(words, { maxLength: 3 })), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(acts, async (changes) => {
        const { store, id, texts, clock } = await made(() => 0);
        const seen = new Set<string>();
        let now: string[] = ['first'];
        let revision = 1;
        for (const [from, count, put] of changes) {
          clock.time += 700;
          const at = from % (now.length + 1);
          now = now.toSpliced(at, count % 3, ...put);
          for (const word of now) seen.add(word);
          const saved = await store.save(id, now.join(' '), revision);
          if (saved.outcome === 'saved') revision = saved.revision;
        }
        const kept = (await texts()).join(' ').split(' ');
        for (const word of seen) expect(kept).toContain(word);
      }),
      { numRuns: 100 },
    );
  });

  it('reads an index of an older version, of which every state stays', () => {
    const old = { version: 1, states: [], garbage: [], next: 4 };
    expect(understand(historyItem('a'), old)).toEqual({ states: [], garbage: [], next: 4, passing: null });
  });
});

describe('a nearly full disk', () => {
  it('keeps the text before in the history after making room', async () => {
    const { store, id, texts, clock, fill } = await made(() => 60);
    let revision = 1;
    for (let at = 0; at < 12; at++) {
      clock.time += 61_000;
      const result = await store.save(id, `${at} ${'word '.repeat(10)}`, revision);
      if (result.outcome === 'saved') revision = result.revision;
    }
    fill();
    clock.time += 61_000;
    const result = await store.save(id, 'z'.repeat(120), revision);
    expect(result).toEqual({ outcome: 'saved', revision: revision + 1 });
    const [now, before] = await texts();
    expect([now, before]).toEqual(['z'.repeat(120), `11 ${'word '.repeat(10)}`]);
    expect((await texts()).at(-1)).toBe('first');
  });

  it('says that only the text was saved, and fails where the text before must be kept', async () => {
    const { store, id, texts, fill } = await made(() => 40);
    fill();
    const refused = await store.save(id, 'second', 1, true);
    expect(refused.outcome === 'failed' && refused.reason).toContain('history');
    expect(await texts()).toEqual(['first']);
    expect(await store.save(id, 'second', 1)).toEqual({
      outcome: 'saved',
      revision: 2,
      withoutHistory: true,
    });
  });
});
