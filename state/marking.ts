import { createModel, signal } from '@preact/signals';
import { type HeadingLine, headingsOf, markStories } from '../guide/mark-stories.ts';

export interface MarkingDeps {
  readonly text: () => string;
  /** Puts the marked text in the place of the present one, after the user's OK. */
  readonly apply: (text: string) => void;
}

/** Calling headings stories: the user ticks them, sees the change, and then says yes or no. */
export const Marking = createModel((deps: MarkingDeps) => {
  const headings = signal<readonly HeadingLine[] | null>(null);
  const ticked = signal<ReadonlySet<number>>(new Set());
  /** What the text was and would become; `null` while the user still ticks. */
  const proposal = signal<{ readonly before: string; readonly after: string } | null>(null);

  function close(): void {
    headings.value = null;
    ticked.value = new Set();
    proposal.value = null;
  }

  return {
    /** The headings to choose from; `null` while this is closed. */
    headings,
    ticked,
    proposal,
    start() {
      close();
      headings.value = headingsOf(deps.text());
    },
    tick(line: number, isTicked: boolean) {
      const next = new Set(ticked.peek());
      if (isTicked) next.add(line);
      else next.delete(line);
      ticked.value = next;
    },
    propose() {
      const before = deps.text();
      proposal.value = { before, after: markStories(before, [...ticked.peek()]) };
    },
    back() {
      proposal.value = null;
    },
    accept() {
      const agreed = proposal.peek();
      if (agreed === null) return;
      if (agreed.before === deps.text()) {
        close();
        deps.apply(agreed.after);
        return;
      }
      // The text went on meanwhile, and with it the line numbers.
      ticked.value = new Set();
      proposal.value = null;
      headings.value = headingsOf(deps.text());
    },
    close,
  };
});

export type MarkingModel = InstanceType<typeof Marking>;
