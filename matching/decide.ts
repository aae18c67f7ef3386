/** Story or no story: is what the question asks for in this guide at all? */
import type { MatchIndex } from './build-index.ts';
import type { Scores } from './score.ts';
import { COMPETENCIES } from './vocabulary.ts';

/** From this confidence on a story is shown as the answer. */
export const ENOUGH = 0.5;
/**
 * A story that answers a competency this well, measured by how clearly the guide's stories speak at all, is as
 * likely prepared for it as not; and how fast that turns (logistic curve). Found on the project's own guides.
 */
const HALF = 0.35;
const SLOPE = 0.05;
/**
 * How far the words alone convince, and how much of that a clearly asked, missing competency takes away. It
 * takes nothing where the query is the story's own title or name.
 */
const WORDS_CONVINCE = 1.3;
const CONTRADICTED = 0.9;
const TAUGHT_CONFIDENCE = 0.98;
const ROUTED_CONFIDENCE = 0.9;

/** What is left of the confidence when no competency stands out at all; whole when one has the rest as its share. */
const VAGUE = 0.65;

/** The probability that the guide has a story for a competency, given its best story's strength there. */
function prepared(strength: number, clarity: number): number {
  const relative = strength / Math.max(0.1, clarity);
  return 1 / (1 + Math.exp((HALF - relative) / SLOPE));
}

/**
 * How sure the matcher is that the story in row `first` answers the question, 0..1: the share of what is
 * asked that the guide has stories for, or else the words that the first story holds.
 */
export function confidenceOf(index: MatchIndex, scores: Scores, first: number): number {
  const known = scores.recalled.get(first);
  if (known) return known.byUser ? TAUGHT_CONFIDENCE : ROUTED_CONFIDENCE;
  let has = 0;
  let lacks = 0;
  for (let at = 0; at < COMPETENCIES.length; at++) {
    const share = scores.asked[at] ?? 0;
    const chance = prepared(index.covered[at] ?? 0, index.clarity);
    has += share * chance;
    lacks += share ** 2 * (1 - chance);
  }
  const nothing = scores.asked[COMPETENCIES.length] ?? 0;
  const against = Math.min(1, (lacks + nothing ** 2) * scores.understood);
  const held = scores.byWords[first] ?? 0;
  const words = Math.min(1, WORDS_CONVINCE * held) * (1 - CONTRADICTED * against * (1 - held ** 4));
  const clear = Math.min(1, VAGUE + Math.max(...scores.asked.subarray(0, COMPETENCIES.length)));
  return 1 - (1 - has * scores.understood * clear) * (1 - words);
}
