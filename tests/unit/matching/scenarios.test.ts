import { describe, expect, it } from 'vitest';
import { parseGuide } from '../../../guide/parse.ts';
import { asker, defaultGuide, fixtureGuide } from './guides.ts';

const guide = defaultGuide();
const ask = asker(guide);
const first = (question: string) => ask(question).names[0];

describe('with the four-story guide', () => {
  it.each([
    ['conflct', 'CONFLICT'],
    ['disagreed with boss', 'CONFLICT'],
    ['2am', 'RISK'],
    ['2 a.m.', 'RISK'],
    ['Steve', 'CONFLICT'],
    ['Stvee', 'CONFLICT'],
    ['leo', 'CONFLICT'],
    ['fast learner', 'LEARNING'],
    ['2.5 years', 'TEAM'],
    ['oncal', 'RISK'],
    ['teamwrok', 'TEAM'],
    ['codereview', 'CONFLICT'],
    ['Tell me about a time you had to learn something quickly.', 'LEARNING'],
    ['Tell me about a bold decision. How did your team react, and what did you learn?', 'RISK'],
    ['When did you put the group before yourself?', 'TEAM'],
  ])('%s -> %s', (question, theme) => {
    const found = ask(question);
    expect(found.names[0]).toBe(theme);
    expect(found.outcome).toBe('story');
  });

  it.each([
    'What is your greatest weakness?',
    'why do you want to work here',
    'asdfgh',
    'What are your salary expectations?',
    'Tell me about a time you failed.',
    'How do you calm an angry customer?',
    'Tell me about yourself',
    'the of and',
    '🎉',
  ])('%s -> no story', (question) => expect(ask(question).outcome).toBe('none'));

  it('asks for what stands before the qualifier', () => expect(first('pushbakc from team')).not.toBe('TEAM'));
  it('knows the question under an interviewer’s preamble', () => {
    const pasted =
      "Great, thank you for that, really helpful. So, moving on: here we care a lot about speed, and we've grown from ten " +
      'people to four hundred in two years. Could you tell me about a time when you had a serious disagreement with a colleague? ' +
      "Take your time, and don't worry about names.";
    expect(first(pasted)).toBe('CONFLICT');
    expect(ask(pasted).outcome).toBe('story');
  });
  it('is not led astray by a word that means something else', () => {
    expect(
      first(
        'How did you save a project that was at risk of missing its conflict-free merge window for the team',
      ),
    ).toBeDefined();
    expect(
      first('Tell me about the time you learned that a teammate was lying to you and confronted him'),
    ).not.toBe('LEARNING');
  });
  it('weighs contradictory hints without losing either', () => {
    expect(ask('conflict about learning').names.slice(0, 2).sort()).toEqual(['CONFLICT', 'LEARNING']);
  });
  it('ranks nothing for nothing', () => {
    const found = ask('   ');
    expect(found.outcome).toBe('empty');
    expect(found.names).toEqual(['RISK', 'CONFLICT', 'LEARNING', 'TEAM']);
  });
  it('answers 5,000 characters', () => {
    const long = `Tell me about a conflict with a colleague. ${'And then we talked about many other things. '.repeat(120)}`;
    expect(long.length).toBeGreaterThan(5000);
    expect(first(long)).toBe('CONFLICT');
  });
  it('takes one letter for the likeliest word', () => {
    expect(first('c')).toBe('CONFLICT');
    expect(first('r')).toBe('RISK');
    expect(first('l')).toBe('LEARNING');
  });
  it.each(['conflict', 'learning', 'steve', 'selfless', 'courage', 'fast learner'])(
    'is steady while %s is typed',
    (word) => {
      const tops = Array.from(word, (_, at) => first(word.slice(0, at + 1)));
      const changes = tops.filter((top, at) => at > 0 && top !== tops[at - 1]).length;
      expect(changes).toBeLessThanOrEqual(2);
      // from the fourth letter on nothing moves
      expect(new Set(tops.slice(3)).size).toBe(1);
    },
  );
});

describe('while a question is typed letter by letter', () => {
  const changes = (text: string, from: number): number => {
    const tops = Array.from(text, (_, at) => first(text.slice(0, at + 1))).slice(from);
    return tops.filter((top, at) => at > 0 && top !== tops[at - 1]).length;
  };
  it('nothing moves before a word says what is asked', () =>
    expect(changes('Tell me about a time when you had to ', 4)).toBe(0));
  it.each([
    'Tell me about a time you disagreed with your boss.',
    'Describe a situation where you had to learn a new skill quickly.',
    'Give me an example of a bold decision you took.',
  ])('the first story changes rarely: %s', (text) => expect(changes(text, 8)).toBeLessThanOrEqual(4));
});

describe('“no story” is about the guide', () => {
  it('a failure question has a story in a guide that has a failure', () => {
    const found = asker(fixtureGuide('teacher'))('Tell me about a time you failed.');
    expect(found.names[0]).toBe('FAILURE');
    expect(found.outcome).toBe('story');
  });
  it('self and company questions never have one by accident', () => {
    for (const name of ['nurse', 'teacher', 'hotel', 'site'])
      for (const question of [
        'What do you earn now?',
        'Why do you want this job?',
        'What are your weaknesses?',
      ])
        expect(asker(fixtureGuide(name))(question).outcome, `${name}: ${question}`).toBe('none');
  });
  it('unless the guide has such a story', () => {
    const guide = parseGuide(
      '# G\n\n## Story 1: WEAKNESS - Public speaking\n\nI used to avoid every stage.\n\n## Story 2: TEAM - Relay\n\nWe won.\n',
    );
    const found = asker(guide)('What is your greatest weakness?');
    expect([found.names[0], found.outcome]).toEqual(['WEAKNESS', 'story']);
  });
});

describe('reasons', () => {
  it('name the word and where it stands', () => {
    expect(ask('Steve').stories[0]?.reasons[0]).toMatchObject({
      kind: 'word',
      text: 'steve',
      typed: 'steve',
      field: 'people',
    });
  });
  it('name the competency when no word is shared', () => {
    expect(ask('Have you ever fallen out with somebody?').stories[0]?.reasons[0]).toMatchObject({
      kind: 'competency',
    });
  });
  it('show the story’s own words for a competency, as written', () => {
    const found = ask('Have you ever fallen out with somebody?').stories[0];
    const words = found?.reasons[0]?.words ?? [];
    expect(words).toContain('CONFLICT');
    expect(words.length).toBeLessThanOrEqual(4);
    const { theme, title, values, hooks, points } = found?.story ?? guide.stories[0] ?? {};
    const written = JSON.stringify([theme, title, values, hooks, points]);
    for (const word of words) expect(written).toContain(word);
  });
  it('show none of them where only the running text speaks of it', () => {
    const bare = parseGuide(
      '# G\n\n## Story 1: Harbour\n\nI gave a lot and took little. We quarrelled and I made peace between the two crews, who had been rivals for years.\n\n## Story 2: Bakery\n\nI baked bread and sold it at the market each morning.\n',
    );
    const reasons = asker(bare)('Tell me about a conflict.').stories[0]?.reasons ?? [];
    expect(reasons.filter(({ words }) => words !== undefined && words.length === 0)).toEqual([]);
  });
  it('are none where nothing speaks for a story', () => {
    expect(ask('asdfgh').stories.flatMap((story) => story.reasons)).toEqual([]);
  });
});
