import { describe, expect, it } from 'vitest';
import { parseGuide } from '../../../guide/parse.ts';
import type { LearntPair } from '../../../matching/types.ts';
import { asker, defaultGuide, sharedQuestions } from './guides.ts';

const guide = defaultGuide();
const pair = (question: string, theme: string): LearntPair => {
  const story = guide.stories.find((each) => each.theme === theme);
  return { question, storyId: story?.id ?? '', storyName: `${theme} - ${story?.title}` };
};
const taught = [
  pair('Tell me about a time you dealt with an outage.', 'TEAM'),
  pair('What would your neighbours say about you?', 'LEARNING'),
];

describe('what the user taught', () => {
  const ask = asker(guide, taught);
  it('comes first for the same question, and is an answer', () => {
    const found = ask('Tell me about a time you dealt with an outage.');
    expect([found.names[0], found.outcome]).toEqual(['TEAM', 'story']);
    expect(found.stories[0]?.reasons[0]?.kind).toBe('learnt');
  });
  it('comes first for the same question in other clothes', () => {
    expect(ask('can you describe a situation where you dealt with an outage').names[0]).toBe('TEAM');
    expect(ask('what would your neighbors say').names[0]).toBe('LEARNING');
  });
  it('leaves other questions alone', () => {
    for (const question of [
      'Tell me about a conflict',
      'Tell me about a time you dealt with a customer',
      'fast learner',
    ])
      expect(ask(question).names).toEqual(asker(guide)(question).names);
  });
  it('follows a story whose id has changed, by its name', () => {
    const [first] = taught;
    if (!first) throw new Error('no pair');
    expect(asker(guide, [{ ...first, storyId: 'gone' }])(first.question).names[0]).toBe('TEAM');
  });
  it('forgets pairs whose story is gone', () => {
    const gone = { question: 'an outage', storyId: 'gone', storyName: 'GONE - Gone' };
    expect(asker(guide, [gone])('an outage').names).toEqual(asker(guide)('an outage').names);
  });
  it('knows the very question again, misspelt, of stop words or in another language', () => {
    for (const question of [
      'disagred with my mangaer',
      'tell me about yourself',
      'why us',
      'purple',
      'Warum wir?',
    ]) {
      const asked = asker(guide, [pair(question, 'RISK')])(question.toUpperCase());
      expect([question, asked.names[0], asked.outcome]).toEqual([question, 'RISK', 'story']);
    }
  });

  it('knows a like question again by words that nobody else knows', () => {
    const ask = asker(guide, [pair('When did you last rescue a stranded penguin?', 'LEARNING')]);
    expect(ask('tell me about rescuing a stranded penguin').names[0]).toBe('LEARNING');
  });

  it('lets a newer pair, which comes first, correct an older one', () => {
    const ask2 = asker(guide, [pair('Tell me about a time you dealt with an outage.', 'RISK'), ...taught]);
    expect(ask2('Tell me about a time you dealt with an outage.').names[0]).toBe('RISK');
  });
});

describe('questions that the guide itself routes', () => {
  it('find their story', () => {
    const routed = parseGuide(
      '# G\n\n## Story 1: Harbour\n\n**Best for:** "Tell me about the day nobody came"\n\nIt rained.\n\n## Story 2: Bakery\n\nI led a team.\n',
    );
    const found = asker(routed)('tell me about the day when nobody came');
    expect(found.stories[0]?.story.title).toBe('Harbour');
    expect(found.outcome).toBe('story');
  });
});

const shared = sharedQuestions();
if (!shared) console.warn('../shared/eval is missing: the dev questions are not tested');
describe.skipIf(!shared)('on the dev questions (skipped where ../shared is missing)', () => {
  const rows = shared ?? [];
  type Answer = ReturnType<typeof asker>;
  /** Right story first and shown as an answer, or "no story" where none fits. */
  const isRight = (answer: Answer, { text, labels }: (typeof rows)[number]): boolean => {
    const { names, outcome } = answer(text);
    return outcome === 'story' ? labels.includes(names[0]?.toLowerCase() ?? '') : labels.includes('none');
  };
  const plain = asker(guide);

  it('teaching a pair makes no other question worse', { timeout: 60_000 }, () => {
    const rightBefore = rows.filter((row) => isRight(plain, row));
    const lessons = rows.filter(({ labels }, at) => at % 7 === 0 && !labels.includes('none'));
    expect(lessons.length).toBeGreaterThan(10);
    for (const lesson of lessons) {
      const ask = asker(guide, [pair(lesson.text, (lesson.labels[0] ?? '').toUpperCase())]);
      expect(isRight(ask, lesson), lesson.text).toBe(true);
      for (const row of rightBefore) expect(isRight(ask, row), `${lesson.text} | ${row.text}`).toBe(true);
    }
  });
  it('teaching many at once, even odd ones, leaves the others as they were', () => {
    const lessons = rows.filter((_, at) => at % 20 === 0);
    const ask = asker(
      guide,
      lessons.map(({ text }) => pair(text, 'TEAM')),
    );
    const others = rows.filter((row) => !lessons.includes(row));
    const count = (answer: Answer) => others.filter((row) => isRight(answer, row)).length;
    expect(lessons.every(({ text }) => ask(text).names[0] === 'TEAM')).toBe(true);
    expect(count(ask)).toBeGreaterThanOrEqual(count(plain) - 2);
  });
  it('reaches what was measured: first 90 of 100, "no story" F1 0.87, whole 86 of 100', () => {
    const told = rows.filter(({ labels }) => !labels.includes('none'));
    const first = told.filter(({ text, labels }) =>
      labels.includes(plain(text).names[0]?.toLowerCase() ?? ''),
    );
    const without = rows.filter(({ labels }) => labels.includes('none'));
    const found = rows.filter(({ text }) => plain(text).outcome === 'none');
    const both = without.filter((row) => found.includes(row)).length;
    expect(first.length / told.length).toBeGreaterThanOrEqual(0.9);
    expect((2 * both) / (without.length + found.length)).toBeGreaterThanOrEqual(0.87);
    expect(rows.filter((row) => isRight(plain, row)).length / rows.length).toBeGreaterThanOrEqual(0.86);
  });
});
