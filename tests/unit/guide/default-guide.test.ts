import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseGuide } from '../../../guide/parse.ts';
import { storyName } from '../../../guide/story.ts';
import { readText, texts } from './read.ts';

const text = readText('stories-data/default-guide.md');
const guide = parseGuide(text);
const original = resolve(import.meta.dirname, '../../../../shared/user-guide/four-power-stories.md');

/** Words a second, spoken without haste. */
const PACE = 2.3;

describe('the default guide', () => {
  it('has four stories', () => {
    expect(guide.stories.map((story) => [storyName(story), story.target?.to])).toEqual([
      ['RISK - On-Call Documentation', 45],
      ['CONFLICT - DFS Algorithm Debate', 60],
      ['LEARNING - AWS/Spark/Scala Mastery', 45],
      ['TEAM - Scrum Lead Sacrifice', 60],
    ]);
  });

  it('leaves no line without a place, and no problem', () => {
    expect([guide.unplaced, guide.problems, guide.notes]).toEqual([[], [], []]);
  });

  it('fills every section', () => {
    const { phrases, recovery, names, metrics, connections, checklist, reminder } = guide;
    expect(phrases.map((group) => [group.situation, group.phrases.length])).toEqual([
      ['unprepared', 3],
      ['thinking', 2],
    ]);
    expect([recovery, names, metrics, connections, checklist].map((list) => list.length)).toEqual([
      3, 2, 6, 4, 5,
    ]);
    expect(reminder?.text).not.toBe('');
  });

  for (const story of guide.stories) {
    describe(story.theme, () => {
      it('has seven key points that can be read at a glance', () => {
        expect(story.points.length).toBe(7);
        expect(story.points.filter((point) => point.label === '' || point.text.length > 60)).toEqual([]);
      });

      it('has three hooks, values, a fact and a line for the company', () => {
        expect([story.hooks.length, story.values.length]).toEqual([3, 3]);
        expect(story.metrics.length + story.people.length).toBeGreaterThan(0);
        expect(story.connection?.text).toBe(story.points.at(-1)?.text);
      });

      it('can be told in its time', () => {
        const words = story.script.split(/\s+/).length;
        const seconds = words / PACE;
        expect(Math.abs(seconds - (story.target?.to ?? 0))).toBeLessThan(6);
      });
    });
  }

  it.skipIf(!existsSync(original))('has no sentence of the guide that its facts come from', () => {
    const theirs = parseGuide(readText('../shared/user-guide/four-power-stories.md'));
    const known = new Set(sentencesOf(theirs).flatMap((sentence) => runs(sentence, 6)));
    // The three technologies are a fact, in whatever sentence they stand.
    const shared = sentencesOf(guide)
      .flatMap((sentence) => runs(sentence, 6))
      .filter((run) => known.has(run) && !run.includes('apache spark'));
    expect(shared).toEqual([]);
  });
});

function sentencesOf({
  stories,
  phrases,
  recovery,
  connections,
  checklist,
  reminder,
}: typeof guide): string[] {
  return [
    ...stories.flatMap((story) => [
      story.script,
      ...texts(story.hooks),
      ...story.points.map((point) => point.text),
    ]),
    ...phrases.flatMap((group) => texts(group.phrases)),
    ...texts([...recovery, ...connections, ...checklist]),
    reminder?.text ?? '',
  ];
}

/** Every run of so many words. */
function runs(sentence: string, length: number): string[] {
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
  return words.slice(length - 1).map((_, index) => words.slice(index, index + length).join(' '));
}
