/** What a guide has stories for, before anything is asked. */
import { BY_KIND, KINDS } from './kinds.ts';
import { COMPETENCIES } from './vocabulary.ts';

/** The chance that the guide has a story, 0..1; what goes by the kind of a story is not in its competencies' chance. */
export interface Coverage {
  /** For a question about each competency, in the order of COMPETENCIES. */
  readonly competencies: Float64Array;
  /** For a question that a story of each kind answers, in the order of KINDS. */
  readonly kinds: Float64Array;
}

/**
 * A story that answers a competency this well, measured by how clearly the guide's stories speak at all, is as
 * likely prepared for it as not; and how fast that turns (logistic curve). Found on the project's own guides.
 */
const HALF = 0.35;
const SLOPE = 0.05;
const LEAST_CLARITY = 0.1;

/** Of a story's answers the share that goes by its competencies: less where it is of a known kind. */
export function byCompetencyShare(kinds: Float32Array, row: number): number {
  for (let at = row * KINDS.length; at < (row + 1) * KINDS.length; at++)
    if ((kinds[at] ?? 0) > 0) return 1 - BY_KIND;
  return 1;
}

/** `answers`, `kinds`: row per story, as in an index. */
export function coverageOf(answers: Float32Array, kinds: Float32Array): Coverage {
  const columns = COMPETENCIES.length;
  const count = answers.length / columns;
  const coverage = { competencies: new Float64Array(columns), kinds: new Float64Array(KINDS.length) };
  const clarity = Math.max(LEAST_CLARITY, clarityOf(answers));
  for (let row = 0; row < count; row++) {
    const share = byCompetencyShare(kinds, row);
    for (let at = 0; at < columns; at++) {
      const chance = share * prepared((answers[row * columns + at] ?? 0) / clarity);
      if (chance > (coverage.competencies[at] ?? 0)) coverage.competencies[at] = chance;
    }
    for (let at = 0; at < KINDS.length; at++)
      coverage.kinds[at] = Math.max(coverage.kinds[at] ?? 0, BY_KIND * (kinds[row * KINDS.length + at] ?? 0));
  }
  return coverage;
}

/** The probability that a story is prepared for a competency which it answers so well. */
const prepared = (strength: number): number => 1 / (1 + Math.exp((HALF - strength) / SLOPE));

/** How strongly stories speak of what they speak of most, 0..1 on average: 1 where all are named by theme. */
function clarityOf(answers: Float32Array): number {
  const columns = COMPETENCIES.length;
  const count = answers.length / columns;
  let sum = 0;
  for (let row = 0; row < count; row++)
    sum += Math.max(...answers.subarray(row * columns, (row + 1) * columns));
  return count === 0 ? 0 : sum / count;
}
