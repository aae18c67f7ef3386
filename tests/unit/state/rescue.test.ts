import { describe, expect, it } from 'vitest';
import { nextRescue, rescueSteps, shownStep } from '../../../state/rescue.ts';
import { buildGuide, item } from '../../fixtures/build-guide.ts';
import { harbour } from '../../fixtures/harbour.ts';

const texts = (...given: Parameters<typeof rescueSteps>) => rescueSteps(...given).map(({ text }) => text);
const nothing = buildGuide({});

describe('a rescue', () => {
  it('from a blank goes through the steps, then where the story can jump to', () => {
    expect(rescueSteps('blank', harbour, harbour, harbour.stories[0])).toEqual([
      { label: '', text: 'Breathe out', isLent: false },
      { label: 'The key point', text: 'berthed 12 minutes early', isLent: false },
      { label: 'Land on', text: 'calm under load', isLent: false },
    ]);
    expect(texts('blank', harbour, harbour, undefined)).toEqual(['Breathe out']);
  });

  it('takes the phrases of its own situation', () => {
    expect(texts('no-story', harbour, harbour, undefined)).toEqual(['Here is one close to it.']);
    expect(texts('thinking', harbour, harbour, undefined)).toEqual(['Let me pick the best case.']);
  });

  it('takes phrases for no named situation before lent ones', () => {
    const guide = buildGuide({
      phrases: [{ situation: 'other', heading: 'Phrases', phrases: [item('Well…')] }],
    });
    expect(rescueSteps('thinking', guide, harbour, undefined)).toEqual([
      { label: '', text: 'Well…', isLent: false },
    ]);
  });

  it('is lent lines where the guide has none, and says so', () => {
    for (const kind of ['blank', 'no-story', 'thinking'] as const) {
      const steps = rescueSteps(kind, nothing, harbour, undefined);
      expect(steps.length).toBeGreaterThan(0);
      expect(steps.every(({ isLent }) => isLent)).toBe(true);
    }
  });

  it('begins at its first line, goes on with the same key, and comes round', () => {
    const steps = rescueSteps('blank', harbour, harbour, harbour.stories[0]);
    const first = nextRescue({ kind: 'thinking', step: 4 }, 'blank');
    expect(first).toEqual({ kind: 'blank', step: 0 });
    const third = nextRescue(nextRescue(nextRescue(first, 'blank'), 'blank'), 'blank');
    expect([third.step, shownStep(third, steps)]).toEqual([3, 0]);
  });
});
