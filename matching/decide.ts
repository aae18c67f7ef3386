/** Story or no story: is what the question asks for in this guide at all? */
import type { MatchIndex } from './build-index.ts';
import type { Form } from './form.ts';
import { KEYWORDS, type Scores } from './score.ts';
import { COMPETENCIES } from './vocabulary.ts';

/** From this confidence on a story is shown as the answer. */
export const ENOUGH = 0.5;
/**
 * What a question's chance of an answer hangs on, as a logistic regression: how much of what it asks for has a
 * story, how many of its words the first story holds, how it is put, and how large the guide is. Fitted on labelled
 * questions for several guides, and tested on questions and guides left out.
 */
const ODDS = { bias: -1.6, has: 8.75, held: 1.15, size: 1.5 } as const;
const FORM_ODDS: Readonly<Record<Form, number>> = {
  experience: 0.85,
  general: -0.15,
  hypothetical: -0.5,
  open: -0.25,
};
/** Who prepared twice as many stories as this, or four times, has one ready sooner. */
const FEW_STORIES = 4;
const MOST_DOUBLINGS = 2;
/**
 * For keywords, which have no form: how far the words alone convince, and how much of that a clearly asked, missing
 * competency takes away. It takes nothing where the query is the story's own title or name.
 */
const WORDS_CONVINCE = 1.3;
const CONTRADICTED = 0.9;
/** What is left of the confidence when no competency stands out at all; whole when one has the rest as its share. */
const VAGUE = 0.65;
const TAUGHT_CONFIDENCE = 0.98;
const ROUTED_CONFIDENCE = 0.9;

/** How sure the matcher is that the story in row `first` answers the question, 0..1. */
export function confidenceOf(index: MatchIndex, scores: Scores, first: number): number {
  const known = scores.recalled.get(first);
  if (known) return known.byUser ? TAUGHT_CONFIDENCE : ROUTED_CONFIDENCE;
  let has = 0;
  let lacks = 0;
  for (let at = 0; at < COMPETENCIES.length; at++) {
    const share = scores.asked[at] ?? 0;
    const chance = index.coverage.competencies[at] ?? 0;
    has += share * chance;
    lacks += share ** 2 * (1 - chance);
  }
  index.coverage.kinds.forEach((chance, at) => {
    has += chance * (scores.kinds[at] ?? 0);
  });
  has *= scores.understood;
  const held = scores.byWords[first] ?? 0;
  if (scores.words > KEYWORDS) {
    const doublings = Math.log2(index.guide.stories.length / FEW_STORIES);
    const odds =
      ODDS.bias +
      ODDS.has * (has - 0.5) +
      ODDS.held * held +
      ODDS.size * Math.min(MOST_DOUBLINGS, Math.max(0, doublings)) +
      FORM_ODDS[scores.form];
    return 1 / (1 + Math.exp(-odds));
  }
  const likeliest = Math.max(...scores.asked.subarray(0, COMPETENCIES.length));
  const nothing = scores.asked[COMPETENCIES.length] ?? 0;
  const against = Math.min(1, (lacks + nothing ** 2) * scores.understood);
  const words = Math.min(1, WORDS_CONVINCE * held) * (1 - CONTRADICTED * against * (1 - held ** 4));
  const clear = Math.min(1, VAGUE + likeliest);
  return 1 - (1 - has * clear) * (1 - words);
}
