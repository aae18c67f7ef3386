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
  let waiting: { text: string; isOther: boolean } | undefined;
  let isReading = false;
  let callOff = () => {};

  /** Another text came meanwhile: what was read is of one that is not shown any more. */
  const isOvertaken = () => waiting?.isOther === true;

  async function readOn(): Promise<void> {
    if (isReading) return;
    isReading = true;
    while (waiting !== undefined) {
      const { text } = waiting;
      waiting = undefined;
      try {
        const read = await deps.parse(text);
        if (!isOvertaken()) guide.value = read;
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
    /** The text is now `text`; reads it when the typing rests, or at once when it is another text altogether. */
    put(text: string, isOther = false) {
      callOff();
      isBehind.value = true;
      waiting = { text, isOther: isOther || (waiting?.isOther ?? false) };
      // What another text said must not stand beside this one.
      if (isOther) guide.value = undefined;
      if (guide.peek() === undefined) void readOn();
      else callOff = deps.clock.after(REST, () => void readOn());
    },
  };
});

export type ReadingModel = InstanceType<typeof Reading>;
