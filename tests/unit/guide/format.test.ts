import { describe, expect, it } from 'vitest';
import { parseGuide } from '../../../guide/parse.ts';
import { readText } from './read.ts';

describe('the example in FORMAT.md', () => {
  const example = readText('stories-data/FORMAT.md').match(/```markdown\n([\s\S]*?)\n```/)?.[1] ?? '';
  const guide = parseGuide(example);

  it('is read without a problem', () => {
    expect([guide.problems, guide.unplaced, guide.notes]).toEqual([[], [], []]);
  });

  it('fills every field of its story', () => {
    const story = guide.stories[0];
    expect(story).toMatchObject({
      theme: 'FAILURE',
      title: 'The Lost Backups',
      target: { from: 45, to: 45 },
    });
    expect(
      [story?.values, story?.metrics, story?.people, story?.hooks, story?.points].map((list) => list?.length),
    ).toEqual([2, 2, 1, 1, 4]);
    expect(story?.connection?.text).toBe('Tell bad news early');
  });

  it('fills the rest of the guide', () => {
    const { phrases, recovery, names, metrics, checklist, reminder } = guide;
    expect(phrases.map((group) => group.situation)).toEqual(['unprepared', 'thinking']);
    expect([recovery, names, metrics, checklist].map((list) => list.length)).toEqual([1, 1, 1, 1]);
    expect(reminder?.text).toBe('People hire the one who was there.');
  });
});
