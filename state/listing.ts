import { computed, createModel, type ReadonlySignal, signal } from '@preact/signals';
import type { Guide, Story } from '../guide/types.ts';
import type { LearntPair } from '../matching/types.ts';
import type { SessionDeps } from './ports.ts';
import { rowsOf } from './story-row.ts';

/** Rows of the list that are there at first: more than anyone prepares; fewer of a ranking, made anew each letter. */
const FIRST_ROWS = 40;
const RANKED_ROWS = 13;
const ROWS_AROUND = 6;

/** Goes through every stage of the matcher: a misspelt word, a whole one, one still being typed. */
const WARMING_UP = 'Tell me about a tmie you disagr';

export interface ListingDeps {
  readonly guide: ReadonlySignal<Guide>;
  readonly query: ReadonlySignal<string>;
  /** The id of the story picked by hand. */
  readonly pick: ReadonlySignal<string | null>;
  readonly learnt: ReadonlySignal<readonly LearntPair[]>;
  readonly matcher: SessionDeps['matcher'];
}

/** What was asked, and the stories in the order in which they answer it. */
export const Listing = createModel(({ guide, query, pick, learnt, matcher: makeMatcher }: ListingDeps) => {
  const matcher = computed(() => makeMatcher(guide.value, learnt.value));
  const isAsking = computed(() => query.value.trim() !== '');
  const answer = computed(() => (isAsking.value ? matcher.value(query.value) : null));
  /** Stories in the order shown: ranked, or the guide's own before anything is typed. */
  const listed = computed<readonly Story[]>(
    () => answer.value?.stories.map((ranked) => ranked.story) ?? guide.value.stories,
  );
  const isWholeList = signal(false);
  /** How many rows are shown: enough to look around from a pick; all only when asked for. */
  const rowCount = computed(() => {
    if (isWholeList.value && !isAsking.value) return listed.value.length;
    const least = isAsking.value ? RANKED_ROWS : FIRST_ROWS;
    // A story that was picked is looked around from; one that the ranking lets go may have fallen far.
    if (pick.value === null) return least;
    return Math.max(least, listed.value.findIndex(({ id }) => id === pick.value) + ROWS_AROUND);
  });

  return {
    isAsking,
    answer,
    listed,
    rows: computed(() => rowsOf(guide.value, answer.value, rowCount.value)),
    /** How many stories have no row for now. */
    hiddenRows: computed(() => Math.max(0, listed.value.length - rowCount.value)),
    /** Gives every story its row, while nothing is asked. */
    showWholeList() {
      isWholeList.value = true;
    },
    /** Builds the matcher before the first letter, and has it answer once, so that the letter need not wait. */
    warm() {
      matcher.peek()(WARMING_UP);
    },
  };
});
