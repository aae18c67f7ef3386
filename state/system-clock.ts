import type { Clock } from './ports.ts';

/** The computer's own clock. */
export const systemClock: Clock = {
  now: Date.now,
  after(milliseconds, act) {
    const id = setTimeout(act, milliseconds);
    return () => clearTimeout(id);
  },
};
