import type { Countdown } from '../practice/countdown.ts';
import type { Rescue, Said, SessionState } from '../state/ports.ts';
import type { ItemDefinition } from './item.ts';

/** What the user is in the middle of, so that closing the panel, the browser or the lid loses none of it. */
export interface StoredSession extends SessionState {
  /** Which surface wrote it, so that it can tell its own echo from another's act. */
  readonly writer: string;
}

type Unknown<T> = Partial<Record<keyof T, unknown>>;

function isCountOf(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

const isPlace = (value: unknown): value is number => isCountOf(value) && Number.isInteger(value);
const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A countdown with exactly the known fields, or `undefined` when any is not what it should be. */
function validCountdown(value: unknown): Countdown | undefined {
  if (!isRecord(value)) return undefined;
  const { storyId, storyName, from, to, runningSince, spent, asked } = value as Unknown<Countdown>;
  if (typeof storyId !== 'string' || typeof storyName !== 'string') return undefined;
  if (!isCountOf(from) || !isCountOf(to) || !isCountOf(spent)) return undefined;
  if (runningSince !== null && !isCountOf(runningSince)) return undefined;
  return { storyId, storyName, from, to, runningSince, spent, asked: textOrNull(asked) };
}

/** Ticks that can't be read are no ticks: they are not worth setting a whole session aside. */
function validSaid(value: unknown): Said | null {
  if (!isRecord(value)) return null;
  const { storyId, points } = value as Unknown<Said>;
  if (typeof storyId !== 'string' || !Array.isArray(points)) return null;
  return { storyId, points: [...new Set(points.filter(isPlace))].sort((a, b) => a - b) };
}

function validRescue(value: unknown): Rescue | null {
  if (!isRecord(value)) return null;
  const { kind, step } = value as Unknown<Rescue>;
  if (kind !== 'blank' && kind !== 'no-story' && kind !== 'thinking') return null;
  return { kind, step: isPlace(step) ? step : 0 };
}

export const sessionItem: ItemDefinition<StoredSession> = {
  key: 'session',
  version: 2,
  migrations: [
    // What is open had been worked out anew each time; ticks, rescue and the list of what was asked are new.
    (old) => ({ ...old, open: old.pick, said: null, rescue: null, asked: null }),
  ],
  validate: ({ query, pick, open, hook, said, rescue, countdown, asked, writer }) => {
    if (typeof query !== 'string') return undefined;
    if (pick !== null && typeof pick !== 'string') return undefined;
    const valid = countdown === null ? null : validCountdown(countdown);
    if (valid === undefined) return undefined;
    return {
      query,
      pick,
      open: textOrNull(open),
      hook: isCountOf(hook) ? Math.floor(hook) : 0,
      said: validSaid(said),
      rescue: validRescue(rescue),
      countdown: valid,
      asked: textOrNull(asked),
      writer: typeof writer === 'string' ? writer : '',
    };
  },
};
