import { describe, expect, it } from 'vitest';
import { isOnlyTime, parseSeconds, timeInHeading } from '../../../guide/target.ts';

describe('parseSeconds', () => {
  const cases: [string, number, number][] = [
    ['45 seconds', 45, 45],
    ['45s', 45, 45],
    ['45 sec.', 45, 45],
    ['1 min', 60, 60],
    ['1.5 minutes', 90, 90],
    ['a minute', 60, 60],
    ['two minutes', 120, 120],
    ['half a minute', 30, 30],
    ['1:30', 90, 90],
    ['1 min 30 s', 90, 90],
    ['1 minute and 15 seconds', 75, 75],
    ['1m', 60, 60],
    ['90', 90, 90],
    ['~45 seconds', 45, 45],
    ['45-60 seconds max', 45, 60],
    ['45 – 60 s', 45, 60],
    ['45 to 60 seconds', 45, 60],
    ['45s-60s', 45, 60],
    ['2-3 min', 120, 180],
    ['30 s to 1 min', 30, 60],
    ['1:00-1:30', 60, 90],
    ['60-45 seconds', 45, 60],
    ['under 2 minutes', 120, 120],
    ['60-second version', 60, 60],
  ];
  for (const [text, from, to] of cases) {
    it(`reads "${text}"`, () => {
      expect(parseSeconds(text)).toEqual({ from, to });
    });
  }

  for (const text of ['', 'soon', '2', '0 seconds', 'a story', '9000 seconds', 'max', '2 hours']) {
    it(`finds no time in "${text}"`, () => {
      expect(parseSeconds(text)).toBeUndefined();
    });
  }
});

describe('timeInHeading', () => {
  it('takes the time out of the heading', () => {
    expect(timeInHeading('The Fog Story (45 seconds)')).toEqual({
      seconds: { from: 45, to: 45 },
      text: 'The Fog Story',
    });
  });

  it('takes a range before a colon', () => {
    expect(timeInHeading('Script (45-60 seconds):')).toEqual({
      seconds: { from: 45, to: 60 },
      text: 'Script:',
    });
  });

  for (const heading of [
    'Lamp (2018–2019)',
    'Draft (150-200 words)',
    'Costs ($4M saved)',
    'Alarm (8 min late)',
  ]) {
    it(`leaves "${heading}" alone`, () => {
      expect(timeInHeading(heading)).toEqual({ seconds: undefined, text: heading });
    });
  }
});

describe('isOnlyTime', () => {
  it('allows the words that go with a time', () => {
    expect(isOnlyTime('about 45-60 seconds max')).toBe(true);
  });

  it('sees words of its own', () => {
    expect(isOnlyTime('45 seconds, never more')).toBe(false);
  });
});
