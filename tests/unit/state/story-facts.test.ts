import { describe, expect, it } from 'vitest';
import { factsOf, resultOf } from '../../../state/story-facts.ts';
import { buildGuide, buildStory } from '../../fixtures/build-guide.ts';
import { harbour } from '../../fixtures/harbour.ts';

const lines = { start: 1, end: 1 };
const [fog, rota] = harbour.stories;
if (fog === undefined || rota === undefined) throw new Error('the fixture has stories');

describe('numbers and names of a story', () => {
  it('are its own, then those of the guide’s lists that belong to it, each once', () => {
    expect(factsOf(harbour, fog)).toEqual([
      { kind: 'number', main: '12 minutes', detail: 'early' },
      { kind: 'number', main: '40 m', detail: 'sight' },
      { kind: 'person', main: 'Ines', detail: 'tug master' },
    ]);
  });

  it('take in a person whom only the script names', () => {
    const told = buildStory({ id: 'told', title: 'Told', script: 'I rang Ray’s office.' });
    expect(factsOf(harbour, told)).toEqual([{ kind: 'person', main: 'Ray', detail: 'harbour office' }]);
  });

  it('do not take a name out of the middle of a word', () => {
    const told = buildStory({ id: 'told', title: 'Told', script: 'We went astray in the array.' });
    expect(factsOf(harbour, told)).toEqual([]);
  });

  it('are none for a story that has none', () => {
    expect(factsOf(buildGuide({}), rota)).toEqual([]);
  });

  it('do not repeat a number that an item already holds', () => {
    const story = buildStory({
      id: 's',
      title: 'S',
      metrics: [{ value: 'half of 2 weeks', label: '', story: 's', lines }],
    });
    const guide = buildGuide({ metrics: [{ value: '2 weeks', label: 'to learn', story: 's', lines }] });
    expect(factsOf(guide, story)).toHaveLength(1);
  });
});

describe('the result to jump to', () => {
  it('is the key point that is labelled as one', () => {
    expect(resultOf(fog)).toBe('berthed 12 minutes early');
  });

  it('is nothing where no point is labelled so', () => {
    expect(resultOf(rota)).toBeUndefined();
  });
});
