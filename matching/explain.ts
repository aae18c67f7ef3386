/** Why a story stands where it stands: the parts of its score that weighed most, nothing else. */
import type { MatchIndex } from './build-index.ts';
import { carriers } from './carriers.ts';
import { byCompetencyShare } from './coverage.ts';
import { BY_KIND, KINDS, tellingCompetency } from './kinds.ts';
import { FIRST_KIND } from './recognise.ts';
import { type Scores, WORDS } from './score.ts';
import { storyWords } from './story-words.ts';
import type { Reason } from './types.ts';
import { COMPETENCIES, competencyName } from './vocabulary.ts';

interface Part {
  readonly weight: number;
  readonly reason: Reason;
  /** The competency's place, for a reason of that kind. */
  readonly column?: number;
}

const MOST = 3;
/** Parts smaller than this share of the largest are not worth a word. */
const WORTH_SAYING = 0.25;
const LEAST = 0.03;

/** At most three reasons for the story in `row`, the weightiest first. `typed`: the question as given. */
export function explain(index: MatchIndex, scores: Scores, row: number, typed: string): Reason[] {
  const parts: Part[] = [];
  const known = scores.recalled.get(row);
  if (known) {
    const kind = known.byUser ? 'learnt' : 'word';
    parts.push({
      weight: 3,
      reason: { kind, text: known.question, typed, field: known.byUser ? undefined : 'answers' },
    });
  }
  for (const { posting, gain, typed: word } of scores.hits) {
    const at = lowerBound(posting.stories, row);
    if (posting.stories[at] !== row) continue;
    const weight = WORDS * gain * (posting.weights[at] ?? 0) ** scores.evenness;
    parts.push({
      weight,
      reason: { kind: 'word', text: posting.surfaces[at] ?? word, typed: word, field: posting.fields[at] },
    });
  }
  const byKind = kindsTold(index, scores, row);
  for (let column = 0; column < COMPETENCIES.length; column++) {
    const answered = index.answers[row * COMPETENCIES.length + column] ?? 0;
    const byCompetency = byCompetencyShare(index.kinds, row) * (scores.asked[column] ?? 0) * answered;
    const told = byKind.filter((kind) => kind.column === column);
    const weight = told.reduce((sum, kind) => sum + kind.weight, byCompetency) * scores.understood;
    if (weight < LEAST) continue;
    const words = carriers(scores.terms, [
      { place: column, weight: byCompetency },
      ...told.map((kind) => ({ place: FIRST_KIND + kind.kind, weight: kind.weight })),
    ]);
    parts.push({
      weight,
      reason: { kind: 'competency', text: competencyName(column), typed: words, field: undefined },
      column,
    });
  }
  parts.sort((a, b) => b.weight - a.weight);
  const least = Math.max(LEAST, WORTH_SAYING * (parts[0]?.weight ?? 0));
  const texts = new Set<string>();
  return parts
    .filter(({ weight, reason }) => weight >= least && !texts.has(reason.text) && texts.add(reason.text))
    .slice(0, MOST)
    .map(({ reason, column }) => {
      const story = index.guide.stories[row];
      const words = column === undefined || !story ? [] : storyWords(story, column);
      return words.length > 0 ? { ...reason, words } : reason;
    });
}

/** What the story gains by its kinds, each told as the competency of the kind that it speaks of most. */
function kindsTold(index: MatchIndex, scores: Scores, row: number) {
  const own = index.answers.subarray(row * COMPETENCIES.length, (row + 1) * COMPETENCIES.length);
  return KINDS.map((_, kind) => ({
    kind,
    column: tellingCompetency(kind, (place) => (own[place] ?? 0) * (0.1 + (scores.asked[place] ?? 0))),
    weight: BY_KIND * (index.kinds[row * KINDS.length + kind] ?? 0) * (scores.kinds[kind] ?? 0),
  })).filter(({ weight }) => weight > 0);
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
