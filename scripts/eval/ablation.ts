/** What each stage contributes: the matcher with one part taken away. */
import type { MatchIndex } from '../../matching/build-index.ts';
import { coverageOf } from '../../matching/coverage.ts';
import { Lexicon } from '../../matching/lexicon.ts';
import { evidence } from '../../matching/profile.ts';
import { fieldTexts } from '../../matching/story-text.ts';

const nobody = new Lexicon([]);

function withAnswers(index: MatchIndex, of: (own: Float64Array) => Float64Array): MatchIndex {
  const { stories } = index.guide;
  const read = stories.map((story) => ({ story, texts: fieldTexts(story) }));
  const rows = evidence(read, stories.length).map(({ own }) => of(own));
  const answers = Float32Array.from(rows.flatMap((row) => [...row]));
  return { ...index, answers, coverage: coverageOf(answers, index.kinds) };
}

/** Name of what is missing -> how to take it away. */
export const ABLATIONS: Readonly<Record<string, (index: MatchIndex) => MatchIndex>> = {
  'nothing missing': (index) => index,
  'no spelling repair, no completion': (index) => ({
    ...index,
    words: { ...index.words, guide: nobody, base: nobody },
  }),
  'no topics (words only)': (index) => {
    const none = withAnswers(index, (own) => own.map(() => 0));
    const kinds = new Float32Array(index.kinds.length);
    return { ...none, kinds, coverage: coverageOf(none.answers, kinds) };
  },
  'no kinds of story': (index) => {
    const kinds = new Float32Array(index.kinds.length);
    return { ...index, kinds, coverage: coverageOf(index.answers, kinds) };
  },
  'no neighbours of competencies': (index) => withAnswers(index, (own) => own),
  'no words (topics only)': (index) => ({ ...index, postings: new Map() }),
};
