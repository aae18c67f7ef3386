import type { Guide } from '../../guide/types.ts';
import { buildIndex } from '../../matching/build-index.ts';
import { match } from '../../matching/match.ts';
import type { LearntPair, Match } from '../../matching/types.ts';

/** Answers questions about one guide. The panel loads this file after its first paint. */
export function matcherFor(guide: Guide, learnt: readonly LearntPair[]): (question: string) => Match {
  const index = buildIndex(guide, learnt);
  return (question) => match(index, question);
}
