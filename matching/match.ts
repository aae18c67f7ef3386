/** Question in, ranked stories out: the stages in a row. */
import type { Story } from '../guide/types.ts';
import type { MatchIndex } from './build-index.ts';
import { confidenceOf, ENOUGH } from './decide.ts';
import { explain } from './explain.ts';
import { interpret } from './interpret.ts';
import { type Scores, scoreStories } from './score.ts';
import type { AskedCompetency, Match, RankedStory, Reason } from './types.ts';
import { COMPETENCIES, competencyName } from './vocabulary.ts';

/** Ranks every story of the index for a question, whole or still being typed. Same input, same output. */
export function match(index: MatchIndex, question: string): Match {
  const { stories } = index.guide;
  if (question.trim() === '') {
    const unranked = stories.map((story) => ({ story, score: 0, reasons: [] }));
    return { query: question, outcome: 'empty', confidence: 0, competencies: [], stories: unranked };
  }
  const terms = interpret(question, index.words);
  const scores = scoreStories(index, question, terms);
  const { total } = scores;
  const order = stories.map((_, row) => row).sort((a, b) => (total[b] ?? 0) - (total[a] ?? 0) || a - b);
  const first = order[0];
  const confidence = first === undefined ? 0 : confidenceOf(index, scores, first);
  const highest = Math.max(1, first === undefined ? 0 : (total[first] ?? 0));
  const ranked = order.flatMap((row) => {
    const story = stories[row];
    return story ? [new Ranked(index, scores, row, story, (total[row] ?? 0) / highest, question)] : [];
  });
  const outcome = confidence >= ENOUGH ? 'story' : 'none';
  return { query: question, outcome, confidence, competencies: asked(scores), stories: ranked };
}

/** The competencies with a share of a tenth or more, at most three. */
function asked(scores: Scores): AskedCompetency[] {
  return COMPETENCIES.map((id, at) => ({ id, name: competencyName(at), share: scores.asked[at] ?? 0 }))
    .filter(({ share }) => share >= 0.1)
    .sort((a, b) => b.share - a.share)
    .slice(0, 3);
}

/** Works out the reasons when they are asked for: of thousands of stories a handful is shown. */
class Ranked implements RankedStory {
  readonly story: Story;
  readonly score: number;
  readonly #explain: () => Reason[];
  #reasons: readonly Reason[] | undefined;

  constructor(index: MatchIndex, scores: Scores, row: number, story: Story, score: number, question: string) {
    this.story = story;
    this.score = score;
    this.#explain = () => explain(index, scores, row, question);
  }

  get reasons(): readonly Reason[] {
    this.#reasons ??= this.#explain();
    return this.#reasons;
  }
}
