import { createModel, signal } from '@preact/signals';
import type { Guide } from '../guide/types.ts';
import type { Clock } from './ports.ts';

export interface ReadingDeps {
  /** Reads a guide away from the typing: in a worker, on the page. */
  readonly parse: (text: string) => Promise<Guide>;
  readonly clock: Pick<Clock, 'after'>;
}

/** How long the typing must rest before the text is read again. */
const REST = 150;

/**
 * What the text in the editor says, a moment behind the typing: one reading at a time, always of the latest
 * text, so that no length of text can hold up a key.
 */
export const Reading = createModel((deps: ReadingDeps) => {
  /** What was read last; `undefined` before the first time. */
  const guide = signal<Guide | undefined>(undefined);
  /** The text has changed since. */
  const isBehind = signal(false);
  /** A sentence when reading failed; `''` otherwise. */
  const trouble = signal('');
  let waiting: string | undefined;
  let isReading = false;
  let callOff = () => {};

  async function readOn(): Promise<void> {
    if (isReading) return;
    isReading = true;
    while (waiting !== undefined) {
      const text = waiting;
      waiting = undefined;
      try {
        guide.value = await deps.parse(text);
        trouble.value = '';
      } catch (error) {
        trouble.value = `The text could not be read for its stories just now (${String(error)}). It is kept all the same.`;
      }
    }
    isReading = false;
    isBehind.value = false;
  }

  return {
    guide,
    isBehind,
    trouble,
    /** The text is now `text`; reads it when the typing rests, or at once with `isUrgent`. */
    put(text: string, isUrgent = false) {
      callOff();
      isBehind.value = true;
      waiting = text;
      if (isUrgent || guide.peek() === undefined) void readOn();
      else callOff = deps.clock.after(REST, () => void readOn());
    },
  };
});

export type ReadingModel = InstanceType<typeof Reading>;
