import { targetOf } from '../guide/story.ts';
import type { Story } from '../guide/types.ts';
import {
  type Countdown,
  clockText,
  figure,
  type Phase,
  read,
  spentAt,
  words,
} from '../practice/countdown.ts';
import { endsOf, type PaceWord, paceOf } from '../practice/pacing.ts';

/** What the foot of the panel says about time. */
export interface TimeView {
  readonly phase: Phase | 'waiting';
  /** `0:38`, `+0:07`, or the open story's target before the start. */
  readonly figure: string;
  /** The same in words: `left of 1:00`. */
  readonly words: string;
  /** Share of the target that is used, 0..1. */
  readonly share: number;
  readonly isPaused: boolean;
  /** Whose countdown it is; empty before the start. */
  readonly storyName: string;
}

/** `target`, `target 0:45–1:00` for a range, `assumed` where the guide gives no time. */
function targetWords(story: Story): string {
  const { from, to, assumed } = targetOf(story);
  if (assumed) return 'assumed';
  return from === to ? 'target' : `target ${clockText(from)}–${clockText(to)}`;
}

/** @param now epoch milliseconds */
export function timeView(countdown: Countdown | null, open: Story | undefined, now: number): TimeView {
  if (countdown !== null) {
    const reading = read(countdown, now);
    return {
      phase: reading.phase,
      figure: figure(reading),
      words: words(reading, countdown),
      share: reading.share,
      isPaused: reading.paused,
      storyName: countdown.storyName,
    };
  }
  const target = open === undefined ? undefined : targetOf(open);
  return {
    phase: 'waiting',
    figure: target === undefined ? '–:––' : clockText(target.to),
    words: open === undefined ? 'no story open' : targetWords(open),
    share: 0,
    isPaused: false,
    storyName: '',
  };
}

/** How the target is divided among the key points of the story that is told, and where one should be. */
export interface PaceView {
  /** Where each point's share ends, as shares of the target 0..1; empty for a story without points. */
  readonly ends: readonly number[];
  /** The lower end of a target that is a range, as a share of the upper, 0..1; `undefined` for a plain target. */
  readonly mayLand: number | undefined;
  /** The point that is due now; `undefined` while no clock runs. */
  readonly due: number | undefined;
  readonly word: PaceWord | undefined;
}

/**
 * @param story the story that is told, or is open
 * @param portions its key points' shares of the target, see practice/pacing.ts
 * @param said places of the points that were ticked off
 * @param now epoch milliseconds
 */
export function paceView(
  story: Story,
  portions: readonly number[],
  countdown: Countdown | null,
  said: readonly number[],
  now: number,
): PaceView {
  const { from, to } = targetOf(story);
  const view = { ends: endsOf(portions), mayLand: from < to && to > 0 ? from / to : undefined };
  const isTold = countdown?.storyId === story.id;
  if (!isTold || portions.length === 0) return { ...view, due: undefined, word: undefined };
  const share = countdown.to === 0 ? 1 : spentAt(countdown, now) / (countdown.to * 1000);
  return { ...view, ...paceOf(portions, share, said) };
}
