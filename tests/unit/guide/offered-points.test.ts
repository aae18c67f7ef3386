import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offeredPoints } from '../../../guide/offered-points.ts';
import { parseGuide } from '../../../guide/parse.ts';

const TOLD = [
  'When the lamp failed in the storm, three ships were outside and nobody on the pier knew what to do.',
  'The harbour is an old one.',
  'Because the radio was dead as well, and with it every way of calling the captains that we had, I lit a fire on the pier.',
  'I asked the fishermen for oil; they gave all they had, which was more than I had hoped for at that hour of the night.',
  'Dr. Storm, our doctor, slept.',
  'We kept it burning for 5 hours.',
  'What else could we do?',
  'In the end all three ships came in, and the log of that night is what we still teach from.',
];
const pointsOf = (...paragraphs: readonly string[]) =>
  offeredPoints(paragraphs.map((text, at) => ({ text, lines: { start: at + 1, end: at + 1 } })));

describe('points from a script', () => {
  it('are the few sentences that carry it, each cut to a glance, in order', () => {
    expect(pointsOf(TOLD.slice(0, 4).join(' '), TOLD.slice(4).join(' '))).toEqual([
      { label: '', text: 'I lit a fire on the pier', lines: { start: 1, end: 1 }, offered: true },
      {
        label: '',
        text: 'I asked the fishermen for oil; they gave all they had',
        lines: { start: 1, end: 1 },
        offered: true,
      },
      { label: '', text: 'Dr. Storm, our doctor, slept', lines: { start: 2, end: 2 }, offered: true },
      { label: '', text: 'We kept it burning for 5 hours', lines: { start: 2, end: 2 }, offered: true },
      {
        label: '',
        text: 'In the end all three ships came in, and the log of that night is what we still teach from',
        lines: { start: 2, end: 2 },
        offered: true,
      },
    ]);
  });

  it('are none where there is little to choose from', () => {
    expect(pointsOf(TOLD.slice(0, 3).join(' '))).toEqual([]);
    expect(pointsOf()).toEqual([]);
  });

  it('leave out what somebody else says', () => {
    const creed =
      'Leaders listen. They speak candidly to all. They act for the whole. They never wait for help.';
    expect(pointsOf(creed)).toEqual([]);
  });

  it('are short, at most five, and of the script’s own words, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...TOLD), fc.string(), fc.lorem()), { maxLength: 30 }),
        (all) => {
          const text = all.join(' ');
          const points = pointsOf(text);
          expect(points.length === 0 || (points.length >= 3 && points.length <= 5)).toBe(true);
          for (const { text: point } of points) {
            expect(point.length).toBeLessThanOrEqual(91);
            expect(text.toLowerCase()).toContain(point.replace(/…$/, '').toLowerCase());
          }
        },
      ),
    );
  });

  it('are given to a story that is prose only, and said to be offered', () => {
    const { stories, problems } = parseGuide(`## Story 1: The lamp\n\n${TOLD.join(' ')}\n`);
    expect(stories[0]?.points.every(({ offered }) => offered)).toBe(true);
    expect(stories[0]?.points).toHaveLength(5);
    expect(problems.find(({ code }) => code === 'no-points')?.message).toContain('are offered');
  });

  it('give way to any point of the writer’s own', () => {
    const { stories } = parseGuide(
      `## Story 1: The lamp\n\n${TOLD.join(' ')}\n\n### Key Points\n- Fire: lit it\n`,
    );
    expect(stories[0]?.points.map(({ label, offered }) => [label, offered])).toEqual([['Fire', undefined]]);
  });
});
