import type { Clock } from './ports.ts';

/**
 * Writes that take longer than this have a rest between them, so that typing in a long text stays smooth. All in
 * milliseconds.
 */
const QUICK = 50;
const LONGEST_REST = 1000;

/** How long to rest after a write that took `spent`, both in milliseconds; 0 after a quick one. */
export const restAfter = (spent: number): number => (spent > QUICK ? Math.min(2 * spent, LONGEST_REST) : 0);

/** Waiting that can be cut short. */
export function rests(clock: Pick<Clock, 'after'>) {
  let end = () => {};
  return {
    /** Waits so many milliseconds, or until it is woken. */
    rest: (milliseconds: number): Promise<void> =>
      new Promise((done) => {
        const callOff = clock.after(milliseconds, done);
        end = () => {
          callOff();
          done();
        };
      }),
    /** Ends the rest, while there is one. */
    wake: () => end(),
  };
}
