import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../matching/build-index.ts';
import { match } from '../../../matching/match.ts';
import { storyName } from '../../../matching/story-text.ts';
import { GUIDES, readCases, readGuide } from '../../../scripts/eval/cases.ts';
import { misspellings } from '../../../scripts/eval/misspell.ts';
import { indexes, rankAll } from '../../../scripts/eval/ranking.ts';
import { asker, defaultGuide, fixtureGuide } from './guides.ts';

const index = buildIndex(defaultGuide());
const query = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...readCases('questions').map((each) => each.text)),
  fc
    .array(fc.constantFrom('risk', 'team', 'conflct', 'the', '2am', '30 %', '学习', 'was?'), {
      maxLength: 12,
    })
    .map((words) => words.join(' ')),
);

describe('for any query', () => {
  it('the ranking is a permutation of the stories, scores fall, shares are shares', () => {
    fc.assert(
      fc.property(query, (text) => {
        const { stories, confidence } = match(index, text);
        expect(new Set(stories.map(({ story }) => story.id))).toEqual(
          new Set(index.guide.stories.map(({ id }) => id)),
        );
        expect(stories).toHaveLength(index.guide.stories.length);
        for (const [at, { score, reasons }] of stories.entries()) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(stories[at - 1]?.score ?? 1);
          expect(reasons.length).toBeLessThanOrEqual(3);
        }
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });
  it('the same input gives the same output, whatever was asked before', () => {
    const plain = (text: string, of = index) =>
      JSON.stringify(match(of, text).stories.map(({ story, score }) => [story.id, score]));
    fc.assert(
      fc.property(query, query, (text, between) => {
        const before = plain(text);
        match(index, between);
        expect(plain(text)).toBe(before);
      }),
      { numRuns: 80 },
    );
    expect(plain('conflct', buildIndex(defaultGuide()))).toBe(plain('conflct'));
  });
  it('no beginning of it throws', () => {
    fc.assert(
      fc.property(query, (text) => {
        for (let end = 0; end <= Math.min(60, text.length); end++) match(index, text.slice(0, end));
      }),
      { numRuns: 40 },
    );
  });
});

describe('adding an unrelated story', () => {
  it('never removes the right one from the first two', () => {
    const stranger = fixtureGuide('site').stories[0];
    if (!stranger) throw new Error('no story');
    for (const name of ['nurse', 'teacher', 'hotel']) {
      const guide = fixtureGuide(name);
      const ask = asker(guide);
      const askMore = asker({ ...guide, stories: [...guide.stories, stranger] });
      for (const { guide: of, text, stories } of readCases('keywords')) {
        if (of !== name || stories.length === 0) continue;
        const two = (found: ReturnType<typeof ask>) =>
          found.stories.slice(0, 2).map(({ story }) => storyName(story));
        if (two(ask(text)).some((each) => stories.includes(each)))
          expect(
            two(askMore(text)).some((each) => stories.includes(each)),
            `${name}: ${text}`,
          ).toBe(true);
      }
    }
  });
});

describe('on the project’s own cases', () => {
  const asks = new Map(GUIDES.map((name) => [name, asker(readGuide(name))] as const));
  const rate = (cases: ReturnType<typeof readCases>, within: number) => {
    const told = cases.filter(({ stories }) => stories.length > 0);
    const right = told.filter(({ guide, text, stories }) =>
      asks
        .get(guide)?.(text)
        .stories.slice(0, within)
        .some(({ story }) => stories.includes(storyName(story))),
    );
    return right.length / told.length;
  };
  it('every fixture names stories that exist', () => {
    for (const { guide, stories } of [...readCases('questions'), ...readCases('keywords')]) {
      const names =
        asks
          .get(guide)?.('')
          .stories.map(({ story }) => storyName(story)) ?? [];
      for (const story of stories) expect(names).toContain(story);
    }
  });
  it('questions find their story among the first three in 84 of 100, in guides that name no themes too', () => {
    expect(rate(readCases('questions'), 3)).toBeGreaterThan(0.84);
  });
  it('with four stories: first in 93 of 100, "no story" F1 0.87, right from end to end in 87', () => {
    const own = readCases('questions').filter(({ guide }) => guide === 'default');
    const figures = rankAll(indexes(), own);
    expect(figures.top1).toBeGreaterThanOrEqual(0.93);
    expect(figures.top2).toBeGreaterThanOrEqual(0.98);
    expect(figures.noneF1).toBeGreaterThanOrEqual(0.87);
    expect(figures.whole).toBeGreaterThanOrEqual(0.87);
  });
  it('keywords find it first in 98 of 100, misspelt ones in 95', () => {
    const clean = readCases('keywords');
    const misspelt = clean.flatMap((each, at) =>
      misspellings(each.text, at).map((text) => ({ ...each, text })),
    );
    expect(rate(clean, 1)).toBeGreaterThanOrEqual(0.98);
    expect(rate(misspelt, 1)).toBeGreaterThanOrEqual(0.95);
  });
});
