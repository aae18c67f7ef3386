import { expect, it } from 'vitest';
import { parseGuide } from '../../../guide/parse.ts';
import templates from '../../../stories-data/templates.json';

it('every template is understood, whole', () => {
  for (const { id, text } of templates) {
    const guide = parseGuide(`# Guide\n\n${text.replaceAll('{number}', '1')}`);
    expect([id, guide.unplaced]).toEqual([id, []]);
    expect([id, guide.stories.length]).toEqual([id, text.includes('{number}') ? 1 : 0]);
    expect([id, guide.notes]).toEqual([id, []]);
  }
});

it('the story template has every part', () => {
  const text = templates.find((each) => each.id === 'story')?.text ?? '';
  const [story] = parseGuide(text.replaceAll('{number}', '1')).stories;
  expect(story?.target?.to).toBe(60);
  expect([story?.hooks.length, story?.points.length, story?.values.length]).toEqual([1, 5, 2]);
});
