/**
 * What the save tests run inside a page of the extension: the library's own code on the browser's own storage
 * and locks. Bundled by {@link bundleForPage} and evaluated there; nothing of this is in the extension.
 */
import { effect } from '@preact/signals';
import { Editing } from '../../../state/library-editing.ts';
import type { LibraryStore } from '../../../state/library-ports.ts';
import { systemClock } from '../../../state/system-clock.ts';
import { createLibraryStore } from '../../../storage/library-store.ts';
import { OTHER_ITEMS } from '../../../storage/other-items.ts';
import { safeArea } from '../../../storage/safe-area.ts';

const { local } = chrome.storage;
const safeLocal = safeArea(
  { get: (keys) => local.get(keys), set: (items) => local.set(items), remove: (keys) => local.remove(keys) },
  { get: (key) => chrome.storage.session.get(key), set: (items) => chrome.storage.session.set(items) },
  Date.now,
);

function open(): LibraryStore {
  return createLibraryStore({
    area: safeLocal,
    changes: local.onChanged,
    locks: { request: (name, act) => navigator.locks.request(name, act) },
    others: OTHER_ITEMS,
    now: Date.now,
    newId: () => crypto.randomUUID(),
    betweenStates: 0,
  });
}

/** The text of step `n`: of changing length, and wrong as soon as any part of it is of another step. */
export function textOf(n: number): string {
  const lines = Array.from(
    { length: 5 + ((n * 37) % 400) },
    (_, at) => `- Point ${at}: said in step ${n} 😀`,
  );
  return [`# Guide ${n}`, ...lines, `End of ${n}.`].join('\n');
}

/** The step that a text is of; -1 when it is torn. */
export function stepOf(text: string): number {
  const n = Number(/^# Guide (\d+)$/m.exec(text)?.[1] ?? -1);
  return n >= 0 && textOf(n) === text ? n : -1;
}

/** What {@link look} finds. */
interface Look {
  readonly step: number;
  readonly states: number[];
  readonly notices: readonly string[];
  /** How many saves the text and the history each know of: as many, since they are stored in one batch. */
  readonly saves: readonly [unknown, unknown];
}

/** What is stored: the step of the text, and of the newest `count` states of the history, newest first. */
export async function look(count: number): Promise<Look> {
  const store = open();
  const { list, notices } = await store.list();
  const id = list.currentId;
  if (id === null) return { step: -1, states: [], notices, saves: [0, 0] };
  const read = await store.read(id);
  const states: number[] = [];
  for (const state of (await store.history(id)).slice(0, count)) {
    const text = await store.readState(id, state.id);
    states.push(text.outcome === 'found' ? stepOf(text.text) : -1);
  }
  const raw = (await local.get([`guide.${id}`, `history.${id}`])) as Record<string, Record<string, unknown>>;
  // The first text of a guide has no history, and the first state is number 1.
  const saves = [raw[`guide.${id}`]?.revision, raw[`history.${id}`]?.next ?? 1] as const;
  return { step: read.outcome === 'found' ? stepOf(read.text) : -1, states, notices, saves };
}

/** Makes the guide that is typed into. */
export async function begin(): Promise<void> {
  const store = open();
  const made = await store.create('Kill test', textOf(0));
  if (made.outcome === 'made') await store.switchTo(made.entry.id);
}

/**
 * Types on from step `from` for ever, saving as typed. `report` hears of each step that the store answered for
 * and that was shown as saved: more than a person sees, who sees `saved` in pauses only.
 */
export async function typeForever(from: number, report: (step: number) => void): Promise<void> {
  const library = open();
  const { list } = await library.list();
  const id = list.currentId ?? '';
  const read = await library.read(id);
  if (read.outcome === 'failed') throw new Error(read.reason);
  const store: LibraryStore = {
    ...library,
    async save(of, text, basedOn) {
      const result = await library.save(of, text, basedOn);
      if (result.outcome === 'saved') report(stepOf(text));
      return result;
    },
  };
  const keepCopy = (text: string) => store.create('Copy', text);
  const editing = new Editing({ store, id, stored: read, keepCopy, clock: systemClock });
  effect(() => {
    if (editing.status.value.kind === 'saved') report(stepOf(editing.text.value));
  });
  for (let step = from; ; step++) {
    editing.edit(textOf(step));
    // Bursts and pauses, as a person types.
    await new Promise((done) => setTimeout(done, step % 20 === 0 ? 40 : step % 7));
  }
}

/** Saves `count` texts named `who`, based on whatever is newest. Returns those that were saved. */
export async function saveMany(who: string, count: number): Promise<string[]> {
  const store = open();
  const { list } = await store.list();
  const id = list.currentId ?? '';
  const saved: string[] = [];
  const read = await store.read(id);
  let revision = read.outcome === 'found' ? read.revision : 0;
  for (let at = 0; at < count; at++) {
    const text = `${who} ${at}`;
    const result = await store.save(id, text, revision);
    if (result.outcome === 'failed') throw new Error(result.reason);
    if (result.outcome === 'saved') saved.push(text);
    revision = result.outcome === 'saved' ? result.revision : result.theirs.revision;
    // Without pauses one window would always be the first.
    await new Promise((done) => setTimeout(done, Math.random() * 30));
  }
  return saved;
}

/** Every text of the current guide and its history, newest first. */
export async function allTexts(): Promise<string[]> {
  const store = open();
  const id = (await store.list()).list.currentId ?? '';
  const texts: string[] = [];
  for (const state of await store.history(id)) {
    const read = await store.readState(id, state.id);
    if (read.outcome === 'found') texts.push(read.text);
  }
  return texts;
}

/** Stores a text and reads it back. */
export async function roundTrip(text: string): Promise<boolean> {
  const store = open();
  const made = await store.create('Round trip', text);
  if (made.outcome === 'failed') throw new Error(made.reason);
  const read = await store.read(made.entry.id);
  return read.outcome === 'found' && read.text === text;
}

/** Fills the storage until it refuses, then saves a long text. Returns what the save says, and what is stored. */
export async function saveWhenFull(): Promise<{ outcome: string; reason: string; isOldKept: boolean }> {
  const store = open();
  const made = await store.create('Full', 'as it was');
  if (made.outcome === 'failed') throw new Error(made.reason);
  for (let size = 4_000_000, at = 0; size > 1000; at++) {
    try {
      await local.set({ [`filler${at}`]: 'x'.repeat(size) });
    } catch {
      size = Math.floor(size / 2);
    }
  }
  const result = await store.save(made.entry.id, 'y'.repeat(2_000_000), 1);
  const read = await store.read(made.entry.id);
  await local.remove(Object.keys(await local.get(null)).filter((key) => key.startsWith('filler')));
  return {
    outcome: result.outcome,
    reason: result.outcome === 'failed' ? result.reason : '',
    isOldKept: read.outcome === 'found' && read.text === 'as it was',
  };
}

/** Changes the current guide's text by `from` -> `to`, as an editor in another window does. */
export async function replaceInGuide(from: string, to: string): Promise<string> {
  const store = open();
  const id = (await store.list()).list.currentId ?? '';
  const read = await store.read(id);
  if (read.outcome === 'failed') return read.reason;
  return (await store.save(id, read.text.replaceAll(from, to), read.revision)).outcome;
}

/** Makes a guide and shows it. */
export async function makeGuide(name: string, text: string): Promise<void> {
  const store = open();
  const made = await store.create(name, text);
  if (made.outcome === 'made') await store.switchTo(made.entry.id);
}

/** Milliseconds that each of `count` saves of a text of `size` letters takes. */
export async function timeSaves(size: number, count: number): Promise<number[]> {
  const store = open();
  const text = Array.from({ length: size / 20 }, (_, at) => `word${at % 997} ${at * 7919} `).join('');
  const made = await store.create('Long', text);
  if (made.outcome === 'failed') throw new Error(made.reason);
  const times: number[] = [];
  for (let at = 1; at <= count; at++) {
    const began = performance.now();
    const result = await store.save(
      made.entry.id,
      `${text.slice(0, size / 2)}${at}${text.slice(size / 2)}`,
      at,
    );
    times.push(performance.now() - began);
    if (result.outcome !== 'saved') throw new Error(result.outcome);
  }
  await store.delete(made.entry.id);
  await store.discardDeleted();
  return times;
}
