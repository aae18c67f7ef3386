import type { Failed, GuideEntry } from '../state/library-ports.ts';
import { understand } from './item.ts';
import { textIn } from './library-history.ts';
import {
  historyItem,
  type IndexedState,
  type StoredState,
  stateItem,
  storedHistory,
  storedText,
  textItem,
  validEntry,
} from './library-items.ts';
import { failed } from './library-shelf.ts';

/** One guide of an export file, checked. */
export interface BundledGuide {
  readonly entry: GuideEntry;
  readonly text: string;
  readonly savedAt: number;
  readonly states: readonly IndexedState[];
  readonly bodies: ReadonlyMap<string, StoredState>;
}

/** An export file, checked. */
export interface Bundle {
  readonly outcome: 'readable';
  readonly exportedAt: number;
  readonly currentId: string | null;
  readonly guides: readonly BundledGuide[];
  /** What else is stored, by key, as it was stored. */
  readonly others: Record<string, unknown>;
  /** States of histories that can't be read and are left out. */
  readonly unreadableStates: number;
}

/** The version of the export file's own shape. */
export const BUNDLE_VERSION = 1;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The states that give back a whole and undamaged text, with what they rest on. */
async function soundStates(
  states: readonly IndexedState[],
  bodies: ReadonlyMap<string, StoredState>,
): Promise<IndexedState[]> {
  const wholes = new Map<string, string>();
  const sound: IndexedState[] = [];
  for (const state of states) {
    const body = bodies.get(state.id);
    if (body === undefined || body.base !== state.base) continue;
    const text = await textIn(body, body.base === null ? undefined : wholes.get(body.base));
    if (text === undefined) continue;
    if (body.base === null) wholes.set(state.id, text);
    sound.push(state);
  }
  return sound;
}

/** One guide of a file, with how many of its states are unreadable; `undefined` when it is no guide. */
async function readGuide(value: unknown): Promise<(BundledGuide & { unreadable: number }) | undefined> {
  if (!isObject(value)) return undefined;
  const entry = validEntry(value.entry);
  const { text, savedAt } = value;
  if (entry === undefined || typeof text !== 'string') return undefined;
  const history = isObject(value.history) ? value.history : {};
  const index = understand(historyItem(entry.id), { version: 1, states: history.states, next: 1 });
  const bodies = new Map<string, StoredState>();
  for (const [id, stored] of Object.entries(isObject(history.bodies) ? history.bodies : {})) {
    const state = understand(stateItem(entry.id, id), stored);
    if (state !== undefined) bodies.set(id, state);
  }
  const all = index?.states ?? [];
  const states = await soundStates(all, bodies);
  return {
    entry,
    text,
    savedAt: typeof savedAt === 'number' && Number.isFinite(savedAt) ? savedAt : entry.changedAt,
    states,
    bodies,
    unreadable: all.length - states.length,
  };
}

/** Reads an export file, or says in a sentence why it can't be read. */
export async function readBundle(json: string): Promise<Bundle | Failed> {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    return failed('This is no export of Hookline: it is not JSON, or it was cut off.');
  }
  if (!isObject(value) || value.hookline !== 'everything' || !Array.isArray(value.guides))
    return failed('This is no export of Hookline.');
  if (typeof value.version !== 'number' || value.version > BUNDLE_VERSION)
    return failed('This export was made by a newer Hookline. Update this one, then import it.');
  const guides: (BundledGuide & { unreadable: number })[] = [];
  for (const [at, stored] of value.guides.entries()) {
    const guide = await readGuide(stored);
    if (guide === undefined)
      return failed(`Guide ${at + 1} of this export is damaged. Nothing was taken from it.`);
    if (guides.some(({ entry }) => entry.id === guide.entry.id))
      return failed(`Guide ${at + 1} of this export is there twice. Nothing was taken from it.`);
    guides.push(guide);
  }
  const { exportedAt, currentId } = value;
  return {
    outcome: 'readable',
    exportedAt: typeof exportedAt === 'number' && Number.isFinite(exportedAt) ? exportedAt : 0,
    currentId: typeof currentId === 'string' ? currentId : null,
    guides,
    others: isObject(value.others) ? value.others : {},
    unreadableStates: guides.reduce((sum, guide) => sum + guide.unreadable, 0),
  };
}

/** What is stored for a guide of a file that comes in under `id`; `states` are those of it to keep. */
export function itemsOf(
  guide: BundledGuide,
  id: string,
  states: readonly IndexedState[],
): Record<string, unknown> {
  const next = Math.max(0, ...guide.states.map((state) => Number(state.id)).filter(Number.isSafeInteger)) + 1;
  const bodies = states.flatMap((state) => {
    const body = guide.bodies.get(state.id);
    return body === undefined ? [] : [[stateItem(id, state.id).key, { ...body, version: 1 }] as const];
  });
  return {
    [textItem(id).key]: storedText({ text: guide.text, revision: 1, savedAt: guide.savedAt }),
    ...storedHistory(id, { states, garbage: [], next, passing: null }),
    ...Object.fromEntries(bodies),
  };
}
