import type { Countdown } from '../practice/countdown.ts';
import { figure, isForgotten, type Phase, read, words } from '../practice/countdown.ts';
import type { Cue } from './cue.ts';

/** Of a countdown, what its time needs: no story's name goes onto a page. Seconds and milliseconds as there. */
export type CardClock = Pick<Countdown, 'from' | 'to' | 'runningSince' | 'spent'>;

/** All that a card is given: the present cue and nothing else of the guide. */
export interface CardCue extends Omit<Cue, 'countdown'> {
  readonly clock: CardClock | null;
}

/** The cue as a card gets it. */
export function cardCue(cue: Cue): CardCue {
  const { countdown, ...line } = cue;
  return { ...line, clock: countdown === null ? null : clockOf(countdown) };
}

function clockOf({ from, to, runningSince, spent }: Countdown): CardClock {
  return { from, to, runningSince, spent };
}

/** What a card says of the time at one instant. */
export interface CardTime {
  /** `0:38`, `+0:07` */
  readonly figure: string;
  /** The same in words: `left of 1:00`. */
  readonly words: string;
  readonly phase: Phase;
  readonly isPaused: boolean;
  /** Milliseconds until it says something else; `Infinity` while paused. */
  readonly nextChange: number;
}

/**
 * @param now epoch milliseconds
 * @returns `undefined` where no clock was started, or it was forgotten long ago
 */
export function cardTime(clock: CardClock | null, now: number): CardTime | undefined {
  if (clock === null) return undefined;
  const countdown = { ...clock, storyId: '', storyName: '', asked: null };
  if (isForgotten(countdown, now)) return undefined;
  const reading = read(countdown, now);
  return {
    figure: figure(reading),
    words: words(reading, clock),
    phase: reading.phase,
    isPaused: reading.paused,
    nextChange: reading.nextChange,
  };
}
