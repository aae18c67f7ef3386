import { beforeEach, describe, expect, it } from 'vitest';
import { parseGuide } from '../../../guide/parse.ts';
import type { LearntPair } from '../../../matching/types.ts';
import { Learnt } from '../../../state/learnt.ts';
import type { SessionModel } from '../../../state/session.ts';
import { buildSession } from '../../fixtures/session.ts';

const textWith = (title: string, extra = '') => `# Guide

${extra}## Story: SEA - ${title}

### Opening Hook Options:
- "Forty metres of sight."
- "The radio went silent."

### The Story:
We came in blind and nobody raised a voice until the pier stood there.

## Story: CREW - The rota

### The Story:
Who sleeps when, and who decides it, was a quarrel of years before I asked.
`;

let session: SessionModel;
let learntSaves: (readonly LearntPair[])[];

beforeEach(() => {
  learntSaves = [];
  const learnt = new Learnt({
    saved: [{ question: 'blind?', storyId: 'sea-fog-at-night', storyName: 'SEA - Fog at night' }],
    save: (pairs) => learntSaves.push(pairs),
  });
  session = buildSession({
    guide: parseGuide(textWith('Fog at night')),
    // Ranks a story first whose title has the question in it.
    matcher: (guide) => (question) => {
      const hits = guide.stories.filter(({ title }) => title.toLowerCase().includes(question));
      const stories = [...hits, ...guide.stories.filter((story) => !hits.includes(story))].map((story) => ({
        story,
        score: hits.includes(story) ? 1 : 0,
        reasons: [],
      }));
      return {
        query: question,
        confidence: 1,
        competencies: [],
        outcome: hits.length > 0 ? 'story' : 'none',
        stories,
      };
    },
    learnt,
    spare: () => parseGuide(''),
    clock: { now: () => 1000, after: () => () => {} },
  });
});

const openTitle = () => session.open.value?.title;
const follow = (title: string, extra?: string) => session.followGuide(parseGuide(textWith(title, extra)));

describe('an edit while the panel is open', () => {
  it('leaves question, open story, hook, script and countdown', () => {
    session.ask('fog');
    session.nextHook();
    session.toggleScript();
    session.startOrPause();
    follow('Thick air');
    expect([session.query.value, openTitle(), session.hook.value, session.scriptOpen.value]).toEqual([
      'fog',
      'Thick air',
      1,
      true,
    ]);
    expect(session.countdown.value?.storyId).toBe(session.open.value?.id);
    expect(session.countdown.value?.storyName).toBe('SEA - Thick air');
    expect(session.isTellingOpen.value).toBe(true);
  });

  it('takes a pick along', () => {
    session.pickAt(0);
    follow('Thick air', '## Story: NEW - Another\n\n### The Story:\nQuite new.\n\n');
    expect(openTitle()).toBe('Thick air');
  });

  it('keeps the hook within those that are left', () => {
    session.pickAt(0);
    session.nextHook();
    session.followGuide(parseGuide(textWith('Fog at night').replace('- "The radio went silent."\n', '')));
    expect(session.hook.value).toBe(0);
  });

  it('takes what was taught along, and stores that once', () => {
    follow('Thick air');
    expect(session.learnt.pairs.value).toEqual([
      { question: 'blind?', storyId: 'sea-thick-air', storyName: 'SEA - Thick air' },
    ]);
    expect(learntSaves.length).toBe(1);
    follow('Thick air', 'A note.\n\n');
    expect(learntSaves.length).toBe(1);
  });

  it('that takes the open story away shows what the question finds', () => {
    session.pickAt(0);
    session.followGuide(
      parseGuide(
        '# Guide\n\n## Story: CREW - The rota\n\n### The Story:\nWho sleeps when, and who decides it, was a quarrel of years before I asked.\n',
      ),
    );
    expect(openTitle()).toBeUndefined();
  });
});

it('another guide keeps what was typed, and nothing is taken along', () => {
  session.ask('fog');
  session.useGuide(parseGuide(textWith('Thick air')));
  expect([session.query.value, openTitle()]).toEqual(['fog', undefined]);
  expect(session.learnt.pairs.value[0]?.storyId).toBe('sea-fog-at-night');
});
