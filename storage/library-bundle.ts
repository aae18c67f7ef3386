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
} from './library-items.ts';
import { failed, nameFrom } from './library-shelf.ts';

/** One guide of an export file, checked. */
export interface BundledGuide {
  /** Its id is a sound one, and no other guide of the file has it; its name is no longer than one may be. */
  readonly entry: GuideEntry;
  /** Its id in the file. */
  readonly fileId: unknown;
  readonly text: string;
  readonly savedAt: number;
  readonly states: readonly IndexedState[];
  readonly bodies: ReadonlyMap<string, StoredState>;
}

/** An export file, checked: what is sound of it, and what is not. */
export interface Bundle {
  readonly outcome: 'readable';
  /** Epoch milliseconds; `null` where the file does not say. */
  readonly exportedAt: number | null;
  readonly currentId: string | null;
  readonly guides: readonly BundledGuide[];
  /** What else is stored, by key, as it was stored. */
  readonly others: Record<string, unknown>;
  /** Sentences about what of the file is damaged, and what becomes of it. */
  readonly remarks: readonly string[];
}

/** The version of the export file's own shape. */
export const BUNDLE_VERSION = 1;
/** As long as a name may be that is typed. */
const NAME_LETTERS = 200;
/** The latest moment that a `Date` can be, in epoch milliseconds. */
const LAST_MOMENT = 8.64e15;
const WHICH_FILE = 'Choose the .json file that “Export everything” made';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const momentIn = (value: unknown) =>
  typeof value === 'number' && Math.abs(value) <= LAST_MOMENT ? value : undefined;

/** The states that give back a whole and undamaged text, with what they rest on, and the text of the newest. */
async function soundStates(
  states: readonly IndexedState[],
  bodies: ReadonlyMap<string, StoredState>,
): Promise<{ readonly sound: IndexedState[]; readonly newest: string | undefined }> {
  const texts = new Map<string, string>();
  // The whole ones first: a patch may stand before the one that it rests on when a clock was set back.
  for (const isWhole of [true, false])
    for (const { id, base, at } of states) {
      const body = bodies.get(id);
      if (body === undefined || body.base !== base || isWhole !== (base === null)) continue;
      if (momentIn(at) === undefined) continue;
      const text = await textIn(body, base === null ? undefined : texts.get(base));
      if (text !== undefined) texts.set(id, text);
    }
  const sound = states.filter((state) => texts.has(state.id));
  return { sound, newest: texts.get(sound.findLast((state) => state.listed)?.id ?? '') };
}

/** The entry of a guide in a file, with something sound in the place of what is not. */
function entryOf(
  value: unknown,
  text: string,
  savedAt: unknown,
  freeId: (wanted: unknown) => string,
): GuideEntry {
  const stored = isObject(value) ? value : {};
  const changedAt = momentIn(stored.changedAt) ?? momentIn(savedAt) ?? 0;
  const name = typeof stored.name === 'string' ? stored.name.trim().slice(0, NAME_LETTERS).trim() : '';
  return {
    id: freeId(stored.id),
    name: name === '' ? nameFrom(text) : name,
    createdAt: momentIn(stored.createdAt) ?? changedAt,
    changedAt,
    archivedAt: momentIn(stored.archivedAt) ?? null,
    deletedAt: null,
  };
}

/** One guide of a file as far as it is sound, with sentences about the rest. `place`: `Guide 2`. */
async function readGuide(
  value: unknown,
  place: string,
  freeId: (wanted: unknown) => string,
): Promise<{ readonly guide?: BundledGuide; readonly remarks: readonly string[] }> {
  const stored = isObject(value) ? value : {};
  const history = isObject(stored.history) ? stored.history : {};
  const index = understand(historyItem(''), { version: 1, states: history.states, next: 1 });
  const bodies = new Map<string, StoredState>();
  for (const [id, body] of Object.entries(isObject(history.bodies) ? history.bodies : {})) {
    const state = understand(stateItem('', id), body);
    if (state !== undefined) bodies.set(id, state);
  }
  const all = index?.states ?? [];
  const { sound, newest } = await soundStates(all, bodies);
  const name =
    isObject(stored.entry) && typeof stored.entry.name === 'string' ? stored.entry.name.trim() : '';
  const called = name === '' ? place : `${place}, “${name.slice(0, NAME_LETTERS)}”,`;
  const text = typeof stored.text === 'string' ? stored.text : newest;
  if (text === undefined) {
    const remedy = 'Look for it in another export; the rest of this one is sound.';
    return { remarks: [`${called} is damaged and left out: its text is missing. ${remedy}`] };
  }
  const remarks = [];
  if (typeof stored.text !== 'string')
    remarks.push(`${called} has no text in the file: the newest state of its history comes in for it.`);
  const entry = entryOf(stored.entry, text, stored.savedAt, freeId);
  if (name === '') remarks.push(`${place} has no name in the file and comes in as “${entry.name}”.`);
  const left = all.length - sound.length;
  if (left > 0) remarks.push(`Older states of “${entry.name}” that can’t be read and are left out: ${left}.`);
  if (index === undefined && history.states !== undefined)
    remarks.push(`The history of “${entry.name}” can’t be read and is left out.`);
  const guide = {
    entry,
    fileId: isObject(stored.entry) ? stored.entry.id : undefined,
    text,
    savedAt: momentIn(stored.savedAt) ?? entry.changedAt,
    states: sound,
    bodies,
  };
  return { guide, remarks };
}

/**
 * Reads an export file, or says in a sentence why it can't be read. What is damaged in it is left out.
 * @param newId gives ids to guides that have none that can be used
 */
export async function readBundle(json: string, newId: () => string): Promise<Bundle | Failed> {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    return failed(
      `This is no export of Hookline, or it was cut off. ${WHICH_FILE}, whole; a guide by itself (.md, .txt) comes in by “Bring in or write”.`,
    );
  }
  if (!isObject(value) || value.hookline !== 'everything' || !Array.isArray(value.guides))
    return failed(`This is a .json file, but no export of Hookline. ${WHICH_FILE}.`);
  if (typeof value.version !== 'number' || value.version > BUNDLE_VERSION)
    return failed('This export was made by a newer Hookline. Update this one, then import it.');
  const ids = new Set<string>();
  const freeId = (wanted: unknown) => {
    // “unreadable” is the key's end of what was set aside: no guide may be called so.
    const isSound = typeof wanted === 'string' && /^[\w-]{1,64}$/.test(wanted) && wanted !== 'unreadable';
    const id = isSound && !ids.has(wanted) ? wanted : newId();
    ids.add(id);
    return id;
  };
  const guides: BundledGuide[] = [];
  const remarks: string[] = [];
  for (const [at, stored] of value.guides.entries()) {
    const read = await readGuide(stored, `Guide ${at + 1}`, freeId);
    if (read.guide !== undefined) guides.push(read.guide);
    remarks.push(...read.remarks);
  }
  if (guides.length === 0 && remarks.length > 0)
    return failed(`No guide of this export can be read, so nothing was taken from it. ${remarks.join(' ')}`);
  const { currentId } = value;
  return {
    outcome: 'readable',
    exportedAt: momentIn(value.exportedAt) ?? null,
    currentId: typeof currentId === 'string' ? currentId : null,
    guides,
    others: isObject(value.others) ? value.others : {},
    remarks,
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
