import { badge, type Countdown, isForgotten, read } from '../practice/countdown.ts';
import type { Clock } from './ports.ts';

/** The name of the port by which an open panel tells the background that it is there. */
export const PANEL_PORT = 'panel';

/** The toolbar's badge, as the browser offers it. */
export interface BadgeFace {
  /** At most four characters; `''` takes the badge away. */
  show(text: string, tone: 'calm' | 'ending' | 'over', title: string): Promise<void>;
}

export interface BadgeDeps {
  readonly clock: Clock;
  readonly face: BadgeFace;
}

/**
 * Shows the seconds left on the toolbar while a countdown runs and no panel shows it.
 * A service worker is kept awake by the calls that this makes once a second, and by nothing else.
 */
export function createBadge({ clock, face }: BadgeDeps) {
  let countdown: Countdown | null = null;
  let isDrawn = false;
  let panels = 0;
  let cancel = () => {};

  async function draw(): Promise<void> {
    cancel();
    cancel = () => {};
    if (countdown === null) return face.show('', 'calm', '');
    const reading = read(countdown, clock.now());
    const tone = reading.phase === 'telling' ? 'calm' : reading.phase;
    if (isForgotten(countdown, clock.now())) return face.show('', 'calm', '');
    // An open panel shows the time itself; nothing need be wound until it closes.
    if (panels > 0) return face.show('', 'calm', countdown.storyName);
    const text = badge(reading);
    if (!reading.paused) cancel = clock.after(reading.nextChange, () => void draw());
    return face.show(text, tone, countdown.storyName);
  }

  return {
    /** The countdown as now stored; `null` when there is none. Resolves when the badge shows it. */
    async countdownIs(next: Countdown | null): Promise<void> {
      // Typing changes what is stored as well; only another countdown is news to the badge.
      if (isDrawn && JSON.stringify(next) === JSON.stringify(countdown)) return;
      isDrawn = true;
      countdown = next;
      await draw();
    },
    panelOpened(): Promise<void> {
      panels += 1;
      return draw();
    },
    panelClosed(): Promise<void> {
      panels = Math.max(0, panels - 1);
      return draw();
    },
  };
}
