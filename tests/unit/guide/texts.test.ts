import { describe, expect, it } from 'vitest';
import { splitList } from '../../../guide/lists.ts';
import { metricOf } from '../../../guide/metrics.ts';
import { personOf } from '../../../guide/people.ts';
import { unquote } from '../../../guide/quotes.ts';

describe('unquote', () => {
  const cases: [string, string][] = [
    ['"Ahoy"', 'Ahoy'],
    ['“Ahoy”', 'Ahoy'],
    ['„Ahoi“', 'Ahoi'],
    ['„Ahoi”', 'Ahoi'],
    ['«Ohé»', 'Ohé'],
    ['»Ahoj«', 'Ahoj'],
    ['‘Ahoy’', 'Ahoy'],
    ["'Ahoy'", 'Ahoy'],
    ['「おい」', 'おい'],
    ["'It wasn't me'", "It wasn't me"],
    ['"She said "go" and went"', 'She said "go" and went'],
    ['"one" and "two"', '"one" and "two"'],
    ['“one” and “two”', '“one” and “two”'],
    ['"half', '"half'],
    ['"', '"'],
    ['""', ''],
    ['plain', 'plain'],
    ['"What mattered was..." (jump)', '"What mattered was..." (jump)'],
  ];
  for (const [text, expected] of cases) {
    it(`turns ${text} into ${expected === '' ? 'nothing' : expected}`, () => {
      expect(unquote(text)).toBe(expected);
    });
  }
});

describe('splitList', () => {
  const cases: [string, string[]][] = [
    ['Courage, Care & Craft', ['Courage', 'Care & Craft']],
    ['1,200 ships, 3 keepers', ['1,200 ships', '3 keepers']],
    ['Ines (engineer, Oslo), Odd', ['Ines (engineer, Oslo)', 'Odd']],
    ['one; two · three', ['one', 'two', 'three']],
    ['"A time, long ago" / "Another"', ['"A time, long ago"', '"Another"']],
    ['“A” / “B”', ['“A”', '“B”']],
    ['either/or', ['either/or']],
    [' , ,', []],
    ['', []],
  ];
  for (const [text, expected] of cases) {
    it(`parts "${text}"`, () => {
      expect(splitList(text)).toEqual(expected);
    });
  }
});

describe('metricOf', () => {
  const cases: [string, string, string][] = [
    ['40% fewer alarms', '40%', 'fewer alarms'],
    ['3AM calls → none', '3AM', 'calls → none'],
    ['1,200 ships', '1,200', 'ships'],
    ['2.5 years', '2.5 years', ''],
    ['2 weeks', '2 weeks', ''],
    ['16-week plan', '16-week', 'plan'],
    ['$4.2M saved', '$4.2M', 'saved'],
    ['10x throughput', '10x', 'throughput'],
    ['12 s → 0.5 s page load', '12', 's → 0.5 s page load'],
    ['zero experience', 'zero', 'experience'],
    ['~90 minutes down', '~90 minutes', 'down'],
    ['500+ engineers', '500+', 'engineers'],
    ['alarms down by 40%', '40%', 'alarms down by'],
    ['latency: 20ms', '20ms', 'latency'],
    ['no number here', 'no number here', ''],
    ['5G towers', '5G towers', ''],
    ['', '', ''],
  ];
  for (const [text, value, label] of cases) {
    it(`reads "${text}"`, () => {
      expect(metricOf(text)).toEqual({ value, label });
    });
  }
});

describe('personOf', () => {
  const cases: [string, string, string][] = [
    ['Ines (now harbour master)', 'Ines', 'now harbour master'],
    ['Ines - engineer', 'Ines', 'engineer'],
    ['Ines: engineer', 'Ines', 'engineer'],
    ['Ines, engineer', 'Ines', 'engineer'],
    ['Ines → harbour master', 'Ines', 'harbour master'],
    ['Anne-Marie O’Neill', 'Anne-Marie O’Neill', ''],
  ];
  for (const [text, name, role] of cases) {
    it(`reads "${text}"`, () => {
      expect(personOf(text)).toEqual({ name, role });
    });
  }
});
