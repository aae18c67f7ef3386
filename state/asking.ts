import { createModel, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Story } from '../guide/types.ts';
import type { Match } from '../matching/types.ts';
import { type Countdown, spentAt } from '../practice/countdown.ts';
import { type AskedModel, answeredBy } from './asked.ts';
import type { Clock } from './ports.ts';

/** A question that nobody acts on is noted once it has stood so long, milliseconds. */
export const NOTED_AFTER_MILLISECONDS = 1500;
/** A change that takes more letters than this away and keeps fewer is another question. */
const FEW_LETTERS = 2;

export interface AskingDeps {
  readonly clock: Clock;
  readonly list: AskedModel;
  readonly newId: () => string;
  /** Whether the user wants the list kept. */
  readonly keeps: () => boolean;
  readonly query: ReadonlySignal<string>;
  readonly answer: ReadonlySignal<Match | null>;
  readonly open: ReadonlySignal<Story | undefined>;
  readonly saved: string | null;
}

/**
 * Whether a change of the typing place begins another question: all of it is gone, or so much was put in its
 * place that hardly a letter of the old one is left.
 */
export function isOtherQuestion(before: string, after: string): boolean {
  if (before.trim() === '') return false;
  if (after.trim() === '') return true;
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  const gone = before.length - start - end;
  const added = after.length - start - end;
  const isCutShort = added === 0 && before.startsWith(after);
  return !isCutShort && gone > FEW_LETTERS && start + end <= FEW_LETTERS;
}

/** Keeps the list of what was asked: which question, which story or none, how long it was told. */
export const Asking = createModel((deps: AskingDeps) => {
  /** The entry of the present question; `null` while it has none. */
  const asked = signal<string | null>(deps.saved);

  /** Writes the present question down as it stands, unless there is nothing to say of it. */
  function note(): void {
    if (!deps.keeps()) return;
    const question = deps.query.peek().trim();
    const answer = deps.answer.peek();
    const story = deps.open.peek();
    const isDecided = story !== undefined || answer?.outcome === 'none';
    if (!isDecided || question === '') return;
    write(question, story);
  }

  function write(question: string, story: Story | undefined): void {
    asked.value ??= deps.newId();
    const known = deps.list.entries.peek().find(({ id }) => id === asked.peek());
    const spoken = known?.storyId === (story?.id ?? null) ? (known?.spoken ?? 0) : 0;
    deps.list.put({
      id: asked.peek() ?? '',
      at: deps.clock.now(),
      question,
      ...answeredBy(story),
      spoken,
    });
  }

  // A question that only stands there is noted too: a story was read, or none was found.
  effect(() => {
    if (deps.query.value.trim() === '' || deps.answer.value === null) return;
    return deps.clock.after(NOTED_AFTER_MILLISECONDS, () => untracked(note));
  });

  return {
    asked,
    note,
    /** A story is told now, also without a question. Returns the id of its entry, `null` where no list is kept. */
    tell(): string | null {
      if (!deps.keeps()) return null;
      write(deps.query.peek().trim(), deps.open.peek());
      return asked.peek();
    },
    /** The clock of a countdown turned: writes the seconds down where its entry is known. */
    told(countdown: Countdown | null) {
      if (countdown?.asked != null)
        deps.list.spoke(countdown.asked, Math.floor(spentAt(countdown, deps.clock.now()) / 1000));
    },
    /** The question is over; what comes next has an entry of its own. */
    end() {
      note();
      asked.value = null;
    },
    /** The present question is that of an entry already there. */
    resume(id: string | null) {
      asked.value = id;
    },
  };
});
