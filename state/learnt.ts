import { computed, createModel, signal } from '@preact/signals';
import { storyName } from '../guide/story.ts';
import type { Story } from '../guide/types.ts';
import type { LearntPair } from '../matching/types.ts';

/** One thing the user taught. */
export type TaughtPair = LearntPair;

export interface LearntDeps {
  readonly saved: readonly LearntPair[];
  /** Called with all pairs after every change; must not throw. */
  readonly save: (pairs: readonly LearntPair[]) => void;
}

/** Two spellings of one question: case and white space don't make another. */
const sameQuestion = (a: string, b: string) =>
  a.trim().replace(/\s+/g, ' ').toLowerCase() === b.trim().replace(/\s+/g, ' ').toLowerCase();

/** Whether exactly this question was taught to be answered by this story. */
export function isTaught(pairs: readonly LearntPair[], question: string, story: Story): boolean {
  return pairs.some((pair) => pair.storyId === story.id && sameQuestion(pair.question, question));
}

/** What the user taught: "this question should have shown that story". Newest first. */
export const Learnt = createModel((deps: LearntDeps) => {
  const pairs = signal<readonly LearntPair[]>(deps.saved);
  /** What the last change replaced, for undo. */
  const before = signal<readonly LearntPair[] | null>(null);

  function change(next: readonly LearntPair[]): void {
    before.value = pairs.peek();
    pairs.value = next;
    deps.save(next);
  }

  return {
    pairs,
    canUndo: computed(() => before.value !== null),
    /** Remembers that `question` is answered by `story`; an earlier answer to it is replaced. */
    teach(question: string, story: Story) {
      const text = question.trim();
      if (text === '') return;
      const others = pairs.peek().filter((pair) => !sameQuestion(pair.question, text));
      change([{ question: text, storyId: story.id, storyName: storyName(story) }, ...others]);
    },
    /** Forgets what was taught for this question. */
    unteach(question: string) {
      change(pairs.peek().filter((pair) => !sameQuestion(pair.question, question)));
    },
    /** Forgets the pair at `index`, counted from 0. */
    forget(index: number) {
      change(pairs.peek().filter((_, at) => at !== index));
    },
    /** Changes the question of the pair at `index`; an empty one changes nothing. */
    reword(index: number, question: string) {
      const text = question.trim();
      const pair = pairs.peek()[index];
      if (text === '' || pair === undefined || pair.question === text) return;
      // As in teaching: one question has one answer, the one that was just given.
      change(
        pairs
          .peek()
          .map((other, at) => (at === index ? { ...other, question: text } : other))
          .filter((other, at) => at === index || !sameQuestion(other.question, text)),
      );
    },
    /** Points the pair at `index` to another story. */
    redirect(index: number, story: Story) {
      change(
        pairs
          .peek()
          .map((pair, at) =>
            at === index ? { ...pair, storyId: story.id, storyName: storyName(story) } : pair,
          ),
      );
    },
    /** Takes the last change back, once. */
    undo() {
      const previous = before.peek();
      if (previous === null) return;
      before.value = null;
      pairs.value = previous;
      deps.save(previous);
    },
    /** Goes along with stories that a change of the guide gave another id or name: `became` says which by id. */
    follow(became: ReadonlyMap<string, Story>) {
      const followed = (pair: LearntPair) => {
        const story = became.get(pair.storyId);
        if (story === undefined) return pair;
        const name = storyName(story);
        const isSame = story.id === pair.storyId && name === pair.storyName;
        return isSame ? pair : { ...pair, storyId: story.id, storyName: name };
      };
      const next = pairs.peek().map(followed);
      if (next.every((pair, at) => pair === pairs.peek()[at])) return;
      before.value = before.peek()?.map(followed) ?? null;
      pairs.value = next;
      deps.save(next);
    },
    /** Takes over what another window taught. */
    adopt(next: readonly LearntPair[]) {
      before.value = null;
      pairs.value = next;
    },
  };
});

export type LearntModel = InstanceType<typeof Learnt>;
