/**
 * The countdown for one story. It is a start time and never a running variable, so that it goes on
 * correctly when the panel is closed, the service worker is stopped or the computer sleeps.
 * All instants are epoch milliseconds and come in as arguments.
 */
export interface Countdown {
  /** The story that is being told. */
  readonly storyId: string;
  /** Its short name, shown while another story is open and on the badge's tooltip. */
  readonly storyName: string;
  /** Lower end of the target in seconds; equal to `to` for a plain target. */
  readonly from: number;
  /** Upper end of the target in seconds. */
  readonly to: number;
  /** Epoch milliseconds of the last start or resume; `null` while paused. */
  readonly runningSince: number | null;
  /** Milliseconds told before `runningSince`. */
  readonly spent: number;
  /** The entry in the list of what was asked that this answers; `null` where there is none. */
  readonly asked: string | null;
}

/** `ending` is the last ten seconds before the target; `over` is past it. */
export type Phase = 'telling' | 'ending' | 'over';

/** What a view shows of a countdown at one instant. */
export interface Reading {
  /** Whole seconds told so far. */
  readonly elapsed: number;
  /** Whole seconds until the target, at least 0. */
  readonly left: number;
  /** Whole seconds past the target, 0 until then. */
  readonly over: number;
  readonly phase: Phase;
  readonly paused: boolean;
  /** Share of the target that is used, 0..1. */
  readonly share: number;
  /** Milliseconds until any of the above changes by itself; `Infinity` while paused. */
  readonly nextChange: number;
}

const ENDING_SECONDS = 10;

/** Starts telling a story at `now`. `from` and `to` are the target's seconds; `asked` as in {@link Countdown}. */
export function start(
  story: { readonly id: string; readonly name: string; readonly from: number; readonly to: number },
  now: number,
  asked: string | null = null,
): Countdown {
  return {
    storyId: story.id,
    storyName: story.name,
    from: story.from,
    to: story.to,
    runningSince: now,
    spent: 0,
    asked,
  };
}

/** Milliseconds told by `now`. A clock that was set back counts as no time, never as negative time. */
export function spentAt(countdown: Countdown, now: number): number {
  if (countdown.runningSince === null) return countdown.spent;
  return countdown.spent + Math.max(0, now - countdown.runningSince);
}

/** Stops the clock and keeps the time told. Does nothing while paused. */
export function pause(countdown: Countdown, now: number): Countdown {
  return { ...countdown, spent: spentAt(countdown, now), runningSince: null };
}

/** Goes on from the time told. Does nothing while running. */
export function resume(countdown: Countdown, now: number): Countdown {
  return countdown.runningSince === null ? { ...countdown, runningSince: now } : countdown;
}

/** Back to the full target; a running countdown runs on from there, a paused one stays paused. */
export function reset(countdown: Countdown, now: number): Countdown {
  return { ...countdown, spent: 0, runningSince: countdown.runningSince === null ? null : now };
}

/** Takes time off that was not told, milliseconds: started too early, interrupted. At most what was spent. */
export function takeOff(countdown: Countdown, milliseconds: number, now: number): Countdown {
  const spent = Math.max(0, spentAt(countdown, now) - milliseconds);
  return { ...countdown, spent, runningSince: countdown.runningSince === null ? null : now };
}

/** What to show at `now` (epoch milliseconds). */
export function read(countdown: Countdown, now: number): Reading {
  const spent = spentAt(countdown, now);
  const elapsed = Math.floor(spent / 1000);
  const left = Math.max(0, countdown.to - elapsed);
  const over = Math.max(0, elapsed - countdown.to);
  return {
    elapsed,
    left,
    over,
    phase: over > 0 ? 'over' : left < ENDING_SECONDS ? 'ending' : 'telling',
    paused: countdown.runningSince === null,
    share: countdown.to === 0 ? 1 : Math.min(1, spent / (countdown.to * 1000)),
    nextChange: countdown.runningSince === null ? Number.POSITIVE_INFINITY : 1000 - (spent % 1000),
  };
}

/** `67` -> `1:07`. Whole seconds, at least 0; hours are written as minutes (`75:00`). */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}

/** The main figure: what is left (`0:38`), or what is over (`+0:07`). */
export function figure(reading: Reading): string {
  return reading.over > 0 ? `+${clockText(reading.over)}` : clockText(reading.left);
}

/** The same in a few words, so that colour never says anything alone. */
export function words(reading: Reading, { from, to }: Pick<Countdown, 'from' | 'to'>): string {
  if (reading.paused) return reading.over > 0 ? 'over, paused' : 'left, paused';
  if (reading.phase === 'over') return 'over: land it';
  if (reading.phase === 'ending') return 'left: finish';
  return from < to && reading.elapsed >= from ? 'left: you may land' : `left of ${clockText(to)}`;
}

/** Past the target by this much, a countdown was forgotten, not told. */
const FORGOTTEN_MILLISECONDS = 30 * 60_000;

/** Whether nobody can still be telling this story: half an hour past its target, and not paused. */
export function isForgotten(countdown: Countdown, now: number): boolean {
  if (countdown.runningSince === null) return false;
  return spentAt(countdown, now) > countdown.to * 1000 + FORGOTTEN_MILLISECONDS;
}

/** Text for a toolbar badge, four characters at most: `38`, `+7`, `+99` at most. */
export function badge(reading: Reading): string {
  if (reading.over > 0) return `+${Math.min(99, reading.over)}`;
  return String(Math.min(9999, reading.left));
}
