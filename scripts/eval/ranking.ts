/** How well stories are found: the measures of issue and README, on any index maker. */
import { buildIndex, type MatchIndex } from '../../matching/build-index.ts';
import { match } from '../../matching/match.ts';
import { storyName } from '../../matching/story-text.ts';
import { type Case, GUIDES, type GuideName, readGuide } from './cases.ts';

export interface Ranking {
  readonly cases: number;
  /** Over cases that a story answers. */
  readonly top1: number;
  readonly top2: number;
  readonly top3: number;
  readonly noneF1: number;
  /** Right story first and shown as an answer, or "no story" where none fits. */
  readonly whole: number;
}

export type Indexes = Readonly<Record<GuideName, MatchIndex>>;

/** Indexes of all guides; `change` may take parts away, for ablations. */
export function indexes(change = (index: MatchIndex): MatchIndex => index): Indexes {
  const made = Object.fromEntries(GUIDES.map((name) => [name, change(buildIndex(readGuide(name)))]));
  // every name of GUIDES is there: the line above maps over them
  return made as Indexes;
}

/** Where the first right story stands, from 0; -1 when none is right. */
function placeOf(
  index: MatchIndex,
  text: string,
  wanted: readonly string[],
): { place: number; none: boolean } {
  const found = match(index, text);
  return {
    place: found.stories.findIndex(({ story }) => wanted.includes(storyName(story))),
    none: found.outcome !== 'story',
  };
}

export function rankAll(all: Indexes, cases: readonly Case[]): Ranking {
  const count = { told: 0, top1: 0, top2: 0, top3: 0, whole: 0, rightNone: 0, wrongNone: 0, missedNone: 0 };
  for (const { guide, text, stories } of cases) {
    const { place, none } = placeOf(all[guide], text, stories);
    if (stories.length === 0) {
      if (none) count.rightNone++;
      else count.missedNone++;
      count.whole += none ? 1 : 0;
      continue;
    }
    count.told++;
    if (place === 0) count.top1++;
    if (place < 2) count.top2++;
    if (place < 3) count.top3++;
    if (none) count.wrongNone++;
    else if (place === 0) count.whole++;
  }
  const { told, rightNone, wrongNone, missedNone } = count;
  return {
    cases: cases.length,
    top1: count.top1 / told,
    top2: count.top2 / told,
    top3: count.top3 / told,
    noneF1: rightNone === 0 ? 0 : (2 * rightNone) / (2 * rightNone + wrongNone + missedNone),
    whole: count.whole / cases.length,
  };
}

/** Keys typed until a right story is first and stays first; one more than its length when it never is. */
export function keysUntilFirst(all: Indexes, cases: readonly Case[]): number[] {
  return cases
    .filter(({ stories }) => stories.length > 0)
    .map(({ guide, text, stories }) => {
      let keys = text.length + 1;
      while (keys > 1 && placeOf(all[guide], text.slice(0, keys - 1), stories).place === 0) keys--;
      return keys;
    })
    .sort((a, b) => a - b);
}

/** How often the first story changes while a question is typed letter by letter, on average. */
export function changesWhileTyping(all: Indexes, cases: readonly Case[]): number {
  let changes = 0;
  for (const { guide, text } of cases) {
    const tops = Array.from(text, (_, at) => match(all[guide], text.slice(0, at + 1)).stories[0]?.story.id);
    changes += tops.filter((top, at) => at > 0 && top !== tops[at - 1]).length;
  }
  return changes / cases.length;
}
