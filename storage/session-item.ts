import type { Countdown } from '../practice/countdown.ts';
import type { ItemDefinition } from './item.ts';

/** What the user is in the middle of, so that closing the panel, the browser or the lid loses none of it. */
export interface StoredSession {
  /** What stands in the typing place, to the letter. */
  readonly query: string;
  /** The id of the story picked by hand; `null` while the ranking decides. */
  readonly pick: string | null;
  /** Which of the picked or top story's hooks is shown, counted from 0. */
  readonly hook: number;
  readonly countdown: Countdown | null;
  /** Which panel wrote it, so that a panel can tell its own echo from another window's act. */
  readonly writer: string;
}

function isCountOf(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** A countdown with exactly the known fields, or `undefined` when any is not what it should be. */
function validCountdown(value: unknown): Countdown | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { storyId, storyName, from, to, runningSince, spent } = value as Partial<
    Record<keyof Countdown, unknown>
  >;
  if (typeof storyId !== 'string' || typeof storyName !== 'string') return undefined;
  if (!isCountOf(from) || !isCountOf(to) || !isCountOf(spent)) return undefined;
  if (runningSince !== null && !isCountOf(runningSince)) return undefined;
  return { storyId, storyName, from, to, runningSince, spent };
}

export const sessionItem: ItemDefinition<StoredSession> = {
  key: 'session',
  version: 1,
  migrations: [],
  validate: ({ query, pick, hook, countdown, writer }) => {
    if (typeof query !== 'string') return undefined;
    if (pick !== null && typeof pick !== 'string') return undefined;
    const valid = countdown === null ? null : validCountdown(countdown);
    if (valid === undefined) return undefined;
    return {
      query,
      pick,
      hook: isCountOf(hook) ? Math.floor(hook) : 0,
      countdown: valid,
      writer: typeof writer === 'string' ? writer : '',
    };
  },
};
