import { describe, expect, it } from 'vitest';
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
    for (let at = 1; at <= 5; at++) {
      clock.time += 1000;
      await store.save(id, `typed ${at}`, at);
    }
    expect(await texts()).toEqual(['typed 5', 'first']);
    await store.save(id, 'x'.repeat(300), 6);
    expect(await texts()).toEqual(['x'.repeat(300), 'typed 5', 'first']);
    await store.save(id, `${'x'.repeat(300)}y`, 7, true);
    expect((await texts()).length).toBe(4);
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
