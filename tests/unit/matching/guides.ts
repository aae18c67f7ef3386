import { readFileSync } from 'node:fs';
import { parseGuide } from '../../../guide/parse.ts';
import type { Guide } from '../../../guide/types.ts';
import { buildIndex } from '../../../matching/build-index.ts';
import { match } from '../../../matching/match.ts';
import { storyName } from '../../../matching/story-text.ts';
import type { LearntPair } from '../../../matching/types.ts';

const root = new URL('../../../', import.meta.url);

export const defaultGuide = (): Guide =>
  parseGuide(readFileSync(new URL('stories-data/default-guide.md', root), 'utf8'));
export const fixtureGuide = (name: string): Guide =>
  parseGuide(readFileSync(new URL(`tests/fixtures/matching/${name}.md`, root), 'utf8'));

/** What a guide answers: the themes (or titles) best first, and the outcome. */
export function asker(guide: Guide, learnt: readonly LearntPair[] = []) {
  const index = buildIndex(guide, learnt);
  return (question: string) => {
    const found = match(index, question);
    return { ...found, names: found.stories.map(({ story }) => story.theme || storyName(story)) };
  };
}

/** The dev questions, or nothing where they are not at hand. */
export function sharedQuestions():
  | Array<{ readonly text: string; readonly labels: readonly string[] }>
  | undefined {
  try {
    const lines = readFileSync(new URL('../shared/eval/questions.dev.jsonl', root), 'utf8')
      .trim()
      .split('\n');
    return lines.map((line) => JSON.parse(line)).filter((row) => row.ambiguous !== true);
  } catch {
    return undefined;
  }
}
