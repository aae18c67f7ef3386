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
/** Questions begin alike ("Tell me about …"): less than this share in common, and they are two. */
const SAME_SHARE = 0.6;

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
  const kept = inCommon(before, after);
  const gone = before.length - kept;
  const isCutShort = after.length === kept && before.startsWith(after);
  return !isCutShort && gone > FEW_LETTERS && kept <= FEW_LETTERS;
}

/** How many letters two texts have in common at their beginning and their end. */
function inCommon(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return start + end;
}

/** Whether a question that was noted has become another one by being edited, word by word. */
function hasBecomeAnother(noted: string, now: string): boolean {
  if (noted === '' || noted.startsWith(now) || now.startsWith(noted)) return false;
  return inCommon(noted, now) < SAME_SHARE * Math.max(noted.length, now.length);
}

/** Keeps the list of what was asked: which question, which story or none, how long it was told. */
export const Asking = createModel((deps: AskingDeps) => {
  /** The entry of the present question; `null` while it has none. */
  const asked = signal<string | null>(deps.saved);

  /** The longest that the present question was: what is shorter may be on its way to being deleted. */
  let longest = deps.query.peek();

  /** Writes the present question down as it stands, unless there is nothing to say of it. */
  function note(): void {
    if (!deps.keeps()) return;
    const question = deps.query.peek().trim();
    const noted = deps.list.entries.peek().find(({ id }) => id === asked.peek());
    if (noted !== undefined && hasBecomeAnother(noted.question, question)) asked.value = null;
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
    if (deps.query.value.length > longest.length) longest = deps.query.value;
    if (deps.query.value.trim() === '' || deps.answer.value === null) return;
    return deps.clock.after(NOTED_AFTER_MILLISECONDS, () => untracked(note));
  });

  return {
    asked,
    note,
    /**
     * A story is told now, also without a question. Returns the id of its entry, `null` where no list is kept.
     * @param id for an entry that is new: several surfaces may note the same telling
     */
    tell(id?: string): string | null {
      if (!deps.keeps()) return null;
      asked.value ??= id ?? null;
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
      // What is left of a question that is being deleted says less than what was noted of it.
      if (!longest.startsWith(deps.query.peek()) || longest === deps.query.peek()) note();
      asked.value = null;
      longest = '';
    },
    /** The present question is that of an entry already there, or of none. */
    resume(id: string | null) {
      asked.value = id;
      longest = deps.query.peek();
    },
  };
});
