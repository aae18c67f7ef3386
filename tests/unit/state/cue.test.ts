import { describe, expect, it } from 'vitest';
import { cueOf, saidAfter, sayNext, toggleSaid } from '../../../state/cue.ts';
import type { Said, SessionState } from '../../../state/ports.ts';
import { buildGuide, buildStory } from '../../fixtures/build-guide.ts';
import { harbour } from '../../fixtures/harbour.ts';
import { stateWith } from '../../fixtures/session.ts';

const [calm, , bare] = harbour.stories;
if (calm === undefined || bare === undefined) throw new Error('the harbour guide has three stories');
const cue = (given: Partial<SessionState>) =>
  cueOf(stateWith({ open: 'calm-fog', ...given }), harbour, harbour);
const said = (...points: number[]): Said => ({ storyId: 'calm-fog', points });

describe('the cue', () => {
  it('is nothing while no story is open', () => {
    expect(cue({ open: null })).toBeNull();
    expect(cue({ open: 'a story that is gone' })).toBeNull();
  });

  it('is the hook to begin with, and the story’s number', () => {
    expect(cue({})).toEqual({
      kind: 'hook',
      label: 'CALM',
      text: 'Forty metres of sight.',
      number: '12 minutes early',
      said: 0,
      points: 3,
      countdown: null,
    });
    expect(cue({ hook: 1 })?.text).toBe('The radio went silent.');
  });

  it('is each point not yet said, then the line to land on', () => {
    const seen: (string | undefined)[] = [];
    let state: Said | null = null;
    for (let times = 0; times < 5; times++) {
      state = sayNext(state, calm);
      seen.push(cue({ said: state })?.label);
    }
    expect(seen).toEqual(['Problem', 'Result', 'Company connection', 'Land on', 'Land on']);
    expect(cue({ said: state })).toMatchObject({ kind: 'land', text: 'calm under load', said: 3 });
  });

  it('is a rescue’s line over all else, also with no story open', () => {
    expect(cue({ rescue: { kind: 'blank', step: 1 } })).toMatchObject({
      kind: 'rescue',
      label: 'The key point',
      text: 'berthed 12 minutes early',
    });
    expect(cue({ open: null, rescue: { kind: 'thinking', step: 0 } })?.text).toBe(
      'Let me pick the best case.',
    );
  });

  it('of a story with nothing but a title is its title', () => {
    expect(cue({ open: bare.id })).toMatchObject({
      kind: 'land',
      text: 'A story with nothing else',
      number: '',
    });
  });

  it('takes the number that its line speaks of before the first one', () => {
    const story = buildStory({
      id: 's',
      title: 'S',
      points: [{ label: 'Cost', text: 'saved 30% a year', lines: { start: 1, end: 1 } }],
      metrics: ['2 weeks', '30%'].map((value) => ({
        value,
        label: '',
        story: 's',
        lines: { start: 2, end: 2 },
      })),
    });
    const guide = buildGuide({ stories: [story] });
    expect(cueOf(stateWith({ open: 's' }), guide, guide)?.number).toBe('30%');
  });
});

describe('ticking', () => {
  it('off and back', () => {
    expect(toggleSaid(null, calm, 1)).toEqual(said(1));
    expect(toggleSaid(said(1), calm, 0)).toEqual(said(0, 1));
    expect(toggleSaid(said(0, 1), calm, 1)).toEqual(said(0));
  });

  it('a point that is not there does nothing', () => {
    expect(toggleSaid(said(0), calm, 9)).toEqual(said(0));
  });

  it('begins anew with another story', () => {
    expect(toggleSaid({ storyId: 'crew-rota', points: [0, 1] }, calm, 2)).toEqual(said(2));
  });
});

describe('what was said, after a change of the guide', () => {
  it('goes along with its points', () => {
    const next = { ...calm, id: 'calm-mist', points: [...calm.points].reverse() };
    expect(saidAfter(said(0), harbour, new Map([['calm-fog', next]]))).toEqual({
      storyId: 'calm-mist',
      points: [2],
    });
  });

  it('stays as it is when its story is gone', () => {
    expect(saidAfter(said(0), harbour, new Map())).toEqual(said(0));
  });
});
