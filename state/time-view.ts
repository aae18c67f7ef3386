import { targetOf } from '../guide/story.ts';
import type { Story } from '../guide/types.ts';
import { type Countdown, clockText, figure, type Phase, read, words } from '../practice/countdown.ts';

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
