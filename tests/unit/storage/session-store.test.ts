import { beforeEach, describe, expect, it } from 'vitest';
import { NEW_SESSION } from '../../../state/ports.ts';
import type { Changes } from '../../../storage/item.ts';
import { understand } from '../../../storage/item.ts';
import { sessionItem } from '../../../storage/session-item.ts';
import { createSessionStore } from '../../../storage/session-store.ts';
import { memoryArea } from './memory-area.ts';

type Listener = Parameters<Changes['addListener']>[0];

/** A storage that tells every surface of each write, and a lock that one holds at a time. */
function world() {
  const { area, stored } = memoryArea();
  const listeners = new Set<Listener>();
  let held: Promise<void> = Promise.resolve();
  let isFull = false;
  const told = {
    ...area,
    async set(items: Record<string, unknown>) {
      if (isFull) throw new Error('the disk is full');
      await area.set(items);
      for (const listener of listeners)
        listener(Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, { newValue }])));
    },
  };
  const errors: unknown[] = [];
  return {
    stored,
    errors,
    fill(to: boolean) {
      isFull = to;
    },
    surface: (writer: string) =>
      createSessionStore({
        area: told,
        changes: {
          addListener: (listener) => void listeners.add(listener),
          removeListener: (listener) => void listeners.delete(listener),
        },
        lock: (act) => {
          const done = held.then(act);
          held = done.catch(() => undefined);
          return done;
        },
        fresh: NEW_SESSION,
        writer,
        now: () => 1,
        onError: (error) => errors.push(error),
      }),
  };
}

let here: ReturnType<typeof world>;
beforeEach(() => {
  here = world();
});

describe('a session that several surfaces share', () => {
  it('keeps what each of them changed at the same time', async () => {
    const panel = here.surface('panel');
    const overlay = here.surface('overlay');
    panel.change({ query: 'conflict', open: 'c' });
    overlay.change({ said: { storyId: 'c', points: [0] } });
    await Promise.all([panel.settled(), overlay.settled()]);
    expect((await panel.read()).value).toMatchObject({
      query: 'conflict',
      open: 'c',
      said: { storyId: 'c', points: [0] },
    });
  });

  it('tells the others, and never a surface of its own act', async () => {
    const panel = here.surface('panel');
    const card = here.surface('card');
    const heard: string[] = [];
    panel.watch(({ query }) => heard.push(`panel ${query}`));
    card.watch(({ query }) => heard.push(`card ${query}`));
    panel.change({ query: 'risk' });
    await panel.settled();
    expect(heard).toEqual(['card risk']);
  });

  it('does not take a letter back that is not stored yet', async () => {
    const panel = here.surface('panel');
    const card = here.surface('card');
    const shown: string[] = [];
    panel.watch(({ query }) => shown.push(query));
    card.change({ hook: 1 });
    panel.change({ query: 'con' });
    panel.change({ query: 'conf' });
    await Promise.all([panel.settled(), card.settled()]);
    expect(new Set(shown)).toEqual(new Set(['conf']));
  });

  it('says when a write failed, and takes it along with the next', async () => {
    const panel = here.surface('panel');
    here.fill(true);
    panel.change({ query: 'risk' });
    await panel.settled();
    expect(here.errors).toHaveLength(1);
    here.fill(false);
    panel.change({ hook: 2 });
    await panel.settled();
    expect((await panel.read()).value).toMatchObject({ query: 'risk', hook: 2 });
  });
});

describe('a session of the first version', () => {
  it('is brought to the present one with nothing lost', () => {
    const old = { version: 1, query: 'fog', pick: 'calm', hook: 1, countdown: null, writer: 'w' };
    expect(understand(sessionItem, old)).toEqual({
      query: 'fog',
      pick: 'calm',
      open: 'calm',
      hook: 1,
      said: null,
      rescue: null,
      countdown: null,
      asked: null,
      writer: 'w',
    });
  });

  it('is not set aside for ticks or a rescue that can’t be read', () => {
    const stored = {
      version: 2,
      query: 'fog',
      pick: null,
      hook: 0,
      countdown: null,
      said: 'x',
      rescue: { kind: 'x' },
    };
    expect(understand(sessionItem, stored)).toMatchObject({
      query: 'fog',
      said: null,
      rescue: null,
      open: null,
    });
  });
});
