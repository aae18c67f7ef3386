import { storyName, targetOf } from '../guide/story.ts';
import type { Guide } from '../guide/types.ts';
import { isForgotten, pause, resume, start } from '../practice/countdown.ts';
import { sayNext, toggleSaid } from './cue.ts';
import type { SessionState } from './ports.ts';
import { nextRescue } from './rescue.ts';

/** What can be done beside the camera: by the browser's keys, on the overlay, on the card. */
export const CUE_ACTS = ['next-point', 'next-hook', 'pause', 'blank'] as const;
export type CueAct = (typeof CUE_ACTS)[number] | 'back' | `tick-${number}`;

/** Whether a text from outside names an act. */
export function isCueAct(value: unknown): value is CueAct {
  if (typeof value !== 'string') return false;
  return CUE_ACTS.some((act) => act === value) || value === 'back' || /^tick-[1-9]$/.test(value);
}

/** Pauses or goes on, whichever story is told; where no clock was started, starts that of the open story. */
function turnClock({ countdown, open, asked }: SessionState, guide: Guide, now: number) {
  if (countdown !== null && !isForgotten(countdown, now))
    return { countdown: countdown.runningSince === null ? resume(countdown, now) : pause(countdown, now) };
  const story = guide.stories.find(({ id }) => id === open);
  if (story === undefined) return {};
  const { from, to } = targetOf(story);
  return { countdown: start({ id: story.id, name: storyName(story), from, to }, now, asked) };
}

/**
 * What an act changes of a session; nothing where it has no meaning. While a rescue is shown, what lies below it is
 * out of sight: next point, next hook and ticks bring it back first, and change nothing unseen. The clock is
 * in sight all the time.
 * @param now epoch milliseconds
 */
export function afterAct(act: CueAct, state: SessionState, guide: Guide, now: number): Partial<SessionState> {
  if (act === 'pause') return turnClock(state, guide, now);
  if (act === 'blank') return { rescue: nextRescue(state.rescue, 'blank') };
  if (state.rescue !== null) return { rescue: null };
  const story = guide.stories.find(({ id }) => id === state.open);
  if (story === undefined || act === 'back') return {};
  if (act === 'next-point') return { said: sayNext(state.said, story) };
  if (act === 'next-hook')
    return story.hooks.length < 2 ? {} : { hook: (state.hook + 1) % story.hooks.length };
  return { said: toggleSaid(state.said, story, Number(act.slice('tick-'.length)) - 1) };
}
